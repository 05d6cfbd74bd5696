/** Incomes of registered households around the line and from year to year. */

const registered = `f.status not in ('CANDIDATE', 'CLEARED_OUT', 'DEREGISTERED')`;

/** How rows come to their group. $3 is the year. */
const groupings = {
  village: { key: 'f.village_code', division: 'f.village_code', label: 'null::text', join: '' },
  township: { key: 'left(f.village_code, 9)', division: 'left(f.village_code, 9)', label: 'null::text', join: '' },
  county: { key: 'f.county_code', division: 'f.county_code', label: 'null::text', join: '' },
  team: {
    key: 't.team_id::text', division: 't.village_code', label: 't.team_name',
    join: `join (
      select distinct on (v.county_code, v.village_code, v.team_id) v.county_code, v.village_code, v.team_id, v.team_name from team_village v
      where v.village_code >= $1 and v.village_code < $2 and v.from_on <= make_date($3::integer, 12, 31) and (v.ended_on is null or v.ended_on >= make_date($3::integer, 1, 1))
    ) t on t.county_code = f.county_code and t.village_code = f.village_code`,
  },
  approver: {
    key: 'd.decided_by::text', division: 'd.unit', label: 'null::text',
    join: `join case_file c on c.county_code = f.county_code and c.household_id = f.household_id and c.pack_code = 'household_exit' and c.year = f.year
      join case_decision d on d.county_code = c.county_code and d.case_id = c.id and d.outcome = 'APPROVED'`,
  },
} as const;
export type IncomeGrouping = keyof typeof groupings;

export interface HeapRow {
  readonly key: string;
  readonly division_code: string;
  readonly label: string | null;
  readonly below: number;
  readonly at: number;
  readonly above: number;
}
const lines = 'join unnest($4::text[], $5::bigint[]) l(county_code, line) on l.county_code = f.county_code';
/** $1 from, $2 to, $3 year, $4 counties, $5 their lines in fen, $6 width in fen. */
export const heaps = (by: IncomeGrouping): string => `
select ${groupings[by].key} as key, min(${groupings[by].division}) as division_code, min(${groupings[by].label}) as label,
  count(*) filter (where f.net_income_per_capita_fen >= l.line - $6 and f.net_income_per_capita_fen < l.line)::integer as below,
  count(*) filter (where f.net_income_per_capita_fen >= l.line and f.net_income_per_capita_fen < l.line + $6)::integer as at,
  count(*) filter (where f.net_income_per_capita_fen >= l.line + $6 and f.net_income_per_capita_fen < l.line + 2 * $6)::integer as above
from household_fact f ${lines} ${groupings[by].join}
where f.village_code >= $1 and f.village_code < $2 and f.year = $3 and ${registered}
group by 1`;

export interface IncomeRow {
  readonly county_code: string;
  readonly household_id: string;
  readonly village_code: string;
  readonly head_name: string;
  readonly income: number;
  readonly before: number | null;
}
/** $7 group, $8 first window (0 below, 1 at, 2 above), $9 last window, $10 cursor, $11 limit. */
export const heapRows = (by: IncomeGrouping): string => `
select f.county_code, f.household_id, f.village_code, h.head_name, f.net_income_per_capita_fen as income, null::bigint as before
from household_fact f ${lines} ${groupings[by].join}
join household h on h.county_code = f.county_code and h.id = f.household_id
where f.village_code >= $1 and f.village_code < $2 and f.year = $3 and ${registered} and ${groupings[by].key} = $7
  and f.net_income_per_capita_fen >= l.line + ($8::integer - 1) * $6 and f.net_income_per_capita_fen < l.line + $9::integer * $6
  and ($10::uuid is null or f.household_id > $10::uuid)
order by f.household_id limit $11`;

/** Who decided in the range. $1 from, $2 to, $3 year. */
export const deciders = `
select distinct d.decided_by::text as decided_by from case_decision d join case_file c on c.county_code = d.county_code and c.id = d.case_id
where d.village_code >= $1 and d.village_code < $2 and c.pack_code = 'household_exit' and c.year = $3 and d.outcome = 'APPROVED'`;

export interface ChangeRow {
  readonly county_code: string;
  readonly key: string;
  readonly compared: number;
  readonly sudden: number;
}
/**
 * For the statements below. Behind row security the planner expects a handful of rows of any range, and would compare them one by one
 * or sort them all; equal keys in a table in memory are right for a village and for the region.
 */
export const roomForChanges = `
select set_config('enable_nestloop', 'off', true), set_config('enable_mergejoin', 'off', true), set_config('enable_sort', 'off', true), set_config('work_mem', '64MB', true)`;
export const usualRoom = `
select set_config('enable_nestloop', 'on', true), set_config('enable_mergejoin', 'on', true), set_config('enable_sort', 'on', true)`;

const within = (facts: 'f' | 'b') => `${facts}.village_code >= $1 and ${facts}.village_code < $2 and ${facts}.county_code >= left($1, 6) and ${facts}.county_code < left($1, 6) || ':'`;
/** Households with an income in both years, each year read once. Ratios are whole millionths. */
const pairs = `
  select f.county_code, f.household_id, f.village_code, f.net_income_per_capita_fen as income, b.net_income_per_capita_fen as before,
    f.net_income_per_capita_fen * 1000000 > $4::bigint * b.net_income_per_capita_fen or f.net_income_per_capita_fen * 1000000 < $5::bigint * b.net_income_per_capita_fen as is_sudden
  from household_fact f join household_fact b on b.county_code = f.county_code and b.household_id = f.household_id
  where ${within('f')} and f.year = $3 and ${registered} and f.net_income_per_capita_fen is not null
    and ${within('b')} and b.year = $3::integer - 1 and b.net_income_per_capita_fen > 0`;
/** $1 from, $2 to, $3 year, $4 ratio above, $5 ratio below, $6 digits of the group. */
export const changes = `
with village as (
  select p.county_code, p.village_code, count(*) as compared, count(*) filter (where p.is_sudden) as sudden from (${pairs}) p group by p.county_code, p.village_code
)
select v.county_code, left(v.village_code, $6) as key, sum(v.compared)::integer as compared, sum(v.sudden)::integer as sudden from village v group by 1, 2`;
/** $6 only sudden ones, $7 cursor, $8 limit. */
export const changeRows = `
select p.county_code, p.household_id, p.village_code, (select h.head_name from household h where h.county_code = p.county_code and h.id = p.household_id) as head_name, p.income, p.before
from (${pairs} and ($7::uuid is null or f.household_id > $7::uuid)) p
where not $6::boolean or p.is_sudden
order by p.household_id limit $8`;
