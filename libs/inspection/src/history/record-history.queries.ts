/**
 * What happened to one record, latest first. Where a change came from stands in what was written with it: the same transaction took an
 * operation of a phone, or committed a file. The mark says whether the row as it reads now still gives the hash that its place in the
 * chain holds. $1 county, $2 table, $3 row, $4 cursor (audit id) or null, $5 limit.
 */
export const recordTimeline = `
with page as (
  select a.* from audit_log a
  where a.county_code = $1 and a.table_name = $2 and a.row_id = $3 and ($4::uuid is null or a.id < $4) and a.op in ('INSERT', 'UPDATE', 'DELETE')
  order by a.id desc limit $5
)
select a.id, a.at, a.op, a.actor_role, u.display_name as actor_name, a.payload::jsonb as payload, s.seq,
  case when s.seq is null then 'NOT_SEALED'
    when s.hash = sha256(coalesce(p.hash, sha256(convert_to('bangfu:' || a.county_code, 'UTF8'))) || app.row_digest(l)) then 'INTACT' else 'BROKEN' end as chain,
  case when a.actor_role = 'system' then 'SYSTEM'
    when exists (select 1 from audit_log o where o.county_code = a.county_code and o.xid = a.xid and o.table_name = 'sync_operation') then 'FIELD'
    when exists (select 1 from audit_log o where o.county_code = a.county_code and o.xid = a.xid and o.table_name = 'import_batch')
      or exists (select 1 from import_batch b where b.commit_xid = a.xid) then 'IMPORT'
    when a.payload::jsonb -> 'after' ->> 'correction_reason' is not null then 'CORRECTION' else 'INTERFACE' end as source
from page a
join audit_log l on l.county_code = a.county_code and l.id = a.id and l.recorded_on = a.recorded_on
left join app_user u on u.id = a.actor_id
left join audit_seal s on s.county_code = a.county_code and s.audit_id = a.id
left join audit_seal p on p.county_code = s.county_code and p.seq = s.seq - 1
order by a.id desc`;

export interface RecordTimelineRow {
  id: string;
  at: Date;
  op: 'INSERT' | 'UPDATE' | 'DELETE';
  actor_role: string;
  actor_name: string | null;
  payload: { before?: Record<string, unknown>; after?: Record<string, unknown> };
  /** Place in the chain of the county; null while it is not sealed. */
  seq: number | null;
  chain: 'INTACT' | 'BROKEN' | 'NOT_SEALED';
  source: 'FIELD' | 'IMPORT' | 'CORRECTION' | 'INTERFACE' | 'SYSTEM';
}

/** The last image that was recorded by a moment; without an image after a deletion. $1 county, $2 table, $3 row, $4 moment. */
export const imageAt = `
select a.op, a.at, a.payload::jsonb -> 'after' as image from audit_log a
where a.county_code = $1 and a.table_name = $2 and a.row_id = $3 and a.op in ('INSERT', 'UPDATE', 'DELETE') and date_trunc('milliseconds', a.at) <= $4
order by a.at desc, (a.payload::jsonb -> 'after' ->> 'version')::integer desc nulls last, a.id desc limit 1`;

export interface ImageRow {
  op: string;
  at: Date;
  image: Record<string, unknown> | null;
}
