export interface AuditRow {
  id: string;
  at: Date;
  county_code: string;
  village_code: string;
  actor_id: string;
  actor_name: string | null;
  actor_role: string;
  op: string;
  table_name: string;
  row_id: string;
  fields: string[] | null;
  seq: number | null;
}

/** Newest first, keyset by id (time-ordered). Names the changed fields, never their values. */
export const listAudit = `
  select a.id, a.at, a.county_code, a.village_code, a.actor_id, u.display_name as actor_name, a.actor_role, a.op, a.table_name, a.row_id,
    case when a.op = 'UPDATE' then (select array_agg(k order by k) from jsonb_object_keys((a.payload::jsonb) -> 'before') k) end as fields, s.seq
  from audit_log a
  left join app_user u on u.id = a.actor_id
  left join audit_seal s on s.county_code = a.county_code and s.audit_id = a.id
  where a.county_code = $1 and ($2::uuid is null or a.id < $2) and ($3::uuid is null or a.actor_id = $3)
    and ($4::text is null or a.op = $4) and ($5::date is null or a.recorded_on >= $5)
  order by a.id desc limit $6`;
