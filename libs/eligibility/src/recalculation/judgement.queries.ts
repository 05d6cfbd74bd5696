import { FACT_CATALOGUE, RULE_PARAMETERS, subjectsOfRule } from '#domain';
import { compileRule, leafText, SqlBinder, verdictText } from '#platform';
import { memberFactCtes, memberSubjectCte } from '../facts/household-facts.queries.js';
import { levelTables, type JudgedLevel } from '../levels.js';
import { verdictValueColumns, writeChanged } from './compute.queries.js';

/** One version of a rule with the years that it judges. */
export interface JudgingRule {
  readonly code: string;
  readonly versionId: string;
  readonly level: JudgedLevel;
  readonly expression: unknown;
  readonly years: readonly number[];
}

export interface Judgement {
  /** CTEs that the select needs, to stand after `with`. */
  readonly ctes: readonly string[];
  readonly select: string;
  /** Values of $5 and up; $1 to $4 are county, villages, years and parameters by year (JSON). */
  readonly values: readonly unknown[];
}

export interface JudgeOptions {
  /** Values from $5 on that another part of the statement uses. */
  readonly before?: readonly unknown[];
  /** `places`: $1 county, $2 villages. `division`: $1 a division of any level, $2 its counties. */
  readonly scope?: 'places' | 'division';
}

const PLACES = 4;
const related = { members: { relation: 'member_subject', join: ['county_code', 'household_id', 'year'] } };
const parameterColumns = RULE_PARAMETERS.map(({ name }) => `${name} bigint`).join(', ');
/** Parameters as columns by year. */
export const parameterCte = `parameter_of_year as (select p.* from jsonb_to_recordset($4::jsonb) as p(year integer, ${parameterColumns}))`;

/** Verdicts of households that a rule no longer asks about: somebody exited, was cleared out, or came back. $4 rule codes, $5 the statuses each asks about, joined by commas. */
export const dropUnasked = `
delete from household_verdict v
using household_fact f, unnest($4::text[], $5::text[]) r(rule_code, statuses)
where f.county_code = $1 and f.village_code = any($2::text[]) and f.year = any($3::integer[])
  and v.county_code = f.county_code and v.household_id = f.household_id and v.year = f.year and v.rule_code = r.rule_code
  and coalesce(f.status, 'NONE') <> all(string_to_array(r.statuses, ','))`;

const scopes: Readonly<Record<JudgedLevel, string>> = {
  household: 'f.county_code = $1 and f.village_code = any($2::text[]) and f.year = any($3::integer[])',
  village: 'f.county_code = $1 and f.village_code = any($2::text[]) and f.year = any($3::integer[])',
  county: 'f.county_code = $1 and $2::text[] is not null and f.year = any($3::integer[])',
};

/** For simulations: $1 a division, $2 its counties. */
const divisionScope = `f.county_code = any($2::text[]) and f.village_code >= $1 and f.village_code < $1 || ':' and f.year = any($3::integer[])`;

const noVerdicts: Readonly<Record<JudgedLevel, string>> = {
  household: 'select v.* from household_verdict v where false',
  village: 'select v.* from village_verdict v where false',
  county: 'select v.* from county_verdict v where false',
};

/**
 * Judges the facts of a level by rules: a row per fact row and rule that asks about it, with the verdict, the result of every
 * condition and the version. Parameters are columns by year; one that is not set is null, hence unproven. A pass a rule is
 * four times as fast as one pass with the rules as a lateral list of values, whose expressions are prepared anew for each row.
 */
export function judge(level: JudgedLevel, rules: readonly JudgingRule[], { before = [], scope = 'places' }: JudgeOptions = {}): Judgement {
  if (rules.length === 0) return { ctes: [parameterCte], select: noVerdicts[level], values: before };
  const binder = new SqlBinder([...Array.from({ length: PLACES }, () => null), ...before]);
  const select = rules.map((rule) => judgeByOne(rule, { binder, where: scope === 'places' ? scopes[level] : divisionScope })).join('\nunion all');
  const members = level === 'household' && select.includes('member_subject') ? [memberFactCtes(scope === 'places' ? 'villages' : 'division', 'not materialized '), memberSubjectCte] : [];
  return { ctes: [...members, parameterCte], select, values: binder.values.slice(PLACES) };
}

function judgeByOne(rule: JudgingRule, { binder, where }: { binder: SqlBinder; where: string }): string {
  const { fact, key } = levelTables[rule.level];
  const { leaves, combine } = compileRule(rule.expression, { catalogue: FACT_CATALOGUE, level: rule.level, alias: 'f', related, parameters: { alias: 'p' }, binder });
  const names = leaves.map((_, i) => `l${i}`);
  const results = names.map((name) => `j.${name}`);
  const keys = [...new Set([...key, 'village_code', 'year'])];
  const asked = rule.level === 'household' ? ` and coalesce(f.status, 'NONE') = any(${binder.bind('text', subjectsOfRule(rule.code))})` : '';
  // offset 0 keeps each condition computed once: the planner would copy it into the verdict and into the letters.
  return `
select ${keys.map((name) => `j.${name}`).join(', ')}, ${binder.bind('text', rule.code)} as rule_code, ${verdictText(combine(results))} as verdict,
  ${leafText(results)} as leaves, ${binder.bind('text', rule.versionId)}::uuid as rule_version_id
from (
  select ${[...keys.map((name) => `f.${name}`), ...leaves.map((sql, i) => `${sql} as ${names[i] ?? ''}`)].join(', ')}
  from ${fact} f
  left join parameter_of_year p on p.year = f.year
  where ${where} and f.year = any(${binder.bind('int8', [...rule.years])})${asked}
  offset 0
) j`;
}

/** The statement that writes the verdicts that changed; the run's id and time are its last two values. */
export function writeVerdicts(level: JudgedLevel, rules: readonly JudgingRule[]): { readonly sql: string; readonly values: readonly unknown[] } {
  const { verdict, key } = levelTables[level];
  const { ctes, select, values } = judge(level, rules);
  const last = PLACES + values.length;
  const columns = [...['village_code'].filter((name) => !key.includes(name)), ...verdictValueColumns];
  const sql = writeChanged({
    table: verdict, key: [...key, 'year', 'rule_code'], columns, select: `with ${ctes.join(', ')} ${select}`,
    stamps: { run_id: `$${last + 1}::uuid`, computed_at: `$${last + 2}::timestamptz` },
  });
  return { sql, values };
}
