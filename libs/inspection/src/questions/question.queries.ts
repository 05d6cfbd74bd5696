import type { FactLevel, PlanOperand, PlanQuantifier, Rule, RulePlan } from '#domain';
import { codeRange, planRule, ROW_LEVEL } from '#domain';
import { SqlBinder, toSql, type RelatedParts } from '#platform';
import { relationOf, relationSelect, type Moment, type Place } from './datasets/index.js';
import type { ResolvedQuestion } from './resolved-question.js';

/*
 * The SQL of a question: rows of the dataset under `s`, what its conditions say of a row as one three-valued expression, and the
 * related rows counted beforehand, one pass for each condition over them. Names come from the catalogue, values are bound.
 */

/** Before a question over many rows: the range of the policies makes the planner expect a handful and look up one by one. */
export const roomForQuestion = `select set_config('work_mem', '64MB', true), set_config('enable_nestloop', $1, true), set_config('enable_mergejoin', 'off', true), set_config('enable_presorted_aggregate', 'off', true)`;
/**
 * Before a question over the whole region, beside that: behind the policies the planner expects one row in two hundred, so it would have
 * one process walk an index of every table. Each row is read anyway: whole tables by all workers, joined and grouped by hashing.
 */
export const roomForRegion = `select set_config('enable_indexscan', 'off', true), set_config('enable_bitmapscan', 'off', true), set_config('enable_sort', 'off', true),
  set_config('parallel_setup_cost', '0', true), set_config('parallel_tuple_cost', '0', true)`;
/** Back to what the server says, but for memory. */
export const usualRoom = `select set_config(s.name, s.reset_val, true) from pg_settings s
where s.name in ('enable_nestloop', 'enable_mergejoin', 'enable_presorted_aggregate', 'enable_indexscan', 'enable_bitmapscan', 'enable_sort', 'parallel_setup_cost', 'parallel_tuple_cost')`;

/** Lists that are rows, newest name first: measures and procedures. */
export const codeRows = `
select 'measure' as list, m.code, m.name from (select distinct on (v.code) v.code, v.name from measure_version v order by v.code, v.version desc) m
union all
select 'case_pack', p.code, p.name from (select distinct on (v.code) v.code, v.name from procedure_pack v order by v.code, v.version desc) p
order by 1, 2`;

export interface CodeRow {
  list: string;
  code: string;
  name: { zh: string; en?: string };
}

/** Rule versions by which the verdicts of a year were reached in a territory. */
export const ruleVersionsOf = `
select r.code, r.version, r.id, r.valid_from from rule_version r where r.id in (
  select distinct v.rule_version_id from household_verdict v where v.village_code >= $1 and v.village_code < $2 and v.year = $3 and v.rule_code = any($4::text[]))
order by r.code, r.version`;

export interface RuleVersionRow {
  code: string;
  version: number;
  id: string;
}

export interface CompiledQuestion {
  readonly binder: SqlBinder;
  /** `(…) s left join …` */
  readonly from: string;
  /** What the chips say of a row. */
  readonly truth: string;
  /** What the conditions of a share say; null without a share. */
  readonly of: string | null;
}

export function placeOf(division: string): Place {
  return { ...codeRange(division), county: division.length >= 6 ? division.slice(0, 6) : null };
}

