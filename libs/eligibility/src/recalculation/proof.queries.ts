import { entitlementColumns, entitlementKey, gapColumns, gapKey, gapSelect, type EntitlementSelect } from '../entitlements/entitlement.queries.js';
import { levelTables, type JudgedLevel } from '../levels.js';
import { factValueColumns, verdictValueColumns } from './compute.queries.js';
import type { FromNothing } from './from-nothing.js';

/** More than this many differences of one kind say nothing that the first ones do not. */
export const MOST_DIFFERENCES = 1000;

export interface DifferenceRow {
  village_code: string;
  relation: string;
  row_key: Record<string, unknown>;
  stored: Record<string, unknown> | null;
  recomputed: Record<string, unknown> | null;
}

export const differencesOfFacts = (level: JudgedLevel, fresh: FromNothing): string => {
  const { fact, key } = levelTables[level];
  return differences(fact, [...key, 'year'], factValueColumns(level), fresh);
};

export const differencesOfVerdicts = (level: JudgedLevel, fresh: FromNothing): string => {
  const { verdict, key } = levelTables[level];
  return differences(verdict, [...key, 'year', 'rule_code'], [...['village_code'].filter((name) => !key.includes(name)), ...verdictValueColumns], fresh);
};

/**
 * Facts were compared before and are what they should be, so entitlements are computed from the stored ones: from nothing, step by
 * step. Persons, assignments and payments are read as written.
 */
export const differencesOfEntitlements = (fresh: EntitlementSelect): string => differences('entitlement', entitlementKey, entitlementColumns, fresh);
export const differencesOfGaps = differences('entitlement_gap', gapKey, gapColumns, { ctes: [], select: gapSelect });

/** Rows that are stored and not computed, computed and not stored, or not the same. The stored table is named with its schema, past the CTEs. */
function differences(table: string, key: readonly string[], columns: readonly string[], { ctes, select }: Pick<FromNothing, 'ctes' | 'select'>): string {
  const list = (alias: string): string => `(${columns.map((name) => `${alias}.${name}`).join(', ')})`;
  return `
with ${[...ctes, `fresh as materialized (${select})`].join(', ')},
kept as (select s.* from public.${table} s where s.county_code = $1)
select coalesce(s.village_code, c.village_code) as village_code, '${table}' as relation,
  jsonb_build_object(${key.map((name) => `'${name}', coalesce(s.${name}, c.${name})`).join(', ')}) as row_key, to_jsonb(s) as stored, to_jsonb(c) as recomputed
from fresh c
full join kept s on ${key.map((name) => `s.${name} = c.${name}`).join(' and ')}
where s.county_code is null or c.county_code is null or ${list('s')} is distinct from ${list('c')}
limit ${MOST_DIFFERENCES}`;
}

/** Villages whose stored state is known to lag: written to since, or parked. */
export const unsettledVillages = `
select d.village_code from dirty_village d where d.county_code = $1
union select p.village_code from parked_village p where p.county_code = $1`;

/** Villages that cannot be computed at all. */
export const parkedVillages = `select p.village_code from parked_village p where p.county_code = $1`;

/** $1 county, $2 run, $3 differences as JSON with ids. */
export const insertDifferences = `
insert into recalculation_difference (county_code, id, village_code, run_id, relation, row_key, stored, recomputed)
select $1, d.id, d.village_code, $2, d.relation, d.row_key, d.stored, d.recomputed
from jsonb_to_recordset($3::jsonb) as d(id uuid, village_code text, relation text, row_key jsonb, stored jsonb, recomputed jsonb)`;
