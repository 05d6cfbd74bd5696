/** Members, the region-wide register of identities, the name search. */
export const memberSql = `
create table member (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  household_id uuid not null,
  name text not null,
  name_initials text,
  member_code text,
  ordinal integer,
  gender text,
  birth_date date,
  id_type text,
  id_no_enc text,
  id_no_masked text,
  relation_to_head text not null,
  ethnic_group text,
  phone_enc text,
  phone_masked text,
  member_identified_month text check (member_identified_month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  is_relocated_person boolean,
  member_status text not null,
  member_change_reason text,
  joined_on date,
  left_on date,
  disability_cert_no_enc text,
  disability_cert_no_masked text,
  disability_cert_year smallint,
  id_no_bidx text,
  origin_county_code text collate "C",
  origin_id uuid,
  version integer not null default 1,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  constraint member_pk primary key (county_code, id),
  constraint member_household foreign key (county_code, household_id) references household (county_code, id)
);
create index member_of_household on member (county_code, household_id);
create index member_bidx on member (id_no_bidx) where id_no_bidx is not null;
create unique index member_code_once on member (county_code, member_code) where member_code is not null;

-- Region-wide: one person, one active registration. Holds no personal data but a keyed hash.
create table identity_register (
  id_hash text primary key,
  county_code text collate "C" not null,
  village_code text collate "C" not null,
  household_id uuid not null,
  member_id uuid not null,
  registered_at timestamptz not null default app.now()
);
create index identity_register_member on identity_register (county_code, member_id);

-- 1- and 2-grams of the name and the pinyin initials: equality and ranges are leakproof, so this index is used below row security.
create table member_name_gram (
  county_code text collate "C" not null,
  gram text collate "C" not null,
  member_id uuid not null,
  village_code text collate "C" not null,
  household_id uuid not null,
  constraint member_name_gram_pk primary key (county_code, member_id, gram)
);
create index member_name_gram_search on member_name_gram (gram, village_code, household_id);

create function app.name_grams(p_name text, p_initials text) returns setof text language sql immutable parallel safe as $$
  select substr(p_name, i, 1) from generate_series(1, char_length(p_name)) i
  union select substr(p_name, i, 2) from generate_series(1, char_length(p_name) - 1) i
  union select lower(p_initials) where p_initials <> ''
$$;
create function app.write_name_grams() returns trigger language plpgsql security definer set search_path = public, app, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into member_name_gram (county_code, gram, member_id, village_code, household_id)
    select n.county_code, g.gram, n.id, n.village_code, n.household_id from new_rows n, lateral app.name_grams(n.name, n.name_initials) g(gram);
  elsif tg_op = 'DELETE' then
    delete from member_name_gram g using old_rows o where g.county_code = o.county_code and g.member_id = o.id;
  else
    -- Most corrections leave the name alone: only what the index holds is written again.
    delete from member_name_gram g using old_rows o join new_rows n on n.county_code = o.county_code and n.id = o.id
    where g.county_code = o.county_code and g.member_id = o.id
      and (o.name, o.name_initials, o.village_code, o.household_id) is distinct from (n.name, n.name_initials, n.village_code, n.household_id);
    insert into member_name_gram (county_code, gram, member_id, village_code, household_id)
    select n.county_code, g.gram, n.id, n.village_code, n.household_id
    from old_rows o join new_rows n on n.county_code = o.county_code and n.id = o.id, lateral app.name_grams(n.name, n.name_initials) g(gram)
    where (o.name, o.name_initials, o.village_code, o.household_id) is distinct from (n.name, n.name_initials, n.village_code, n.household_id);
  end if;
  return null;
end $$;
create trigger name_grams_insert after insert on member referencing new table as new_rows for each statement execute function app.write_name_grams();
create trigger name_grams_update after update on member referencing old table as old_rows new table as new_rows for each statement execute function app.write_name_grams();
create trigger name_grams_delete after delete on member referencing old table as old_rows for each statement execute function app.write_name_grams();
`;
