import { prepared } from '#platform';

/** Takes the next place in the device's line: nothing comes back unless the number is exactly the next one. $1 county, $2 device, $3 number. */
export const takeTurn = prepared(`
update device_line set last_seq = $3, highest_seq = greatest(highest_seq, $3) where county_code = $1 and device_id = $2 and last_seq = $3::bigint - 1 returning 1`);

export const lineOf = 'select l.last_seq from device_line l where l.county_code = $1 and l.device_id = $2';
/** Remembers that a number above a gap was seen. $1 county, $2 device, $3 number. */
export const sawNumber = 'update device_line set highest_seq = $3 where county_code = $1 and device_id = $2 and highest_seq < $3::bigint';

export interface StoredOperation {
  id: string;
  device_seq: number | null;
  content_hash: string;
  status: 'applied' | 'conflict' | 'rejected';
  code: string | null;
  result: { version?: number; code?: string; contested?: string[]; fields?: unknown[]; title?: string; titleEn?: string };
}
/** $1 county, $2 operation. */
export const findOperation = prepared('select o.id, o.device_seq, o.content_hash, o.status, o.code, o.result from sync_operation o where o.county_code = $1 and o.id = $2');

/**
 * The answer for good, and its record in the audit log, in one statement. $1 county, $2 operation, $3 village, $4 device, $5 number, $6 kind, $7 entity,
 * $8 base version, $9 time of the device, $10 clock suspect, $11 schema, $12 code lists, $13 hash, $14 status, $15 code, $16 result,
 * $17 sealed payload, $18 household for the record.
 */
export const storeOperation = prepared(`
with stored as (
  insert into sync_operation (county_code, id, village_code, device_id, device_seq, kind, entity_id, base_version, occurred_at, clock_suspect, schema_version,
    code_list_version, content_hash, status, code, result, payload_enc)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
  returning id
)
select app.record_event('SYNC', 'sync_operation', s.id::text, $3, jsonb_strip_nulls(jsonb_build_object('kind', $6::text, 'status', $14::text, 'code', $15::text,
  'device', $4::uuid, 'seq', $5::bigint, 'entity', $7::uuid, 'hash', $13::text)), $18::uuid)
from stored s`);
