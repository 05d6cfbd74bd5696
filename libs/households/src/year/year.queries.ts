import { selectList, type StoredRow } from '../store/columns.js';

export interface YearRow extends StoredRow {
  county_code: string;
  id: string;
  village_code: string;
  household_id: string;
  year: number;
  version: number;
  recorded_at: Date | string;
  superseded_at: Date | string | null;
  correction_reason: string | null;
  member_count: number;
}

export interface MemberYearRow extends StoredRow {
  county_code: string;
  id: string;
  household_id: string;
  member_id: string;
  member_name: string;
  year: number;
  version: number;
}

const household = `select ${selectList('householdYear', 'y')} from household_year y where y.county_code = $1 and y.household_id = $2`;
const member = `
select ${selectList('memberYear', 'y')}, m.name as member_name from member_year y
join member m on m.county_code = y.county_code and m.id = y.member_id
where y.county_code = $1 and y.household_id = $2`;

/** Records that hold now, latest year first. $1 county, $2 household. */
export const currentYears = `${household} and y.superseded_at is null order by y.year desc`;
export const currentMemberYears = `${member} and y.superseded_at is null order by y.year desc, m.ordinal nulls last, m.id`;

/** $3 year. */
export const currentYear = `${household} and y.year = $3 and y.superseded_at is null`;
export const currentMemberYearsOf = `${member} and y.year = $3 and y.superseded_at is null order by m.ordinal nulls last, m.id`;

/** Every version of one year, the one that holds now first. $3 year. */
export const yearVersions = `${household} and y.year = $3 order by y.version desc`;

/** The old version keeps its place with the time it was superseded. $1 county, $2 row, $3 time. */
export const supersedeYear = 'update household_year y set superseded_at = $3 where y.county_code = $1 and y.id = $2';
export const supersedeMemberYear = 'update member_year y set superseded_at = $3 where y.county_code = $1 and y.id = $2';
