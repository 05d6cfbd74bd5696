/** Work list of the recalculation. */
export const dirtySql = `
-- Append-only: writers never wait for one another, nothing is lost; the recalculation deletes what it claimed.
create table dirty_village (
  county_code text collate "C" not null,
  id bigint generated always as identity,
  village_code text collate "C" not null,
  cause text not null,
  marked_at timestamptz not null default clock_timestamp(),
  constraint dirty_village_pk primary key (county_code, id)
);
create function app.mark_dirty_new() returns trigger language plpgsql security definer set search_path = public, app, pg_temp as $$
begin
  insert into dirty_village (county_code, village_code, cause) select distinct n.county_code, n.village_code, tg_argv[0] from new_rows n;
  perform app.touch('app.dirty', (select array_agg(distinct n.county_code) from new_rows n));
  return null;
end $$;
create function app.mark_dirty_old() returns trigger language plpgsql security definer set search_path = public, app, pg_temp as $$
begin
  insert into dirty_village (county_code, village_code, cause) select distinct o.county_code, o.village_code, tg_argv[0] from old_rows o;
  perform app.touch('app.dirty', (select array_agg(distinct o.county_code) from old_rows o));
  return null;
end $$;
-- A household that moves village makes both villages dirty.
create function app.mark_dirty_both() returns trigger language plpgsql security definer set search_path = public, app, pg_temp as $$
begin
  insert into dirty_village (county_code, village_code, cause)
  select n.county_code, n.village_code, tg_argv[0] from new_rows n union select o.county_code, o.village_code, tg_argv[0] from old_rows o;
  perform app.touch('app.dirty', (select array_agg(distinct n.county_code) from new_rows n));
  return null;
end $$;
`;
