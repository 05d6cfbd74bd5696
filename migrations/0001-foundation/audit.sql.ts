/** Audit log, its chain, its triggers. */
export const auditSql = `
-- Who, when, what, before and after; written in the same transaction by triggers, never by the application role itself.
-- payload is the canonical text that is hashed: jsonb would be free to print itself differently in a later version.
create table audit_log (
  county_code text collate "C" not null,
  id uuid not null,
  recorded_on date not null,
  village_code text collate "C" not null,
  at timestamptz not null,
  xid xid8 not null default pg_current_xact_id(),
  actor_id uuid not null,
  actor_role text not null,
  request_id text,
  op text not null,
  table_name text not null,
  row_id text not null,
  household_id uuid,
  payload text not null,
  constraint audit_log_pk primary key (county_code, id, recorded_on)
) partition by range (recorded_on);
create table audit_log_default partition of audit_log default;
do $$ begin
  for y in 2025..2032 loop
    execute format('create table audit_log_%s partition of audit_log for values from (%L) to (%L)', y, y || '-01-01', (y + 1) || '-01-01');
  end loop;
end $$;
create index audit_log_row on audit_log (county_code, table_name, row_id, id);
create index audit_log_household on audit_log (county_code, household_id, id) where household_id is not null;
create index audit_log_unsealed on audit_log (county_code, xid);
create index audit_log_request on audit_log (county_code, request_id);

create table audit_head (
  county_code text collate "C" primary key,
  seq bigint not null,
  hash bytea not null,
  boundary xid8 not null
);
create table audit_seal (
  county_code text collate "C" not null,
  seq bigint not null,
  audit_id uuid not null,
  recorded_on date not null,
  hash bytea not null,
  sealed_at timestamptz not null default clock_timestamp(),
  constraint audit_seal_pk primary key (county_code, seq),
  constraint audit_seal_once unique (county_code, audit_id)
);
-- Copies of heads that were written outside the database; kept here only so that the last one is known.
create table audit_anchor (
  county_code text collate "C" not null,
  seq bigint not null,
  hash bytea not null,
  anchored_at timestamptz not null default clock_timestamp(),
  constraint audit_anchor_pk primary key (county_code, seq)
);
alter table audit_log enable row level security;
alter table audit_log force row level security;
create policy territory on audit_log for select
  using (village_code >= (select app.audit_scope_from()) and village_code < (select app.audit_scope_to()));
create policy writes on audit_log for insert with check (current_user = 'bangfu_owner');
grant select on audit_log to bangfu_app;
do $$ declare t text; begin
  foreach t in array array['audit_head', 'audit_seal', 'audit_anchor'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy sealing on %I using (current_user = ''bangfu_owner'' or (select app.audit_scope_from()) is not null)', t);
    execute format('grant select on %I to bangfu_app', t);
  end loop;
end $$;

create function app.row_digest(a audit_log) returns bytea language sql immutable parallel safe as $$
  select sha256(convert_to(concat_ws(E'\\x1f', a.county_code, a.id::text, a.recorded_on::text, a.village_code,
    extract(epoch from a.at)::text, a.actor_id::text, a.actor_role, coalesce(a.request_id, ''), a.op, a.table_name, a.row_id,
    coalesce(a.household_id::text, ''), a.payload), 'UTF8'))
$$;
create function app.chain_step(p_state bytea, p_row bytea) returns bytea language sql immutable parallel safe
  as $$ select case when p_state is null then sha256(p_row) else sha256(p_state || p_row) end $$;
create aggregate app.chain(bytea) (sfunc = app.chain_step, stype = bytea);

-- Seals committed rows of one county, in order, after their commit: writers of a county never queue behind a head lock.
-- A row is committed or gone once its xid is below the oldest running one; the boundary makes each row sealed exactly once.
create function app.seal_audit(p_county text) returns bigint language plpgsql security definer set search_path = public, app, pg_temp as $$
declare
  v_head audit_head;
  v_until xid8;
  v_count bigint;
begin
  perform pg_advisory_xact_lock(hashtextextended('bangfu.audit.' || p_county, 0));
  perform set_config('app.audit_scope', p_county, true);
  select * into v_head from audit_head where county_code = p_county for update;
  if not found then
    insert into audit_head values (p_county, 0, sha256(convert_to('bangfu:' || p_county, 'UTF8')), '0'::xid8) returning * into v_head;
  end if;
  v_until := pg_snapshot_xmin(pg_current_snapshot());
  if v_head.boundary > pg_current_xact_id() then v_head.boundary := '0'::xid8; end if; -- restored into a younger cluster
  with fresh as (
    select a.id, a.recorded_on, row_number() over (order by a.xid, a.id) as n, app.row_digest(a) as digest
    from audit_log a
    where a.county_code = p_county and a.xid >= v_head.boundary and a.xid < v_until
      and (v_head.boundary <> '0'::xid8 or not exists (select 1 from audit_seal s where s.county_code = p_county and s.audit_id = a.id))
  ), chained as (
    select f.id, f.recorded_on, f.n,
      app.chain(case when f.n = 1 then v_head.hash || f.digest else f.digest end) over (order by f.n rows unbounded preceding) as hash
    from fresh f
  ), written as (
    insert into audit_seal (county_code, seq, audit_id, recorded_on, hash)
    select p_county, v_head.seq + c.n, c.id, c.recorded_on, c.hash from chained c order by c.n
    returning seq, hash
  )
  select count(*), coalesce(max(w.seq), v_head.seq), coalesce((array_agg(w.hash order by w.seq desc))[1], v_head.hash)
    into v_count, v_head.seq, v_head.hash from written w;
  update audit_head set seq = v_head.seq, hash = v_head.hash, boundary = v_until where county_code = p_county;
  return v_count;
end $$;

-- Counties that have rows waiting to be sealed.
create function app.unsealed_counties() returns setof text language plpgsql security definer set search_path = public, app, pg_temp as $$
declare v_county text := '';
begin
  perform set_config('app.audit_scope', (select region_code from installation), true);
  loop -- one index probe a county, however many rows there are
    select a.county_code into v_county from audit_log a where a.county_code > v_county order by a.county_code limit 1;
    exit when not found;
    if exists (select 1 from audit_log a where a.county_code = v_county
      and a.xid >= coalesce((select h.boundary from audit_head h where h.county_code = v_county), '0'::xid8)) then
      return next v_county;
    end if;
  end loop;
end $$;

create function app.require_actor() returns uuid language plpgsql stable as $$
declare v uuid := app.actor();
begin
  if v is null or app.actor_role() is null then
    raise exception 'a write without an actor is refused' using errcode = 'BF001';
  end if;
  return v;
end $$;

-- Remembers which counties this transaction wrote to; the commit statement reads it back for sealing and wake-ups.
create function app.touch(p_setting text, p_counties text[]) returns void language sql volatile as $$
  select set_config(p_setting, (select string_agg(distinct c, ',') from unnest(
    string_to_array(coalesce(nullif(current_setting(p_setting, true), ''), ''), ',') || p_counties) c where c <> ''), true)
$$;

create function app.record_event(p_op text, p_table text, p_row text, p_village text, p_payload jsonb, p_household uuid default null)
returns void language plpgsql security definer set search_path = public, app, pg_temp as $$
begin
  insert into audit_log (county_code, id, recorded_on, village_code, at, actor_id, actor_role, request_id, op, table_name, row_id, household_id, payload)
  values (app.county_of(p_village), app.uuid_v7(), current_date, rpad(p_village, 12, '0'), app.now(), app.require_actor(), app.actor_role(),
    app.setting('app.request'), p_op, p_table, p_row, p_household, p_payload::text);
  perform app.touch('app.touched', array[app.county_of(p_village)]);
end $$;

-- Statement-level triggers: half the cost of row-level ones. tg_argv[0] is the table's own name (on a distributed shard
-- tg_table_name is not). Rows carry their own county, so a writer only ever appends rows of that county.
create function app.audit_case_insert() returns trigger language plpgsql security definer set search_path = public, app, pg_temp as $$
declare v_actor uuid := app.require_actor();
begin
  insert into audit_log (county_code, id, recorded_on, village_code, at, actor_id, actor_role, request_id, op, table_name, row_id, household_id, payload)
  select n.county_code, app.uuid_v7(), current_date, n.village_code, app.now(), v_actor, app.actor_role(), app.setting('app.request'), 'INSERT', tg_argv[0],
    n.id::text, case when tg_argv[0] = 'household' then n.id else (to_jsonb(n) ->> 'household_id')::uuid end, jsonb_build_object('after', jsonb_strip_nulls(to_jsonb(n)))::text
  from new_rows n;
  perform app.touch('app.touched', (select array_agg(distinct n.county_code) from new_rows n));
  return null;
end $$;
create function app.audit_case_update() returns trigger language plpgsql security definer set search_path = public, app, pg_temp as $$
declare v_actor uuid := app.require_actor();
begin
  insert into audit_log (county_code, id, recorded_on, village_code, at, actor_id, actor_role, request_id, op, table_name, row_id, household_id, payload)
  select n.county_code, app.uuid_v7(), current_date, n.village_code, app.now(), v_actor, app.actor_role(), app.setting('app.request'), 'UPDATE', tg_argv[0],
    n.id::text, case when tg_argv[0] = 'household' then n.id else (to_jsonb(n) ->> 'household_id')::uuid end,
    jsonb_build_object('before', (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(o)) e where e.value is distinct from to_jsonb(n) -> e.key),
      'after', jsonb_strip_nulls(to_jsonb(n)))::text
  from old_rows o join new_rows n on n.county_code = o.county_code and n.id = o.id
  where to_jsonb(o) is distinct from to_jsonb(n);
  perform app.touch('app.touched', (select array_agg(distinct n.county_code) from new_rows n));
  return null;
end $$;
create function app.audit_case_delete() returns trigger language plpgsql security definer set search_path = public, app, pg_temp as $$
declare v_actor uuid := app.require_actor();
begin
  insert into audit_log (county_code, id, recorded_on, village_code, at, actor_id, actor_role, request_id, op, table_name, row_id, household_id, payload)
  select o.county_code, app.uuid_v7(), current_date, o.village_code, app.now(), v_actor, app.actor_role(), app.setting('app.request'), 'DELETE', tg_argv[0],
    o.id::text, case when tg_argv[0] = 'household' then o.id else (to_jsonb(o) ->> 'household_id')::uuid end, jsonb_build_object('before', jsonb_strip_nulls(to_jsonb(o)))::text
  from old_rows o;
  perform app.touch('app.touched', (select array_agg(distinct o.county_code) from old_rows o));
  return null;
end $$;
-- Tables without a county (users, grants, parameters, rules): their audit rows lie at the region's own code.
-- tg_argv[1] lists columns that are never written down (password hashes, secrets).
create function app.audit_reference() returns trigger language plpgsql security definer set search_path = public, app, pg_temp as $$
declare
  v_actor uuid := app.require_actor();
  v_hidden text[] := string_to_array(coalesce(tg_argv[1], ''), ',');
  v_old jsonb := case when tg_op = 'INSERT' then null else to_jsonb(old) - v_hidden end;
  v_new jsonb := case when tg_op = 'DELETE' then null else to_jsonb(new) - v_hidden end;
begin
  if v_old is distinct from v_new then
    insert into audit_log (county_code, id, recorded_on, village_code, at, actor_id, actor_role, request_id, op, table_name, row_id, payload)
    values (left(app.region_row(), 6), app.uuid_v7(), current_date, app.region_row(), app.now(), v_actor, app.actor_role(), app.setting('app.request'),
      tg_op, tg_argv[0], coalesce(v_new, v_old) ->> coalesce(tg_argv[2], 'id'),
      jsonb_strip_nulls(jsonb_build_object('before', v_old, 'after', v_new))::text);
    perform app.touch('app.touched', array[left(app.region_row(), 6)]);
  end if;
  return null;
end $$;
`;
