import type { Role } from '#domain';

/** Minutes without a request after which a session ends, and hours after which it ends in any case. */
export const IDLE_MINUTES = 30;
export const ABSOLUTE_HOURS = 12;

export interface SessionRow {
  user_id: string;
  grant_id: string;
  role: Role;
  division_code: string;
  display_name: string;
  stale: boolean;
}

/** A live session with its live grant and user; anything revoked, expired, idle or disabled simply is not there. */
export const findSession = `
  select s.user_id, s.grant_id, g.role, g.division_code, u.display_name, s.last_seen_at < now() - interval '1 minute' as stale
  from user_session s
  join role_grant g on g.id = s.grant_id
  join app_user u on u.id = s.user_id
  where s.id_hash = $1 and s.revoked_at is null and s.expires_at > now() and s.last_seen_at > now() - interval '${IDLE_MINUTES} minutes'
    and u.status = 'ACTIVE' and g.revoked_at is null and g.valid_from <= app.today() and (g.valid_to is null or g.valid_to >= app.today())`;

export const touchSession = `update user_session set last_seen_at = now() where id_hash = $1`;

export const insertSession = `
  insert into user_session (id_hash, user_id, grant_id, expires_at) values ($1, $2, $3, now() + interval '${ABSOLUTE_HOURS} hours')`;

export const revokeSession = `update user_session set revoked_at = now() where id_hash = $1 and revoked_at is null`;

export const revokeSessionsOfUser = `update user_session set revoked_at = now() where user_id = $1 and revoked_at is null`;

export interface LoginRow {
  id: string;
  display_name: string;
  password_hash: string;
  status: string;
}
export const findLogin = `select u.id, u.display_name, u.password_hash, u.status from app_user u where u.username = $1`;

export interface GrantRow {
  id: string;
  role: Role;
  division_code: string;
}
export const liveGrants = `
  select g.id, g.role, g.division_code from role_grant g
  where g.user_id = $1 and g.revoked_at is null and g.valid_from <= app.today() and (g.valid_to is null or g.valid_to >= app.today())
  order by g.created_at, g.id`;

/** Counts an attempt before it is evaluated, in one statement: fifty parallel wrong passwords cannot slip through together. */
export const countAttempt = `
  insert into login_attempt as a (source, attempts, window_started_at) values ($1, 1, now())
  on conflict (source) do update set
    attempts = case when a.window_started_at < now() - interval '15 minutes' then 1 else a.attempts + 1 end,
    window_started_at = case when a.window_started_at < now() - interval '15 minutes' then now() else a.window_started_at end
  returning attempts, extract(epoch from a.window_started_at + interval '15 minutes' - now())::integer as seconds_left`;

export const forgiveUser = `delete from login_attempt where source = $1`;
export const forgiveAddress = `update login_attempt set attempts = greatest(attempts - 1, 0) where source = $1`;
