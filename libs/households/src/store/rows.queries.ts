import { allColumns, tableOf } from './columns.js';
import type { FieldEntity } from '#domain';

/*
 * Whole rows go in and out as JSON, so that 100 columns need no hand-written list and one statement takes many rows.
 * Table and column names come from the field catalogue, never from a request.
 */

const entities = ['household', 'householdYear', 'member', 'memberYear'] as const satisfies readonly FieldEntity[];
const forEach = (build: (entity: FieldEntity) => string) => Object.fromEntries(entities.map((entity) => [entity, build(entity)])) as Record<FieldEntity, string>;

/** $1 rows as a JSON array. */
export const insertRows = forEach((entity) => `insert into ${tableOf[entity]} select r.* from jsonb_populate_recordset(null::${tableOf[entity]}, $1::jsonb) r`);

/** $1 county, $2 id, $3 changed columns as JSON. A column that is absent keeps its value. */
export const updateRow = forEach((entity) => {
  const columns = allColumns(entity).filter((column) => column !== 'county_code' && column !== 'id');
  return `
update ${tableOf[entity]} as t
set (${columns.join(', ')}) = (select ${columns.map((column) => `p.${column}`).join(', ')} from jsonb_populate_record(t, $3::jsonb) p)
where t.county_code = $1 and t.id = $2`;
});
