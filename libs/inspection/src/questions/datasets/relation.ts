import type { RelationName } from '#domain';
import type { SqlBinder } from '#platform';

/** Where rows are looked for: a range of divisions, or some villages of it. */
export type Place = { readonly from: string; readonly to: string; readonly county: string | null } | { readonly villages: readonly string[] };

/** What the SQL of a relation depends on. Everything is bound; nothing is written into the text. */
export interface Moment {
  readonly binder: SqlBinder;
  readonly place: Place;
  readonly year: number | null;
  /** Day of the question. */
  readonly on: string;
  /** ISO time up to which records count, for a day that is over; null for today. */
  readonly at: string | null;
}

/** SQL expressions of a moment, to write relations with. */
export interface MomentSql {
  /** The day, a date. */
  readonly on: string;
  /** The year, an integer; `null::integer` when none is asked for. */
  readonly year: string;
  /** Whether a recorded time lies before the end of the day; `true` for today. */
  knownBy(time: string): string;
  /** Whether a version holds: written by then and not superseded by then. */
  versionHolds(alias: string): string;
  /** Picks by whether the day is over. */
  then<T>(past: T, present: T): T;
  /** Conditions of a year on an integer expression; none when no year is asked for. */
  inYear(year: string): string[];
}

/** A relation of rows with the columns that its fields name. A join stands in the statement only when one of its columns is needed. */
export interface RelationSql {
  readonly name: RelationName;
  /** The driving table with its alias `x`. */
  readonly from: string;
  readonly household: string;
  readonly member?: string;
  where?(m: MomentSql): string[];
  readonly joins?: Readonly<Record<string, (m: MomentSql) => string>>;
  /** By field name: the expression, or the expression and the joins that it needs. */
  columns(m: MomentSql): Readonly<Record<string, string | readonly [string, ...string[]]>>;
}

/** Values are named in braces until it is known which of them the statement needs: one that is sent and not used is an error. */
function momentSql({ year, at }: Moment): MomentSql {
  return {
    on: '{on}',
    year: year === null ? 'null::integer' : '{year}',
    knownBy: (time) => (at === null ? 'true' : `${time} < {at}`),
    versionHolds: (alias) => (at === null ? `${alias}.superseded_at is null` : `${alias}.recorded_at < {at} and (${alias}.superseded_at is null or ${alias}.superseded_at >= {at})`),
    then: (past, present) => (at === null ? present : past),
    inYear: (expression) => (year === null ? [] : [`${expression} = {year}`]),
  };
}

function bindMoment(sql: string, { binder, year, on, at }: Moment): string {
  const bound = { on: () => binder.bind('date', on), year: () => `(${binder.bind('int8', year)})::integer`, at: () => `(${binder.bind('text', at)})::timestamptz` };
  return sql.replace(/\{(on|year|at)\}/g, (_, name: keyof typeof bound) => bound[name]());
}

/** The relation as a select: keys, and those columns that the statement needs. Unknown names are a mistake of a developer. */
export function relationSelect(relation: RelationSql, needed: Iterable<string>, moment: Moment): string {
  const m = momentSql(moment);
  const columns = relation.columns(m);
  const chosen = [...new Set(needed)].map((name) => {
    const column = columns[name];
    if (column === undefined) throw new Error(`relation ${relation.name} has no column ${name}`);
    return { name, sql: typeof column === 'string' ? column : column[0], joins: typeof column === 'string' ? [] : column.slice(1) };
  });
  const joined = new Set(chosen.flatMap(({ joins }) => joins));
  const joins = Object.entries(relation.joins ?? {}).filter(([name]) => joined.has(name)).map(([, sql]) => sql(m));
  const keys = ['x.county_code', 'x.village_code', 'x.id', `${relation.household} as household_id`, ...(relation.member ? [`${relation.member} as member_id`] : [])];
  const where = [...placeConditions(moment), ...(relation.where?.(m) ?? [])].filter((condition) => condition !== 'true');
  const sql = `select ${[...keys, ...chosen.map(({ name, sql }) => `${sql} as ${name}`)].join(', ')} from ${relation.from} ${joins.join(' ')} where ${where.join(' and ')}`;
  return bindMoment(sql, moment);
}

/**
 * Row security has the same range from the settings, which the planner cannot look into; here it stands as values, so that
 * every plan has it, and the county beside it, so that a distributed database asks one node only.
 */
function placeConditions({ binder, place }: Moment): string[] {
  if ('villages' in place) return [`x.village_code = any(${binder.bind('text', place.villages)})`];
  const range = [`x.village_code >= ${binder.bind('text', place.from)}`, `x.village_code < ${binder.bind('text', place.to)}`];
  return place.county === null ? range : [...range, `x.county_code = ${binder.bind('text', place.county)}`];
}

const SHANGHAI = `'Asia/Shanghai'`;
/** The calendar day of a time, as everybody here reads it. */
export const dayOf = (time: string): string => `(${time} at time zone ${SHANGHAI})::date`;
