import type { Role } from '#domain';
import { IDLE_MINUTES, prepared } from '#platform';
import { liveGrant } from './live-grant.js';

/** Hours after which a session ends in any case. */
export const ABSOLUTE_HOURS = 12;

export interface SessionRow {
  /** As `readSessionState` takes it; null when the session is not live. */
  state: string | null;
}

export const findSession = prepared(`select app.session_state($1, ${IDLE_MINUTES}) as state`);

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
  where g.user_id = $1 and ${liveGrant('g')}
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
