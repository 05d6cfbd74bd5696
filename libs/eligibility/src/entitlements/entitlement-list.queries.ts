/** Stored rows of one household: its own and those of its persons. $1 county, $2 household. */
export const entitlementsOfHousehold = `
select e.subject_id, e.year, e.met, e.unproven, e.receiving, e.lacking, e.improper, e.unanswered from entitlement e where e.county_code = $1 and e.household_id = $2`;

export interface EntitlementRow {
  subject_id: string;
  year: number;
  met: string[];
  unproven: string[];
  receiving: string[];
  lacking: string[];
  improper: string[];
  unanswered: string[];
}

/** Whether a household is there, and for which year its county's entitlements were computed. $1 county, $2 household. */
export const householdKept = `
select h.village_code, s.newest_year, s.computed_at from household h
left join recalculation_state s on s.county_code = h.county_code and s.village_code = h.village_code
where h.county_code = $1 and h.id = $2`;
export interface HouseholdKeptRow {
  village_code: string;
  newest_year: number | null;
  computed_at: Date | null;
}

/** Names of persons. $1 county, $2 household. */
export const namesOfMembers = `select m.id, m.name from member m where m.county_code = $1 and m.household_id = $2`;

const filtered = `
  g.county_code = any($2::text[]) and g.village_code >= $1 and g.village_code < $1 || ':'
  and ($3::text is null or g.kind = $3) and ($4::text is null or g.code = $4)`;

/**
 * Gaps of a division, village by village. $1 division, $2 its counties, $3 kind or null, $4 code of measure or need or null, $5 to $10 the
 * last row of the page before (county, village, household, subject, kind, code) or nulls, $11 rows.
 */
export const gapList = `
select g.county_code, g.village_code, g.household_id, g.subject_id, g.year, g.kind, g.code, h.head_name, h.status,
  m.name as member_name, d.name as village_name
from (
  select g.* from entitlement_gap g
  where ${filtered}
    and ($5::text is null or (g.county_code, g.village_code, g.household_id, g.subject_id, g.kind, g.code) > ($5, $6, $7::uuid, $8::uuid, $9, $10))
  order by g.county_code, g.village_code, g.household_id, g.subject_id, g.kind, g.code limit $11
) g
join household h on h.county_code = g.county_code and h.id = g.household_id
left join member m on m.county_code = g.county_code and m.id = g.subject_id and g.subject_id <> g.household_id
left join division d on d.code = g.village_code
order by g.county_code, g.village_code, g.household_id, g.subject_id, g.kind, g.code`;
export interface GapRow {
  county_code: string;
  village_code: string;
  household_id: string;
  subject_id: string;
  year: number;
  kind: string;
  code: string;
  head_name: string;
  status: string;
  member_name: string | null;
  village_name: string | null;
}

/** How many, by child division. $1 division, $2 its counties, $3 kind or null, $4 code or null, $5 digits of the code of a child. */
export const gapSummary = `
select left(g.village_code, $5::integer) as division, g.kind, g.code, count(*)::integer as gaps, count(distinct g.household_id)::integer as households
from entitlement_gap g where ${filtered}
group by 1, 2, 3 order by 1, 2, 3`;
export interface GapCountRow {
  division: string;
  kind: string;
  code: string;
  gaps: number;
  households: number;
}

/** The oldest computation among the counties of a division, and whether one is to come. $1 division, $2 counties. */
export const gapFreshness = `
select min(s.computed_at) as as_of, max(s.newest_year) as year,
  exists (select 1 from dirty_village x where x.county_code = any($2::text[]) and x.village_code >= $1 and x.village_code < $1 || ':') as pending
from recalculation_state s where s.county_code = any($2::text[]) and s.village_code >= $1 and s.village_code < $1 || ':'`;
export interface GapFreshnessRow {
  as_of: Date | null;
  year: number | null;
  pending: boolean;
}
