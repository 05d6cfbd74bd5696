import type { RowReading } from '#domain';
import type { RawRow } from '../files/raw-table.js';

/** A row that has been read, placed and keyed, on its way to its household. */
export interface PreparedRow {
  readonly raw: RawRow;
  readonly reading: RowReading;
  readonly villageCode: string | null;
  /** Year that its yearly values belong to. */
  readonly year: number;
  /** Keyed hash of the document number; null without one. */
  readonly idHash: string | null;
}

/** All rows of one household, in the order of the file. */
export interface RowGroup {
  readonly rows: PreparedRow[];
}
