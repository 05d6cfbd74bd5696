export type RecordRow = Record<string, unknown> & { county_code: string; id: string; village_code: string; year: number; version: number; recorded_at: Date };

/** Tables whose years are kept in versions; $1 county, $2 village (padded for a county) or household, $3 year. */
export const versionedTables = {
  village_year: 'village_code',
  county_year: 'village_code',
  household_comparison: 'household_id',
} as const;
export type VersionedTable = keyof typeof versionedTables;

const key = (table: VersionedTable): string => `t.county_code = $1 and t.${versionedTables[table]} = $2 and t.year = $3`;
export const currentRecord = (table: VersionedTable): string => `select t.* from ${table} t where ${key(table)} and t.superseded_at is null`;
export const lockRecord = (table: VersionedTable): string => `${currentRecord(table)} for update`;
export const recordVersions = (table: VersionedTable): string => `select t.* from ${table} t where ${key(table)} order by t.version desc`;

/** $1 county, $2 id, $3 time. */
export const supersede = (table: VersionedTable): string => `update ${table} t set superseded_at = $3 where t.county_code = $1 and t.id = $2`;

/** $1 the row as JSON; columns that it does not name take their defaults. */
export const insertRecord = (table: VersionedTable, columns: readonly string[]): string =>
  `insert into ${table} (${columns.join(', ')}) select ${columns.map((name) => `r.${name}`).join(', ')} from jsonb_populate_record(null::${table}, $1::jsonb) r`;

/** $1 the row as JSON. */
export const insertAssessment = `
insert into assessment (county_code, id, village_code, year, kind, sampled, found, assessed_on, assessor, document)
select a.county_code, a.id, a.village_code, a.year, a.kind, a.sampled, a.found, a.assessed_on, a.assessor, a.document
from jsonb_populate_record(null::assessment, $1::jsonb) a`;

export interface AssessmentRow {
  county_code: string;
  id: string;
  year: number;
  kind: 'MISSED' | 'WRONG_EXIT' | 'APPROVAL';
  sampled: number;
  found: number;
  assessed_on: string;
  assessor: string;
  document: string | null;
}

/** Newest first: the first of each kind and year is the one that counts. $1 county, $2 year or null. */
export const assessments = `
select a.county_code, a.id, a.year, a.kind, a.sampled, a.found, a.assessed_on, a.assessor, a.document from assessment a
where a.county_code = $1 and ($2::smallint is null or a.year = $2) order by a.year desc, a.assessed_on desc, a.id desc limit 500`;

/** $1 the row as JSON. */
export const insertDecision = `
insert into area_decision (county_code, id, village_code, year, outcome, decided_on, case_id, note)
select d.county_code, d.id, d.village_code, d.year, d.outcome, d.decided_on, d.case_id, d.note from jsonb_populate_record(null::area_decision, $1::jsonb) d`;

export const householdVillage = `select h.village_code from household h where h.county_code = $1 and h.id = $2 for update`;
