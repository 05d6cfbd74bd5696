import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Users, grants (role × division) and server-side sessions. No case data, so no territory: the guard alone decides. */
export class Accounts00031763000000003 implements MigrationInterface {
  name = 'Accounts00031763000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table app_user (
  id uuid primary key,
  username text collate "C" not null,
  display_name text not null,
  password_hash text not null,
  status text not null default 'ACTIVE' check (status in ('ACTIVE', 'DISABLED')),
  password_changed_at timestamptz not null default now(),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  constraint app_user_username unique (username)
);
create table role_grant (
  id uuid primary key,
  user_id uuid not null constraint role_grant_user references app_user (id),
  role text not null,
  division_code text collate "C" not null check (division_code ~ '^[0-9]{2,12}$'),
  valid_from date not null default app.today(),
  valid_to date,
  revoked_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now()
);
create unique index role_grant_once on role_grant (user_id, role, division_code) where revoked_at is null;
create index role_grant_of_user on role_grant (user_id);
-- Only the hash of the cookie is kept: a copy of the database holds no usable session.
create table user_session (
  id_hash text primary key,
  user_id uuid not null constraint user_session_user references app_user (id),
  grant_id uuid not null constraint user_session_grant references role_grant (id),
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index user_session_user on user_session (user_id) where revoked_at is null;
-- Attempts per user name and per address, both as hashes, also for names that do not exist: nobody learns which ones do.
-- A window is not prolonged by further attempts, so a victim is never locked out for good.
create table login_attempt (
  source text primary key,
  attempts integer not null,
  window_started_at timestamptz not null
);
select app.install_reference_table('app_user', hidden => 'password_hash');
select app.install_reference_table('role_grant');
select app.install_reference_table('user_session', audited => false, note => 'sign-in and sign-out are recorded as events');
select app.install_reference_table('login_attempt', audited => false, note => 'counters without persons');
grant delete on login_attempt to bangfu_app;
-- Nobody holds two of the three administrators' posts, and none of them handles cases.
create function app.check_separation() returns trigger language plpgsql as $$
begin
  if exists (
    select 1 from role_grant g where g.user_id = new.user_id and g.id <> new.id and g.revoked_at is null and g.role <> new.role
      and (g.role in ('system_admin', 'security_admin', 'audit_admin') or new.role in ('system_admin', 'security_admin', 'audit_admin'))
  ) and new.revoked_at is null then
    raise exception 'one person cannot hold two separated roles' using errcode = '23514', constraint = 'role_grant_separated';
  end if;
  return new;
end $$;
create trigger separation before insert or update on role_grant for each row execute function app.check_separation();
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table login_attempt, user_session, role_grant, app_user');
  }
}