/** Compiles a question over a place; `columns` are those that the statement reads beside the conditions. */
export function compileQuestion(asked: ResolvedQuestion, place: Place, columns: readonly string[]): CompiledQuestion {
  const binder = new SqlBinder();
  const moment: Moment = { binder, place, year: asked.year, on: asked.on, at: asked.at };
  const plans = [asked.chips, asked.of].map((rule) => rule && planRule(rule, asked.catalogue, ROW_LEVEL));
  const needed = new Set([...columns, ...plans.flatMap((plan) => (plan ? fieldsOfPlan(plan) : []))]);
  const rows = relationSelect(relationOf(asked.dataset.name), needed, moment);
  const joins: string[] = [];
  const waiting = plans.flatMap((plan) => plan?.leaves.filter((leaf) => leaf.kind === 'quantifier') ?? []);
  const related = Object.fromEntries(asked.dataset.collections.map(({ name }): [string, RelatedParts] => [name, { parts: (where) => countBeforehand(where) }]));
  const truths = [asked.chips, asked.of].map((rule) => rule && toSql(rule, { catalogue: asked.catalogue, level: ROW_LEVEL satisfies FactLevel, alias: 's', related, parameters: { values: asked.parameters }, binder }).sql);
  return { binder, from: [`(${rows}) s`, ...joins].join('\n'), truth: truths[0] ?? 'true', of: truths[1] ?? null };

  /** Conditions are compiled in order of writing, so the next quantifier is the one that is asked for. */
  function countBeforehand(where: (alias: string) => string): ReturnType<RelatedParts['parts']> {
    const node = waiting.shift();
    const collection = asked.dataset.collections.find(({ name }) => name === node?.collection.name);
    if (!node || !collection) throw new Error('a collection without its condition');
    const alias = `q${joins.length}`;
    const inner = relationSelect(relationOf(collection.relation), fieldsOfPlan(node.where), { ...moment, year: collection.relation === 'member' ? asked.year : null });
    joins.push(`left join (
  select k.county_code, k.${collection.by}, count(*) as n, bool_or(k.w) as any_true, bool_or(not k.w) as any_false, bool_and(k.w is not null) as all_known,
    count(*) filter (where k.w) as sure, count(*) filter (where k.w is not false) as possible
  from (select r.county_code, r.${collection.by}, ${where('r')} as w from (${inner}) r) k where k.${collection.by} is not null${decisiveRows(node)}
  group by k.county_code, k.${collection.by}
) ${alias} on ${alias}.county_code = s.county_code and ${alias}.${collection.by} = s.${collection.by}`);
    return {
      rows: `coalesce(${alias}.n, 0)`, anyTrue: `${alias}.any_true`, anyFalse: `${alias}.any_false`, allKnown: `${alias}.all_known`, sure: `coalesce(${alias}.sure, 0)`, possible: `coalesce(${alias}.possible, 0)`,
    };
  }
}

/**
 * Rows that cannot change the answer are not counted, where no rows means none: those that fail the condition do not matter to
 * "some", "none" and "how many", those that meet it do not matter to "all".
 */
function decisiveRows(node: PlanQuantifier): string {
  if (node.collection.whenEmpty === 'unknown') return '';
  return node.quantifier === 'all' ? ' and k.w is not true' : ' and k.w is not false';
}

/** Fields of the rows that a plan names; those of related rows belong to their own plans. */
export function fieldsOfPlan(plan: RulePlan): string[] {
  const named = (operands: readonly PlanOperand[]): string[] => operands.flatMap((operand) => (operand.kind === 'fact' ? [operand.fact.name] : []));
  return plan.leaves.flatMap((leaf) => (leaf.kind === 'test' ? [leaf.fact.name, ...named(leaf.operands)] : leaf.kind === 'quantifier' && leaf.count ? named(leaf.count.operands) : []));
}

/** Every field of the rows that the conditions of a question name. */
export function fieldsNamed(rules: readonly (Rule | undefined)[], asked: Pick<ResolvedQuestion, 'catalogue'>): string[] {
  return [...new Set(rules.flatMap((rule) => (rule ? fieldsOfPlan(planRule(rule, asked.catalogue, ROW_LEVEL)) : [])))];
}

export interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

export interface CountedRow {
  /** Totals first, then one row a group. */
  is_total: boolean;
  key: string | null;
  total: number;
  met: number;
  unproven: number;
  amount: number | null;
  hits: number;
  /** Of the totals: the first villages that hold the rows of a page. */
  villages: string[] | null;
}

/** A position in the rows of a question, which are ordered by village and id. */
export interface RowPosition {
  readonly village: string;
  readonly id: string;
}

