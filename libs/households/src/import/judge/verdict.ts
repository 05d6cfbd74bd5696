import type { CellFault, FieldEntity } from '#domain';
import type { StoredRow } from '../../store/columns.js';

export type Outcome = 'created' | 'updated' | 'unchanged' | 'rejected';

export interface RowChange {
  readonly countyCode: string;
  readonly id: string;
  /** Columns and their new values. */
  readonly changes: StoredRow;
  /** The same columns before. */
  readonly before: StoredRow;
}

export interface IdentityWrite {
  readonly countyCode: string;
  readonly memberId: string;
  readonly villageCode: string;
  readonly householdId: string;
  readonly idHash: string;
}

/** Everything that one household of the file writes. */
export interface HouseholdWrites {
  readonly countyCode: string;
  readonly householdId: string;
  readonly isNew: boolean;
  readonly inserts: Record<FieldEntity, StoredRow[]>;
  readonly episodes: StoredRow[];
  readonly updates: { household: RowChange[]; member: RowChange[] };
  /** New versions of yearly rows: `id` is the row that they supersede. */
  readonly versions: { householdYear: RowChange[]; memberYear: RowChange[] };
  readonly claims: IdentityWrite[];
  /** Members whose document number changes: the old one is given up first. */
  readonly releases: string[];
}

export function noWrites(countyCode: string, householdId: string, isNew: boolean): HouseholdWrites {
  return {
    countyCode, householdId, isNew,
    inserts: { household: [], householdYear: [], member: [], memberYear: [] },
    episodes: [], updates: { household: [], member: [] }, versions: { householdYear: [], memberYear: [] }, claims: [], releases: [],
  };
}

export interface Warning {
  readonly n: number;
  readonly warning: string;
  /** The same words for every row, so that rows can be counted under them. */
  readonly zh: string;
  readonly en: string;
  /** What this row says. */
  readonly example?: string;
}

/** The judgement on one household: the outcome of each of its rows, and what is to be written. */
export interface GroupVerdict {
  readonly outcomes: ReadonlyMap<number, Outcome>;
  readonly faults: ReadonlyMap<number, readonly CellFault[]>;
  readonly warnings: readonly Warning[];
  /** Null when a row is refused or nothing changes. */
  readonly writes: HouseholdWrites | null;
}
