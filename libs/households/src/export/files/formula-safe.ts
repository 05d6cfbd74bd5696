/** What a spreadsheet takes for the beginning of a formula, in half and full width. */
const DANGEROUS = /^[=+\-@\t\r\n\0＝＋－＠|%]/;
/** Text with one of these before it is read as a formula as well. */
const HIDDEN = /^[\s\u3000\ufeff]*[=+\-@＝＋－＠]/;
const NUMBER = /^[+-]?[0-9]+(?:\.[0-9]+)?$/;

/** Whether a spreadsheet may execute this text. A plain number may not: numbers stay numbers. */
export function isFormulaLike(text: string): boolean {
  return (DANGEROUS.test(text) || HIDDEN.test(text)) && !NUMBER.test(text);
}

/** Text for a CSV cell: an apostrophe in front makes it text everywhere, and our own import takes it back. */
export function formulaSafe(text: string): string {
  const clean = text.includes('\0') ? text.replaceAll('\0', '') : text;
  return isFormulaLike(text) ? `'${clean}` : clean;
}
