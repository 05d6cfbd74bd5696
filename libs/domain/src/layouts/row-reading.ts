import type { FieldValues } from '../fields/field-fault.js';
import type { VirtualColumn } from '../fields/layouts.js';
import type { CellFault } from './cell.js';

export type PlaceLevel = 'region' | 'prefecture' | 'county' | 'township' | 'village';

/** One row of a file, read: checked values by entity, what it says about place and head, and what is wrong with it. */
export interface RowReading {
  /** Row number as the spreadsheet shows it, from 1. */
  readonly n: number;
  readonly place: Partial<Record<PlaceLevel, string>>;
  villageCode: string | null;
  year: number | null;
  readonly head: { name: string | null; idNo: string | null; memberCode: string | null };
  readonly household: FieldValues;
  readonly householdYear: FieldValues;
  readonly member: FieldValues;
  readonly memberYear: FieldValues;
  readonly faults: CellFault[];
  /** Worth knowing, but no reason to refuse the row. */
  readonly warnings: CellFault[];
}

export type Totals = Partial<Record<Extract<VirtualColumn, `${string}Total`>, { fen: number; column: number }>>;

export function emptyReading(n: number): RowReading {
  return {
    n, place: {}, villageCode: null, year: null, head: { name: null, idNo: null, memberCode: null },
    household: {}, householdYear: {}, member: {}, memberYear: {}, faults: [], warnings: [],
  };
}
