import type { Style } from './xlsx-parts.js';

/** One cell to write: text, a number that stays a number, or nothing. `bad` marks it as one to correct. */
export interface OutCell {
  readonly value: string | number | null;
  readonly style?: Style;
  readonly bad?: boolean;
}

/** A table that is written row by row; xlsx and csv behave alike. */
export interface SheetWriter {
  headings(cells: readonly string[]): Promise<void>;
  row(cells: readonly OutCell[]): Promise<void>;
  finish(): Promise<void>;
}
