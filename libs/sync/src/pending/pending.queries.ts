export interface PendingRow {
  county_code: string;
  id: string;
  village_code: string;
  village_name: string | null;
  user_name: string;
  label: string | null;
  revoked_at: Date | null;
  app_version: string | null;
  last_contact_at: Date | null;
  last_seq: number;
  highest_seq: number;
  pending_operations: number | null;
  pending_files: number | null;
  oldest_pending_at: Date | null;
  lost: number;
  kept: number;
}

/** Devices with work that has not arrived, the oldest first. $1, $2 range of villages, $3 all devices, $4 sort key and id of the last one, $5 limit, $6 roles whose work is confidential. */
export const listPending = `
select * from (
  select d.county_code, d.id, d.village_code, v.name as village_name, d.user_name, d.label, d.revoked_at, l.app_version, l.last_contact_at, l.last_seq, l.highest_seq,
    l.pending_operations, l.pending_files, l.oldest_pending_at,
    (select coalesce(sum(g.to_seq - g.from_seq + 1), 0)::integer from sync_gap g where g.county_code = d.county_code and g.device_id = d.id) as lost,
    (select count(*)::integer from sync_operation o where o.county_code = d.county_code and o.device_id = d.id and o.status = 'rejected'
      and not exists (select 1 from sync_settlement s where s.county_code = o.county_code and s.id = o.id)) as kept
  from device d
  join device_line l on l.county_code = d.county_code and l.device_id = d.id
  join role_grant r on r.id = d.grant_id and r.role <> all($6::text[])
  left join division v on v.code = d.division_code
  where d.village_code >= $1 and d.village_code < $2
) w
where ($3::boolean or w.pending_operations > 0 or w.pending_files > 0 or w.highest_seq > w.last_seq or w.lost > 0 or w.kept > 0)
  and ($4::uuid is null or w.id > $4::uuid)
order by w.id limit $5`;

export interface KeptRow {
  county_code: string;
  id: string;
  village_code: string;
  device_id: string;
  user_name: string;
  kind: string;
  entity_id: string | null;
  occurred_at: Date | null;
  received_at: Date;
  clock_suspect: boolean;
  code: string;
  result: { title?: string; fields?: unknown[] };
  payload_enc: string | null;
  outcome: 'TAKEN_UP' | 'LAID_ASIDE' | null;
  note: string | null;
  settled_by_name: string | null;
  settled_at: Date | null;
}

const kept = `
select o.county_code, o.id, o.village_code, o.device_id, d.user_name, o.kind, o.entity_id, o.occurred_at, o.received_at, o.clock_suspect, o.code, o.result, o.payload_enc,
  s.outcome, s.note, s.settled_by_name, s.settled_at
from sync_operation o
join device d on d.county_code = o.county_code and d.id = o.device_id
join role_grant r on r.id = d.grant_id
left join sync_settlement s on s.county_code = o.county_code and s.id = o.id`;
/** $1, $2 range of villages, $3 settled ones too, $4 id of the last one, $5 limit, $6 roles whose work is confidential. */
export const listKept = `${kept}
where o.village_code >= $1 and o.village_code < $2 and o.status = 'rejected' and ($3::boolean or s.id is null) and ($4::uuid is null or o.id > $4::uuid)
  and r.role <> all($6::text[])
order by o.id limit $5`;
/** $1 county, $2 id, $3 roles whose work is confidential. */
export const findKept = `${kept} where o.county_code = $1 and o.id = $2 and o.status = 'rejected' and r.role <> all($3::text[])`;
/** $1 county, $2 operation, $3 village, $4 outcome, $5 note, $6 name. */
export const settleKept = `
insert into sync_settlement (county_code, id, village_code, outcome, note, settled_by_name) values ($1, $2, $3, $4, $5, $6)
on conflict (county_code, id) do nothing returning id`;
