import type { JudgingMeasure, Verdict } from '#domain';
import { entitlementSelect } from './entitlement.queries.js';

/** Counties that were computed, with the year their entitlements are of, in division $1. */
export const computedCounties = `
select s.county_code, coalesce(s.newest_year, $2::integer) as year from recalculation_state s
where s.years is not null and s.village_code >= $1 and s.village_code < $1 || ':' order by s.county_code`;
export interface ComputedCountyRow {
  county_code: string;
  year: number;
}

/** Villages with households. $1 county. */
export const villagesWithHouseholds = `select distinct h.village_code from household h where h.county_code = $1`;

export interface MeasureFlipRow {
  before: Verdict;
  after: Verdict;
  subjects: number;
}

/**
 * How many households or persons of a county a candidate answers otherwise than the stored version; the last value is its code.
 * Writes nothing.
 */
export function measureFlips(candidate: JudgingMeasure, { year, running }: { year: number; running: number }): { sql: string; values: readonly unknown[] } {
  const { ctes, select, values } = entitlementSelect({ year, running, measures: [candidate], needs: [] });
  const code = `$${5 + values.length}`;
  const verdict = (alias: string): string => `case when ${code} = any(${alias}.met) then 'met' when ${code} = any(${alias}.unproven) then 'unproven' else 'not_met' end`;
  const sql = `
with ${[...ctes, `fresh as materialized (${select})`].join(', ')},
kept as materialized (
  select e.* from entitlement e where e.county_code = $1 and e.village_code = any($2::text[]) and (${code} = any(e.met) or ${code} = any(e.unproven))
)
select x.before, x.after, count(*)::integer as subjects from (
  select ${verdict('s')} as before, ${verdict('c')} as after from fresh c full join kept s on s.household_id = c.household_id and s.subject_id = c.subject_id
) x where x.before <> x.after group by 1, 2 order by 1, 2`;
  return { sql, values: [...values, candidate.code] };
}
