/** Every row of the register into one village: the largest that a phone has to hold. $1 village. */
export const villageOfAll = (table: string): string => `update ${table} set county_code = left($1, 6), village_code = $1`;

/** $1 county, $2 village. */
export const householdsOf = 'select h.id from household h where h.county_code = $1 and h.village_code = $2 order by h.id';

/** The rows of one synced visit beside the visit itself, without what decides on them. $1 county, $2 operation, $3 village, $4 device, $5 number, $6 visit. */
export const bareOperation = `
insert into sync_operation (county_code, id, village_code, device_id, device_seq, kind, entity_id, schema_version, content_hash, status, result, actor_id)
values ($1, $2, $3, $4, $5, 'visit.record', $6, 1, repeat('a', 64), 'applied', '{}', '00000000-0000-7000-8000-000000000001')`;
/** $1 county, $2 village, $3 row as JSON. */
export const bareAudit = `
insert into audit_log (county_code, id, recorded_on, village_code, at, actor_id, actor_role, request_id, op, table_name, row_id, payload)
select $1, app.uuid_v7(), current_date, $2, now(), '00000000-0000-7000-8000-000000000001', 'team_member', 'bench', o, 'visit', gen_random_uuid()::text, $3
from unnest(array['INSERT', 'SYNC']) o`;
