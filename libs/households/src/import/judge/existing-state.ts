import type { RowGroup } from '../read/prepared-row.js';
import type { HeadRow, MemberCodeRow, RegisteredRow, WholeRow } from './existing.queries.js';

/** A household as it stands, with what the file may speak about. */
export interface ExistingHousehold {
  readonly household: WholeRow;
  readonly members: readonly WholeRow[];
  /** Current records, by year. */
  readonly years: ReadonlyMap<number, WholeRow>;
  /** Current records, by `member id/year`. */
  readonly memberYears: ReadonlyMap<string, WholeRow>;
}

/** What the database knows about the households and persons of some groups. */
export interface ExistingState {
  readonly byCode: ReadonlyMap<string, string>;
  readonly registered: ReadonlyMap<string, RegisteredRow>;
  /** Registered outside of the territory. */
  readonly takenElsewhere: ReadonlySet<string>;
  readonly byHead: ReadonlyMap<string, readonly HeadRow[]>;
  readonly byMemberCode: ReadonlyMap<string, MemberCodeRow>;
  /** By `county/household id`. */
  readonly households: ReadonlyMap<string, ExistingHousehold>;
}

export const keyOf = (county: string, rest: string) => `${county}/${rest}`;

/** Value that rows of a group give first. */
export function firstOf<T>({ rows }: RowGroup, read: (row: RowGroup['rows'][number]) => T | null | undefined): T | null {
  for (const row of rows) {
    const value = read(row);
    if (value !== null && value !== undefined) return value;
  }
  return null;
}

export const villageOf = (group: RowGroup) => firstOf(group, (row) => row.villageCode);
export const codeOf = (group: RowGroup) => firstOf(group, (row) => row.reading.household['householdCode'] as string | undefined);
