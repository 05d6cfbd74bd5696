/** What a file says about a cell besides its text. A CSV cell is always `text`. */
export const CellKind = { text: 0, number: 1, date: 2, boolean: 3, error: 4, formulaWithoutValue: 5 } as const;
export type CellKind = (typeof CellKind)[keyof typeof CellKind];

/** One fault of one cell (`column` from 0) or of the whole row (`column` null), in words that can stand beside it. */
export interface CellFault {
  readonly column: number | null;
  readonly fault: string;
  readonly zh: string;
  readonly en: string;
}

/** A fault without its place. */
export type Reason = Omit<CellFault, 'column'>;

export function reason(fault: string, zh: string, en: string): Reason {
  return { fault, zh, en };
}

/** Shows a cell in a reason without repeating personal data at length. */
export function quote(text: string): string {
  const shown = [...text].slice(0, 20).join('');
  return shown.length < text.length ? `${shown}…` : shown;
}
