import { CARE_CATALOGUE, CARE_PARAMETERS, careTerms, type Rule } from '#domain';
import { compileRule, leafText, SqlBinder, verdictText } from '#platform';
import { careFactCtes, lastYearOf } from './care-facts.queries.js';

/** A definition that judges: one version of one register. */
export interface JudgingRegister {
  readonly id: string;
  readonly code: string;
  readonly level: 'member' | 'household';
  readonly expression: Rule;
}

/** How a recalculation changed the registers of some villages. */
export interface Derived {
  readonly entered: number;
  readonly left: number;
  readonly refreshed: number;
}

const FIXED = 5;
const ages = CARE_PARAMETERS.map(({ name }) => `${name} bigint`).join(', ');
const statuses = careTerms.registeredStatuses.map((status) => `'${status}'`).join(', ');

const relations = {
  member: { from: 'care_fact f', member: 'f.member_id' },
  household: {
    from: `household_fact f join household h on h.county_code = f.county_code and h.id = f.household_id and h.status in (${statuses})
      and f.village_code = any($2::text[]) and f.year = ${lastYearOf('f.household_id')}`,
    member: 'null::uuid',
  },
} as const;

/**
 * Brings the registers of some villages up to date in one statement: judges everybody by the definitions in force, closes the
 * entries of those who no longer belong, opens those that are new and refreshes what is kept beside an entry. An unproven
 * entry that becomes a proven one is closed and opened anew, so both days are seen.
 * $1 county, $2 villages, $3 years, $4 ages as JSON, $5 today; then the values of the definitions.
 */
export function deriveEntries(registers: readonly JudgingRegister[]): { readonly sql: string; readonly values: readonly unknown[] } {
  const binder = new SqlBinder(Array.from({ length: FIXED }, () => null));
  const judged = registers.map((register) => judgeBy(register, binder)).join('\nunion all');
  const sql = `
with ${careFactCtes},
age_of as (select a.* from jsonb_to_record($4::jsonb) as a(${ages})),
judged as materialized (select j.*, ${entryKey('j')} as entry_key from (${judged}) j where j.verdict <> 'not_met'),
open_entry as materialized (
  select e.*, ${entryKey('e')} as entry_key from care_entry e
  where e.county_code = $1 and e.until is null and (e.village_code = any($2::text[]) or e.household_id in (select j.household_id from judged j))
),
-- A full join is always done by hash: what is on one side only came or went.
change as materialized (
  select o.id as open_id, o.year as old_year, o.leaves as old_leaves, o.version_id as old_version, o.village_code as old_village, j.*
  from open_entry o full join judged j on j.entry_key = o.entry_key
),
closed as (
  update care_entry e set until = $5::date from change c
  where e.county_code = $1 and e.id = c.open_id and c.entry_key is null
  returning 1
),
refreshed as (
  update care_entry e set year = c.year, leaves = c.leaves, version_id = c.version_id, village_code = c.village_code
  from change c
  where e.county_code = $1 and e.id = c.open_id and c.entry_key is not null
    and (c.old_year, c.old_leaves, c.old_version, c.old_village) is distinct from (c.year, c.leaves, c.version_id, c.village_code)
  returning 1
),
opened as (
  insert into care_entry (county_code, id, village_code, register_code, household_id, member_id, verdict, leaves, year, version_id, since)
  select $1, app.uuid_v7(), c.village_code, c.register_code, c.household_id, c.member_id, c.verdict, c.leaves, c.year, c.version_id, $5::date
  from change c where c.open_id is null
  returning 1
)
select (select count(*) from opened)::integer as entered, (select count(*) from closed)::integer as left, (select count(*) from refreshed)::integer as refreshed`;
  return { sql, values: binder.values.slice(FIXED) };
}

/** Names a person (or household) on a register with a verdict. */
function entryKey(alias: string): string {
  return `${alias}.register_code || ' ' || coalesce(${alias}.member_id, ${alias}.household_id) || ' ' || ${alias}.verdict`;
}

function judgeBy({ id, code, level, expression }: JudgingRegister, binder: SqlBinder): string {
  const { from, member } = relations[level];
  const { leaves, combine } = compileRule(expression, { catalogue: CARE_CATALOGUE, level, alias: 'f', parameters: { alias: 'p' }, binder });
  const names = leaves.map((_, i) => `l${i}`);
  const results = names.map((name) => `r.${name}`);
  // offset 0 keeps each condition computed once: the planner would copy it into the verdict and into the letters.
  return `
select ${binder.bind('text', code)} as register_code, r.village_code, r.household_id, r.member_id, r.year::smallint as year,
  ${verdictText(combine(results))} as verdict, ${leafText(results)} as leaves, ${binder.bind('text', id)}::uuid as version_id
from (
  select f.village_code, f.household_id, ${member} as member_id, f.year, ${leaves.map((leaf, i) => `${leaf} as ${names[i] ?? ''}`).join(', ')}
  from ${from} cross join age_of p
  where f.county_code = $1
  offset 0
) r`;
}

export const stateOfCounty = 'select s.basis from care_state s where s.county_code = $1';
export const stampCounty = `
insert into care_state (county_code, village_code, basis, computed_at) values ($1, $2, $3, $4)
on conflict (county_code) do update set basis = excluded.basis, computed_at = excluded.computed_at`;

/** Counties whose facts were computed, with the basis of their registers; null when they have none yet. */
export const countiesComputed = `
select r.county_code, s.basis from recalculation_state r
left join care_state s on s.county_code = r.county_code
where r.village_code = r.county_code || '000000' order by 1`;

export const villagesWithHouseholds = 'select distinct h.village_code as code from household h where h.county_code = $1 order by 1';

/** Only one computation of a county at a time; the recalculation takes the same lock. */
export const lockCare = `select pg_advisory_xact_lock(hashtextextended('bangfu.care.' || $1, 0))`;

/** How sets are joined: by hash in a county, by look-up in a village or two; below row security the planner expects a row of either. */
export const joins = {
  whole: 'set local enable_nestloop = off; set local enable_mergejoin = off',
  few: 'set local enable_nestloop = on; set local enable_mergejoin = off',
  usual: 'set local enable_nestloop = on; set local enable_mergejoin = on',
} as const;
