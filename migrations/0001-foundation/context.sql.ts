/** Settings of the transaction, the clock, ids. */
export const contextSql = `
create schema app;
grant usage on schema app to bangfu_app;

-- One row: what this installation is. 'production' refuses a moved clock; the epoch changes when a backup is restored.
create table installation (
  singleton boolean primary key default true check (singleton),
  mode text not null default 'production' check (mode in ('production', 'trial', 'test')),
  region_code text collate "C" not null default '15' check (region_code ~ '^[0-9]{2}$'),
  clock_offset interval not null default '0',
  epoch uuid not null default gen_random_uuid(),
  constraint installation_clock_only_in_trial check (mode <> 'production' or clock_offset = interval '0')
);
insert into installation default values;
grant select on installation to bangfu_app;

-- After a commit a custom setting reads '', not null: nullif everywhere, and no scope means no rows.
create function app.setting(p_name text) returns text language sql stable parallel safe
  as $$ select nullif(current_setting(p_name, true), '') $$;
create function app.scope_from() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('app.scope', true), '') $$;
-- ':' sorts right after '9', so prefix || ':' closes the half-open range of every code below the prefix.
create function app.scope_to() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('app.scope', true), '') || ':' $$;
create function app.audit_scope_from() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('app.audit_scope', true), '') $$;
create function app.audit_scope_to() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('app.audit_scope', true), '') || ':' $$;
create function app.actor() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.actor', true), '')::uuid $$;
create function app.actor_role() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('app.role', true), '') $$;

-- The one clock. Only a trial or test installation can carry an offset.
create function app.now() returns timestamptz language sql stable parallel safe
  as $$ select now() + (select clock_offset from installation) $$;
create function app.today() returns date language sql stable parallel safe
  as $$ select (app.now() at time zone 'Asia/Shanghai')::date $$;

create function app.uuid_v7() returns uuid language sql volatile parallel safe as $$
  select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
    placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid
$$;
create function app.county_of(p_code text) returns text language sql immutable parallel safe
  as $$ select rpad(left(p_code, 6), 6, '0') $$;
create function app.region_row() returns text language sql stable parallel safe
  as $$ select rpad(region_code, 12, '0') from installation $$;

-- Moves the trial clock; the check constraint refuses it in production.
create function app.move_clock(p_by interval) returns timestamptz language plpgsql security definer set search_path = public, app, pg_temp as $$
begin
  if (select mode from installation) = 'production' then
    raise exception 'the clock cannot be moved in production' using errcode = 'BF010';
  end if;
  update installation set clock_offset = clock_offset + p_by;
  perform app.record_event('CLOCK', 'installation', 'clock', app.region_row(), jsonb_build_object('movedBy', p_by::text));
  return now() + (select clock_offset from installation);
end $$;
grant execute on all functions in schema app to bangfu_app;
`;
