/** Visits: append-only, partitioned by the year in which the server recorded them. */
export const visitsSql = `
create table visit (
  county_code text collate "C" not null,
  -- Minted by the phone: the number of the visit there and here is one.
  id uuid not null,
  -- The day on which the server took it, never changed: the partition key.
  recorded_on date not null,
  village_code text collate "C" not null,
  household_id uuid not null,
  way text not null check (way in ('HOME', 'PHONE', 'VILLAGE_OFFICE', 'NOT_HOME')),
  types text[] not null,
  not_home_reason text,
  -- What the device said, and the day that lists and checks go by: never later than the day of recording.
  visited_at timestamptz not null,
  visited_on date not null,
  clock_ahead boolean not null default false,
  clock_offset_seconds integer,
  recorded_at timestamptz not null,
  visitor_id uuid not null,
  visitor_name text not null,
  visitor_role text not null,
  persons_met uuid[] not null,
  others_met text,
  -- [{item, state, carried, count, note}]: count = how often in a row the answer was carried forward, 0 when looked at.
  assurances jsonb not null,
  -- The visit from which answers were carried.
  base_visit_id uuid,
  -- [{item, changeFen, note}]
  income_changes jsonb not null,
  needs text[] not null,
  needs_note text,
  -- [{id, kind, description, dueOn, ownerId, ownerName}]: each id is that of a task.
  problems jsonb not null,
  notes text,
  attachment_ids uuid[] not null,
  position_enc text,
  position_accuracy_m integer,
  device_id text,
  -- A correction is a new row: the first record that it replaces, and how manyth correction it is.
  corrects_id uuid,
  correction_no integer not null default 0,
  correction_reason text,
  content_hash text not null,
  constraint visit_pk primary key (county_code, id, recorded_on),
  constraint visit_household foreign key (county_code, household_id) references household (county_code, id),
  constraint visit_correction check ((corrects_id is null) = (correction_no = 0) and (corrects_id is null) = (correction_reason is null)),
  constraint visit_day check (visited_on <= recorded_on)
) partition by range (recorded_on);
create table visit_default partition of visit default;
do $$ begin
  for y in 2025..2032 loop
    execute format('create table visit_%s partition of visit for values from (%L) to (%L)', y, y || '-01-01', (y + 1) || '-01-01');
  end loop;
end $$;
-- No index holds the id behind village_code: see household.
create index visit_of_household on visit (county_code, household_id, visited_on, id);
create index visit_in_county on visit (county_code, visited_on, id);
create index visit_in_village on visit (village_code, visited_on);
create index visit_corrections on visit (county_code, corrects_id, correction_no) where corrects_id is not null;

create function app.keep_visit() returns trigger language plpgsql as $$
begin
  -- Only the village of the household may follow the household; everything that was written down stays as it was written.
  if tg_op = 'DELETE' or to_jsonb(new) - 'village_code' is distinct from to_jsonb(old) - 'village_code' then
    raise exception 'a visit cannot be changed' using errcode = '23514', constraint = 'visit_immutable';
  end if;
  return new;
end $$;
-- Runs with the owner's rights because nobody else may update a visit; the territory still holds, the policy is forced.
create function app.carry_visits(p_county text, p_household uuid, p_village text) returns void
language sql volatile security definer set search_path = public, app, pg_temp as $$
  update visit set village_code = p_village where county_code = p_county and household_id = p_household and village_code <> p_village
$$;
`;