/** Number, sum, groups and where the first rows lie, in one pass over the dataset. `page` rows are wanted, after `position`. */
export function countStatement(asked: ResolvedQuestion, { page, position = null }: { page: number; position?: RowPosition | null }): Statement {
  const { groupBy, measure, division } = asked.definition;
  const columns = [...(groupBy && groupBy.by !== 'division' ? [groupBy.field] : []), ...(measure.kind === 'sum' ? [measure.field] : [])];
  const place = placeOf(division);
  const compiled = compileQuestion(asked, position && 'from' in place ? { ...place, from: position.village } : place, columns);
  const { binder, from, truth, of } = compiled;
  const inner = !groupBy || groupBy.by === 'division' ? 'null::text' : groupBy.by === 'month' ? `to_char(s.${groupBy.field}, 'YYYY-MM')` : `s.${groupBy.field}::text`;
  const outer = groupBy?.by === 'division' ? `left(c.village_code, (${binder.bind('int8', childLength(division))})::integer)` : 'c.g';
  const after = position ? `where (s.village_code, s.id) > (${binder.bind('text', position.village)} collate "C", (${binder.bind('text', position.id)})::uuid)` : '';
  const sql = `with counted as materialized (
  select t.village_code, t.g, count(*) as total, count(*) filter (where t.w) as met, count(*) filter (where t.w is null) as unproven,
    sum(t.amount) filter (where t.w) as amount, count(*) filter (where t.w and t.hit) as hits
  from (select s.village_code, ${inner} as g, ${measure.kind === 'sum' ? `s.${measure.field}::int8` : 'null::int8'} as amount, ${truth} as w, ${of ?? 'false'} as hit from ${from} ${after}) t
  group by t.village_code, t.g
), walked as (
  select v.village_code, sum(v.met) over (order by v.village_code) - v.met as before
  from (select c.village_code, sum(c.met) as met from counted c group by c.village_code having sum(c.met) > 0) v
)
select grouping(k.key) = 1 as is_total, k.key, coalesce(sum(k.total), 0)::int8 as total, coalesce(sum(k.met), 0)::int8 as met, coalesce(sum(k.unproven), 0)::int8 as unproven,
  sum(k.amount)::int8 as amount, coalesce(sum(k.hits), 0)::int8 as hits,
  case when grouping(k.key) = 1 then (select array_agg(w.village_code order by w.village_code) from walked w where w.before < ${binder.bind('int8', page)}) end as villages
from (select ${outer} as key, c.total, c.met, c.unproven, c.amount, c.hits from counted c) k
group by grouping sets ((), (k.key))
order by 1 desc, 2 nulls last`;
  return { sql, values: binder.values };
}

/** Digits of the divisions right below one. */
export function childLength(division: string): number {
  return { 2: 4, 4: 6, 6: 9 }[division.length] ?? 12;
}

export interface QuestionRow {
  county_code: string;
  id: string;
  village_code: string;
  household_id: string | null;
  [column: string]: unknown;
}

/** Rows that meet the question, in order of village and id. Columns come out under `c0`, `c1` … in the order asked for. */
export function rowsStatement(asked: ResolvedQuestion, columns: readonly string[], { place, position = null, limit = null }: { place?: Place; position?: RowPosition | null; limit?: number | null }): Statement {
  const { binder, from, truth } = compileQuestion({ ...asked, of: undefined }, place ?? placeOf(asked.definition.division), columns);
  const after = position ? ` and (s.village_code, s.id) > (${binder.bind('text', position.village)} collate "C", (${binder.bind('text', position.id)})::uuid)` : '';
  const sql = `select s.county_code, s.id, s.village_code, s.household_id${columns.map((name, index) => `, s.${name} as c${index}`).join('')}
from ${from}
where ${truth}${after}
order by s.village_code, s.id${limit === null ? '' : ` limit ${binder.bind('int8', limit)}`}`;
  return { sql, values: binder.values };
}

/** Reads a long result piece by piece. */
export const declareRows = (sql: string): string => `declare question_rows no scroll cursor for ${sql}`;
export const fetchRows = 'fetch 2000 from question_rows';
export const closeRows = 'close question_rows';

export const explainStatement = (sql: string): string => `explain (format json) ${sql}`;
