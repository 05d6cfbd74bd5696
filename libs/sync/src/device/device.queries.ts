import { liveGrant } from '#accounts';

export interface DeviceRow {
  county_code: string;
  id: string;
  village_code: string;
  division_code: string;
  user_id: string;
  user_name: string;
  grant_id: string;
  label: string | null;
  registered_at: Date;
  revoked_at: Date | null;
  revoke_reason: string | null;
  version: number;
  /** Null where the line lies outside the territory. */
  last_seq: number | null;
  app_version: string | null;
  last_contact_at: Date | null;
  /** The grant under which it was registered still holds. */
  grant_live: boolean;
}

const device = `
select d.county_code, d.id, d.village_code, d.division_code, d.user_id, d.user_name, d.grant_id, d.label, d.registered_at, d.revoked_at, d.revoke_reason, d.version,
  l.last_seq, l.app_version, l.last_contact_at,
  ${liveGrant('g')} as grant_live
from device d
join role_grant g on g.id = d.grant_id
left join device_line l on l.county_code = d.county_code and l.device_id = d.id`;

/** $1 county, $2 id. */
export const findDevice = `${device} where d.county_code = $1 and d.id = $2`;
/** $1 counties, $2 ids, pairwise. */
export const findDevices = `${device} where (d.county_code, d.id) in (select w.county_code, w.id from unnest($1::text[], $2::uuid[]) as w (county_code, id))`;
/** Devices of the current actor, wherever. */
export const myDevices = `${device} where d.user_id = app.actor() order by d.registered_at, d.id`;

/** $1 county, $2 id, $3 village, $4 user, $5 grant, $6 name, $7 division, $8 installation, $9 label. */
export const insertDevice = `
insert into device (county_code, id, village_code, user_id, grant_id, user_name, division_code, installation_id, label)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
on conflict (county_code, grant_id, installation_id) do nothing
returning id`;
/** $1 county, $2 device, $3 village, $4 number before the first one, $5 app version. */
export const insertLine = `
insert into device_line (county_code, device_id, village_code, last_seq, highest_seq, app_version, last_contact_at) values ($1, $2, $3, $4, $4, $5, app.now())`;
/** $1 county, $2 grant, $3 installation. */
export const findInstallation = `${device} where d.county_code = $1 and d.grant_id = $2 and d.installation_id = $3`;

/** $1 county, $2 id, $3 by, $4 reason. */
export const revokeDevice = `
update device set revoked_at = app.now(), revoked_by = $3, revoke_reason = $4, version = version + 1 where county_code = $1 and id = $2 and revoked_at is null returning id`;

/** What the device says of itself. $1 county, $2 device, $3 app version, $4 operations, $5 files, $6 age of the oldest in seconds, $7 highest number seen. */
export const reportLine = `
update device_line set last_contact_at = app.now(), app_version = coalesce($3, app_version), pending_operations = coalesce($4, pending_operations),
  pending_files = coalesce($5, pending_files),
  oldest_pending_at = case when $4::integer is null then oldest_pending_at when $6::bigint is null then null else app.now() - make_interval(secs => $6::bigint) end,
  highest_seq = greatest(highest_seq, $7::bigint)
where county_code = $1 and device_id = $2`;

/** $1 county, $2 device, $3 number that the device holds first. */
export const skipTo = `update device_line set last_seq = $3::bigint - 1 where county_code = $1 and device_id = $2 and last_seq < $3::bigint - 1
returning (select o.last_seq from device_line o where o.county_code = $1 and o.device_id = $2) as last_seq`;
/** $1 county, $2 id, $3 village, $4 device, $5 from, $6 to. */
export const insertGap = 'insert into sync_gap (county_code, id, village_code, device_id, from_seq, to_seq) values ($1, $2, $3, $4, $5, $6)';

export interface ServerRow {
  epoch: string;
  min_app_version: string;
  cursor_days: number;
  now: Date;
}
export const serverState = 'select i.epoch, p.min_app_version, p.cursor_days, app.now() as now from installation i cross join sync_policy p';
