const BETWEEN = '；';

/** A note is a list of phrases; chips put phrases in and take them out, the rest is written freely. */
export const partsOf = (note: string): string[] => note.split(BETWEEN).map((part) => part.trim()).filter(Boolean);

/** The note with exactly these of the offered phrases, and with everything else that it says. */
export function withParts(note: string, offered: readonly string[], chosen: readonly string[]): string {
  return [...chosen, ...partsOf(note).filter((part) => !offered.includes(part))].join(BETWEEN);
}

/** The note with the one phrase of this beginning replaced; an empty value takes it out. */
export function withValue(note: string, beginning: string, value: string): string {
  const others = partsOf(note).filter((part) => !part.startsWith(beginning));
  return [...others, ...(value === '' ? [] : [`${beginning}${value}`])].join(BETWEEN);
}

export function valueOf(note: string, beginning: string): string {
  return partsOf(note).find((part) => part.startsWith(beginning))?.slice(beginning.length) ?? '';
}
