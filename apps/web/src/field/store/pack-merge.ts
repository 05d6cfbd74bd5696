import type { PackRow } from '#domain';
import { noRows } from './entry-of.js';
import { rowKinds, type HouseholdRows, type RowKind } from './types.js';

/** A pack or changes as the server sends them. */
export interface Pack {
  readonly cursor: string;
  readonly epoch: string;
  readonly village: string;
  readonly whole: boolean;
  readonly serverTime: string;
  readonly minAppVersion: string;
  readonly years: readonly number[];
  readonly reference: Readonly<Record<string, unknown>> | null;
  readonly rows: Readonly<Partial<Record<RowKind, readonly PackRow[] | null>>> & { readonly villageYears?: readonly PackRow[]; readonly villageVerdicts?: readonly PackRow[] | null; readonly computedAt?: string | null; readonly gone?: readonly PackRow[] };
}

/** Rows of no household: of the village, and what cannot be told apart by household. */
export const NOBODY = '';

const identity: Readonly<Record<RowKind, readonly string[]>> = {
  households: ['id'], episodes: ['id'], members: ['id'], years: ['year'], memberYears: ['memberId', 'year'], comparisons: ['year'], cases: ['id'], notices: ['id'], tasks: ['id'], clues: ['id'],
  visits: ['id'], assignments: ['id'], payments: ['id'], contested: ['id'], verdicts: ['year', 'rule'], entitlements: ['subjectId'],
};
/** What the server leaves out of a whole pack because it is over, goes when a change says that it is over. */
const over: Readonly<Partial<Record<RowKind, (row: PackRow) => boolean>>> = {
  cases: ({ status }) => status !== 'OPEN' && status !== 'DECIDED', notices: ({ state }) => state !== 'RUNNING' && state !== 'PAUSED', tasks: ({ status }) => status === 'VERIFIED',
  clues: ({ status }) => status === 'SETTLED', contested: ({ status }) => status !== 'OPEN',
};

/** Sorts rows by the household that they belong to; a notice belongs to that of its case. */
export function byHousehold(rows: Pack['rows'], householdOfCase: (caseId: string) => string | undefined): Map<string, Record<RowKind, PackRow[]>> {
  const sorted = new Map<string, Record<RowKind, PackRow[]>>();
  const cases = new Map((rows.cases ?? []).map((row) => [row['id'], row['householdId']]));
  for (const kind of rowKinds) {
    for (const row of rows[kind] ?? []) {
      const owner = kind === 'households' ? row['id'] : kind === 'notices' ? (row['householdId'] ?? cases.get(row['caseId']) ?? householdOfCase(String(row['caseId']))) : row['householdId'];
      const id = typeof owner === 'string' ? owner : NOBODY;
      const own = sorted.get(id) ?? noRows();
      own[kind].push(row);
      sorted.set(id, own);
    }
  }
  return sorted;
}

/** Rows after a change: the same row is replaced, a new one added, what is over goes. Derived kinds are replaced whole when they were sent. */
export function merged(old: HouseholdRows, news: HouseholdRows, sent: { readonly verdicts: boolean; readonly entitlements: boolean }): HouseholdRows {
  const result = noRows();
  for (const kind of rowKinds) {
    if (kind === 'verdicts' || kind === 'entitlements') {
      result[kind] = [...(sent[kind] ? news[kind] : old[kind])];
      continue;
    }
    const key = (row: PackRow): string => identity[kind].map((field) => String(row[field])).join(' ');
    const rows = new Map(old[kind].map((row) => [key(row), row]));
    for (const row of news[kind]) rows.set(key(row), row);
    result[kind] = [...rows.values()].filter((row) => !over[kind]?.(row));
  }
  return result;
}
