import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Households, episodes, members and their years. Columns follow the field catalogue of `libs/domain/src/fields`, and a test
 * compares the two. Encrypted fields are stored as `<column>_enc` beside a masked copy, so that a list never decrypts.
 */
export class Households00041763000000004 implements MigrationInterface {
  name = 'Households00041763000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(householdSql);
    await runner.query(memberSql);
    await runner.query(yearSql);
    await runner.query(installSql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table member_name_gram, identity_register, member_year, household_year, member, episode, household_link, household cascade');
  }
}

const householdSql = `
create table household (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  status text not null default 'CANDIDATE' check (status in ('CANDIDATE', 'REGISTERED', 'PRE_EXIT', 'EXITED_ENTITLED',
    'EXITED_NOT_ENTITLED', 'RETURNED', 'CLEARED_OUT', 'DEREGISTERED')),
  head_name text not null,
  member_count integer not null default 0 check (member_count >= 0),
  household_code text,
  natural_village text,
  phone_enc text,
  phone_masked text,
  bank_name text,
  bank_account_no_enc text,
  bank_account_no_masked text,
  identification_standard text,
  poor_household_type text,
  household_kind text,
  monitoring_category text,
  is_martyr_family boolean,
  is_one_child_family boolean,
  is_two_daughter_family boolean,
  measure_category text,
  industry_help_type text,
  first_identified_month text check (first_identified_month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  exit_year smallint,
  planned_exit_year smallint,
  return_year smallint,
  return_reason text,
  main_cause text,
  other_causes text[],
  cause_note text,
  is_relocated boolean,
  relocation_mode text,
  resettlement_mode text,
  resettlement_place text,
  relocation_difficulties text[],
  phone_last4 text,
  ended_on date,
  end_reason text,
  origin_county_code text collate "C",
  origin_id uuid,
  version integer not null default 1,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  constraint household_pk primary key (county_code, id),
  constraint household_code_once unique (county_code, household_code)
);
create index household_village on household (village_code, id);
create index household_village_status on household (village_code, status, id);
create index household_county_village on household (county_code, village_code, status);
-- A household number is looked for in the whole territory.
create index household_code_search on household (household_code, village_code) where household_code is not null;

-- Split, merge and move keep the trace of where a household came from or went to.
create table household_link (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  household_id uuid not null,
  other_county_code text collate "C" not null,
  other_household_id uuid not null,
  kind text not null check (kind in ('SPLIT_FROM', 'MERGED_INTO', 'MOVED_FROM', 'MOVED_TO')),
  occurred_on date not null,
  reason text,
  created_at timestamptz not null default app.now(),
  constraint household_link_pk primary key (county_code, id),
  constraint household_link_household foreign key (county_code, household_id) references household (county_code, id)
);
create index household_link_household_idx on household_link (county_code, household_id);

-- One line of registration from entry to exit; a re-entry opens the next one and names the one before.
create table episode (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  household_id uuid not null,
  sequence integer not null check (sequence >= 1),
  entry_kind text not null check (entry_kind in ('IDENTIFIED', 'RE_ENTRY', 'IMPORTED')),
  entry_reason text,
  entered_on date not null,
  entry_case_id uuid,
  status text not null check (status in ('REGISTERED', 'PRE_EXIT', 'EXITED_ENTITLED', 'EXITED_NOT_ENTITLED', 'CLEARED_OUT', 'DEREGISTERED')),
  exited_on date,
  exit_case_id uuid,
  not_entitled_on date,
  closed_on date,
  close_reason text,
  previous_episode_id uuid,
  version integer not null default 1,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  constraint episode_pk primary key (county_code, id),
  constraint episode_sequence unique (county_code, household_id, sequence),
  constraint episode_household foreign key (county_code, household_id) references household (county_code, id),
  constraint episode_previous foreign key (county_code, previous_episode_id) references episode (county_code, id)
);
-- At most one episode that is not closed.
create unique index episode_open_once on episode (county_code, household_id) where closed_on is null;
`;

