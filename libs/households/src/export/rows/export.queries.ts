import { codeRange } from '#domain';
import { allColumns } from '../../store/columns.js';
import type { WholeRow } from '../../import/judge/existing.queries.js';

const columns = (entity: 'household' | 'householdYear' | 'member' | 'memberYear', alias: string) => allColumns(entity).map((column) => `${alias}.${column}`).join(', ');

export interface ExportFilter {
  /** Division of 2 to 12 digits; the reader's territory bounds it anyway. */
  readonly division: string;
  readonly status?: readonly string[];
  readonly poorHouseholdType?: string;
  readonly mainCause?: string;
}

/** One page of households in the order of their villages. $1 from, $2 to of the division, $3 village and $4 id of the last one, $5 statuses, $6 type, $7 cause, $8 limit. */
export const householdPage = `
select ${columns('household', 'h')} from household h
where h.village_code >= $1 and h.village_code < $2 and (h.village_code, h.id) > ($3, $4::uuid)
  and ($5::text[] is null or h.status = any($5)) and ($6::text is null or h.poor_household_type = $6) and ($7::text is null or h.main_cause = $7)
order by h.village_code, h.id limit $8`;

export interface CountedHouseholds {
  readonly households: number;
  /** Persons in the households now. */
  readonly persons: number;
}
/** How many households and persons a filter names; parameters as {@link filterParams} gives them. */
export const countHouseholds = `
select count(*)::integer as households, coalesce(sum((select count(*) from member m where m.county_code = h.county_code and m.household_id = h.id and m.member_status = 'ACTIVE')), 0)::integer as persons
from household h
where h.village_code >= $1 and h.village_code < $2 and ($3::text[] is null or h.status = any($3)) and ($4::text is null or h.poor_household_type = $4) and ($5::text is null or h.main_cause = $5)`;
export function filterParams(filter: ExportFilter): unknown[] {
  const { from, to } = codeRange(filter.division);
  return [from, to, filter.status ?? null, filter.poorHouseholdType ?? null, filter.mainCause ?? null];
}

/** Yearly records of a page. $1 counties, $2 households, $3 year. */
export const yearsOfPage = `
select ${columns('householdYear', 'y')} from household_year y
where y.county_code = any($1) and y.household_id = any($2::uuid[]) and y.year = $3 and y.superseded_at is null`;
export const memberYearsOfPage = `
select ${columns('memberYear', 'y')} from member_year y
where y.county_code = any($1) and y.household_id = any($2::uuid[]) and y.year = $3 and y.superseded_at is null`;
/** Persons in the households now, the head first. $1 counties, $2 households. */
export const membersOfPage = `
select ${columns('member', 'm')} from member m
where m.county_code = any($1) and m.household_id = any($2::uuid[]) and m.member_status = 'ACTIVE'
order by m.household_id, (m.relation_to_head <> '01'), m.ordinal nulls last, m.id`;

export type ExportRow = WholeRow;
