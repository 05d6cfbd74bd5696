import { FACT_CATALOGUE, factColumns } from '#domain';
import { countyFactsSelect, villageFactsSelect } from '../facts/area-facts.queries.js';
import { householdFactsSql } from '../facts/household-facts.queries.js';
import { levelTables, type JudgedLevel } from '../levels.js';

/**
 * Every statement here takes $1 county, $2 villages (text[]), $3 years (integer[]). A select reads the tables of the level
 * below by name; a CTE of that name before it makes the same select compute from nothing.
 */
export const factSelects: Readonly<Record<JudgedLevel, string>> = {
  household: householdFactsSql('villages'),
  village: villageFactsSelect,
  county: countyFactsSelect,
};

/** Columns of a fact table that are compared and written, without its key. */
export function factValueColumns(level: JudgedLevel): string[] {
  const { key, extra } = levelTables[level];
  const facts = factColumns(FACT_CATALOGUE, level).map(({ name }) => name).filter((name) => name !== 'year');
  return [...['village_code'].filter((name) => !key.includes(name)), ...facts, ...extra];
}

export const verdictValueColumns = ['verdict', 'leaves', 'rule_version_id'] as const;

export interface ChangedRows {
  readonly table: string;
  readonly key: readonly string[];
  readonly columns: readonly string[];
  readonly select: string;
  /** Columns that are written but not compared, with their expression. */
  readonly stamps?: Readonly<Record<string, string>>;
}

/**
 * Writes only the rows that are new or differ from the stored ones, and says how many. "on conflict do update where" alone
 * would lock, and so rewrite, every row that stays the same.
 */
export function writeChanged({ table, key, columns, select, stamps = {} }: ChangedRows): string {
  const written = [...columns, ...Object.keys(stamps)];
  const row = (alias: string): string => `(${columns.map((name) => `${alias}.${name}`).join(', ')})`;
  return `
with written as (
  insert into ${table} (${[...key, ...written].join(', ')})
  select ${[...key, ...columns].map((name) => `c.${name}`).concat(Object.values(stamps)).join(', ')}
  from (${select}) c
  left join ${table} s on ${key.map((name) => `s.${name} = c.${name}`).join(' and ')}
  where s.county_code is null or ${row('s')} is distinct from ${row('c')}
  on conflict (${key.join(', ')}) do update set ${written.map((name) => `${name} = excluded.${name}`).join(', ')}
  returning 1
)
select count(*)::integer as changed from written w`;
}

export const writeFacts = (level: JudgedLevel): string => {
  const { fact, key } = levelTables[level];
  return writeChanged({ table: fact, key: [...key, 'year'], columns: factValueColumns(level), select: factSelects[level] });
};