const memberSql = `
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

const yearSql = `
-- A correction is a new version; the old one keeps its place with the time it was superseded. Valid time is the year.
create table household_year (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  household_id uuid not null,
  year smallint not null check (year between 2000 and 2100),
  version integer not null default 1,
  recorded_at timestamptz not null default app.now(),
  superseded_at timestamptz,
  correction_reason text,
  member_count integer not null check (member_count >= 0),
  member_count_year_start integer,
  member_count_year_end integer,
  income_period_start date,
  income_period_end date,
  farmland_mu numeric(12,2),
  irrigated_mu numeric(12,2),
  forest_mu numeric(12,2),
  land_returned_to_forest_mu numeric(12,2),
  orchard_mu numeric(12,2),
  grassland_mu numeric(12,2),
  water_mu numeric(12,2),
  production_house_m2 numeric(12,2),
  livestock_poultry integer,
  livestock_cattle integer,
  livestock_sheep integer,
  livestock_pigs integer,
  livestock_other integer,
  in_cooperative boolean,
  led_by_enterprise boolean,
  led_by_pioneer boolean,
  water_difficult boolean,
  safe_water boolean,
  water_sources text[],
  has_electricity boolean,
  has_production_power boolean,
  has_tv boolean,
  distance_to_road_km numeric(12,2),
  road_type text,
  housing_m2 numeric(12,2),
  is_dilapidated boolean,
  housing_grade text,
  housing_renovation_year smallint,
  has_sanitary_toilet boolean,
  fuel_type text,
  food_ok boolean,
  clothing_ok boolean,
  compulsory_education_ok boolean,
  basic_medical_ok boolean,
  housing_safe boolean,
  wage_migrant_work_fen bigint,
  wage_public_post_fen bigint,
  wage_reward_fen bigint,
  wage_other_fen bigint,
  wage_unsplit_fen bigint,
  business_crop_fen bigint,
  business_livestock_fen bigint,
  business_forest_fruit_fen bigint,
  business_reward_fen bigint,
  business_other_fen bigint,
  business_unsplit_fen bigint,
  property_asset_dividend_fen bigint,
  property_land_transfer_fen bigint,
  property_entrusted_farming_fen bigint,
  property_other_fen bigint,
  property_unsplit_fen bigint,
  transfer_family_planning_fen bigint,
  transfer_minimum_allowance_fen bigint,
  transfer_extreme_poverty_fen bigint,
  transfer_pension_fen bigint,
  transfer_return_forest_fen bigint,
  transfer_public_forest_fen bigint,
  transfer_grassland_fen bigint,
  transfer_resettlement_fen bigint,
  transfer_ecology_other_fen bigint,
  transfer_ecology_unsplit_fen bigint,
  transfer_planting_fen bigint,
  transfer_land_fertility_fen bigint,
  transfer_insurance_aid_fen bigint,
  transfer_old_age_fen bigint,
  transfer_entitled_groups_fen bigint,
  transfer_disability_fen bigint,
  transfer_education_aid_fen bigint,
  transfer_disaster_relief_fen bigint,
  transfer_family_support_fen bigint,
  transfer_heating_fen bigint,
  transfer_coal_fen bigint,
  transfer_price_fen bigint,
  transfer_temporary_relief_fen bigint,
  transfer_donation_fen bigint,
  transfer_other_fen bigint,
  transfer_unsplit_fen bigint,
  business_cost_crop_fen bigint,
  business_cost_livestock_fen bigint,
  business_cost_forest_fruit_fen bigint,
  business_cost_farm_inputs_fen bigint,
  business_cost_depreciation_lease_fen bigint,
  business_cost_utilities_fuel_fen bigint,
  business_cost_land_lease_fen bigint,
  business_cost_fodder_fen bigint,
  business_cost_veterinary_fen bigint,
  business_cost_breeding_stock_fen bigint,
  business_cost_sales_communication_fen bigint,
  business_cost_other_fen bigint,
  business_cost_unsplit_fen bigint,
  claims_fen bigint,
  out_of_pocket_fen bigint,
  cost_relief_subsidy_fen bigint,
  reported_income_fen bigint,
  reported_net_income_fen bigint,
  reported_per_capita_income_fen bigint,
  wage_income_fen bigint,
  business_income_fen bigint,
  property_income_fen bigint,
  transfer_income_fen bigint,
  business_cost_fen bigint,
  gross_income_fen bigint,
  net_income_fen bigint,
  per_capita_income_fen bigint,
  constraint household_year_pk primary key (county_code, id),
  constraint household_year_version unique (county_code, household_id, year, version),
  constraint household_year_household foreign key (county_code, household_id) references household (county_code, id)
);
create unique index household_year_current on household_year (county_code, household_id, year) where superseded_at is null;
create index household_year_village on household_year (county_code, village_code, year) where superseded_at is null;

create table member_year (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  household_id uuid not null,
  member_id uuid not null,
  year smallint not null check (year between 2000 and 2100),
  version integer not null default 1,
  recorded_at timestamptz not null default app.now(),
  superseded_at timestamptz,
  correction_reason text,
  political_status text,
  marital_status text,
  is_active_military boolean,
  is_unsupported_child boolean,
  education text,
  school_status text,
  dropout_reason text,
  graduate_unemployed_reason text,
  speaks_mandarin boolean,
  health text[],
  had_medical_assistance boolean,
  had_other_health_help boolean,
  labour_skill text,
  work_area text,
  work_months integer,
  employer text,
  works_abroad boolean,
  public_welfare_post text,
  public_welfare_months integer,
  has_medical_insurance boolean,
  has_employee_medical_insurance boolean,
  has_critical_illness_insurance boolean,
  has_commercial_medical_insurance boolean,
  has_pension_insurance boolean,
  has_employee_pension boolean,
  has_accident_insurance_subsidy boolean,
  has_minimum_allowance boolean,
  is_extreme_poverty_support boolean,
  constraint member_year_pk primary key (county_code, id),
  constraint member_year_version unique (county_code, member_id, year, version),
  constraint member_year_member foreign key (county_code, member_id) references member (county_code, id)
);
create unique index member_year_current on member_year (county_code, member_id, year) where superseded_at is null;
create index member_year_household on member_year (county_code, household_id, year) where superseded_at is null;
create index member_year_village on member_year (county_code, village_code, year) where superseded_at is null;
`;

const installSql = `
select app.install_case_table('household', dirty => 'household');
select app.install_case_table('household_link');
select app.install_case_table('episode');
select app.install_case_table('member', dirty => 'member');
select app.install_case_table('household_year', dirty => 'household_year');
select app.install_case_table('member_year', dirty => 'member_year');
select app.install_case_table('identity_register', audited => false, deletable => true, note => 'keyed hashes derived from member, audited there; its key is region-wide on purpose');
select app.install_case_table('member_name_gram', audited => false, deletable => true, note => 'search index derived from member');
`;
