/** One row of a file that has at least one filled cell. */
export interface RawRow {
  /** Row number as a spreadsheet shows it, from 1. */
  readonly n: number;
  /** Text of the cells; a number as the file stores it, a day as YYYY-MM-DD. */
  readonly cells: string[];
  /** `CellKind` of each cell; absent when all are text. */
  readonly kinds?: Uint8Array;
}

/** Something about the file as a whole that its owner should know. */
export interface FileNote {
  readonly note: string;
  readonly zh: string;
  readonly en: string;
}

/** A file that is read once, in order, in batches. Notes are complete when the rows have been read. */
export interface RawTable {
  rows(): AsyncGenerator<RawRow[]>;
  readonly notes: FileNote[];
}

/** What a file may cost. Beyond these it is refused with a message, never half read. */
export const limits = {
  fileBytes: 60 * 1024 * 1024,
  inflatedBytes: 320 * 1024 * 1024,
  /** Real workbooks reach 40; the known bombs begin at 400. */
  ratio: 100,
  ratioFrom: 4 * 1024 * 1024,
  zipEntries: 2_000,
  rows: 200_000,
  columns: 400,
  cellCharacters: 32_767,
  sharedCharacters: 64 * 1024 * 1024,
  emptyRun: 10_000,
  mergedRanges: 100_000,
  rowsPerBatch: 500,
} as const;
