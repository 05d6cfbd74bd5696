import { householdFactsSql } from '../facts/household-facts.queries.js';
import { factValueColumns } from '../recalculation/compute.queries.js';
import { judge, type JudgingRule } from '../recalculation/judgement.queries.js';

/**
 * What recalculation is measured against, on the same rows in the same run: one tuned statement without row security, and
 * plain inserts of as many rows into unlogged tables. $1 division, $2 counties, $3 years.
 */
const columns = ['county_code', 'household_id', 'year', ...factValueColumns('household')];
const facts = householdFactsSql('division');

export const makeFloorTables = `
drop table if exists floor_fact, floor_verdict;
create unlogged table floor_fact (like household_fact including defaults, primary key (county_code, household_id, year));
create unlogged table floor_verdict (like household_verdict including defaults, primary key (county_code, household_id, year, rule_code))`;

export const insertFloorFacts = `insert into floor_fact (${columns.join(', ')}) select ${columns.map((name) => `c.${name}`).join(', ')} from (${facts}) c`;

/** The judgement of all rules over the facts of the floor, without row security; values from $4 on are those of the judgement. */
export function floorJudgement(rules: readonly JudgingRule[]): { insert: string; compare: string; values: readonly unknown[] } {
  const { ctes, select, values } = judge('household', rules, { scope: 'division' });
  const judged = `with household_fact as not materialized (select f.* from floor_fact f), ${ctes.join(', ')} ${select}`;
  const named = 'county_code, household_id, village_code, year, rule_code, verdict, leaves, rule_version_id';
  return {
    values,
    insert: `insert into floor_verdict (${named}, run_id, computed_at) select ${named}, '00000000-0000-7000-8000-000000000001', now() from (${judged}) c`,
    compare: `
select count(*)::integer as changed from (${judged}) c
left join floor_verdict s on s.county_code = c.county_code and s.household_id = c.household_id and s.year = c.year and s.rule_code = c.rule_code
where s.county_code is null or (s.verdict, s.leaves, s.rule_version_id) is distinct from (c.verdict, c.leaves, c.rule_version_id)`,
  };
}

/** Rules of households as published. */
export const householdRules = `select r.id, r.code, r.expression from rule_version r where r.level = 'household' order by r.code`;

/** The same statement when nothing changed: compute, compare, write nothing. */
export const compareFloorFacts = `
select count(*)::integer as changed from (${facts}) c
left join floor_fact s on s.county_code = c.county_code and s.household_id = c.household_id and s.year = c.year
where s.county_code is null or (${factValueColumns('household').map((name) => `s.${name}`).join(', ')}) is distinct from (${factValueColumns('household').map((name) => `c.${name}`).join(', ')})`;

export const derivedTables = 'household_fact, village_fact, county_fact, household_verdict, village_verdict, county_verdict, entitlement, entitlement_gap, recalculation_state, recalculation_run';

/** Takes the measures out of force and puts them back; only past the triggers, for published versions do not change. */
export const withoutMeasures = `update measure_version set valid_to = valid_from + 1`;
export const withMeasures = `update measure_version set valid_to = null`;
