/*
 * Lists of households. Row security adds its own range of villages to each table; the same range stands here once more so
 * that every plan has it, and county_code beside it so that a distributed database asks one node only. Sensitive columns
 * are not read at all. Order and cursor: village, then household.
 *
 * Parameters of all: $1 from village, $2 to village, $3 county or null, $4 cursor village or null, $5 cursor household,
 * $6 limit, $7 statuses or null, $8 type or null, $9 cause or null, $10 verdict or null, $11 rule, $12 year of the verdict.
 */

/**
 * Before each list. The range of the policy comes from a sub-select, which the planner cannot look into: it expects a handful
 * of rows, collects and sorts all of them, and that is slow just when there are many. Without bitmaps and full sorts it walks
 * the index in the order of the list, sorts within a village at most, and stops after a page.
 */
export const walkInOrder = `select set_config('enable_bitmapscan', 'off', true), set_config('enable_sort', 'off', true)`;

const filters = `
  and ($7::text[] is null or h.status = any($7))
  and ($8::text is null or h.poor_household_type = $8)
  and ($9::text is null or h.main_cause = $9 or $9 = any(h.other_causes))
  and ($10::text is null or exists (
    select 1 from household_verdict v
    where v.county_code = h.county_code and v.household_id = h.id and v.year = $12 and v.rule_code = $11 and v.verdict = $10))`;

const range = (alias: string, household: string) => `
  ${alias}.village_code >= $1 and ${alias}.village_code < $2
  and ($3::text is null or ${alias}.county_code = $3)
  and ($4::text is null or ${alias}.village_code >= $4)
  and ($4::text is null or (${alias}.village_code, ${alias}.${household}) > ($4, $5::uuid))`;

const columns = `h.county_code, h.id, h.village_code, h.household_code, h.head_name, h.member_count, h.status, h.poor_household_type, h.main_cause,
    h.phone_masked, h.version`;

/*
 * `offset 0` keeps the planner from turning a look-up by key into a join with the whole territory, which the same
 * misjudgement makes look cheap. Do not "simplify" it to a join.
 */
const withYearAndVerdict = `
select k.*, y.year as latest_year, y.per_capita_income_fen, v.verdict
from page k
left join lateral (
  select y.year, y.per_capita_income_fen from household_year y
  where y.county_code = k.county_code and y.household_id = k.id and y.superseded_at is null order by y.year desc limit 1
) y on true
left join lateral (
  select v.verdict from household_verdict v
  where v.county_code = k.county_code and v.household_id = k.id and v.year = $12 and v.rule_code = $11 limit 1
) v on true
order by k.village_code, k.id`;

/** All households of a division. */
export const listHouseholds = `
with page as (
  select ${columns}, null::text as matched_name from household h
  where ${range('h', 'id')} ${filters}
  order by h.village_code, h.id limit $6
)${withYearAndVerdict}`;

const byGram = (match: string) => `
with page as (
  select distinct on (g.village_code, g.household_id) h.*, m.name as matched_name
  from member_name_gram g
  cross join lateral (select ${columns}, h.other_causes from household h where h.county_code = g.county_code and h.id = g.household_id offset 0) h
  cross join lateral (select m.name from member m where m.county_code = g.county_code and m.id = g.member_id offset 0) m
  where ${match} and ${range('g', 'household_id')} ${filters}
  order by g.village_code, g.household_id, g.member_id limit $6
)${withYearAndVerdict}`;

/** Persons whose name contains $13: $14 is its first or its first two characters, which the index finds by equality. */
export const searchByName = byGram(`g.gram = $14 and position($13 in m.name) > 0`);

/** Persons whose pinyin initials begin with $13; $14 closes the range. */
export const searchByInitials = byGram(`g.gram >= $13 and g.gram < $14`);

/** The household with this number; $13. */
export const searchByCode = `
with page as (
  select ${columns}, null::text as matched_name from household h
  where h.household_code = $13 and ${range('h', 'id')} ${filters}
  order by h.village_code, h.id limit $6
)${withYearAndVerdict}`;

export interface ListRow {
  county_code: string;
  id: string;
  village_code: string;
  household_code: string | null;
  head_name: string;
  member_count: number;
  status: string;
  poor_household_type: string | null;
  main_cause: string | null;
  phone_masked: string | null;
  version: number;
  matched_name: string | null;
  latest_year: number | null;
  per_capita_income_fen: number | null;
  verdict: string | null;
}
