import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Rules, facts and verdicts. Inputs (village and county years, assessments, comparisons, decisions on areas) are audited and
 * mark what depends on them; facts and verdicts are derived, can be computed again at any time, and are proven every night.
 */
export class Eligibility00051763000000005 implements MigrationInterface {
  name = 'Eligibility00051763000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ruleSql);
    await runner.query(inputSql);
    await runner.query(factSql);
    await runner.query(verdictSql);
    await runner.query(runSql);
    await runner.query(installSql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table recalculation_difference, recalculation_run, recalculation_state, parked_village, county_verdict, village_verdict,
      household_verdict, county_fact, village_fact, household_fact, area_decision, assessment, household_comparison, county_year, village_year, rule_version`);
  }
}

const ruleSql = `
-- A published version never changes; it only ends when the next one begins. Facts of a year are judged by the version that
-- is in force on its last day.
create table rule_version (
  id uuid constraint rule_version_pk primary key,
  code text collate "C" not null check (code ~ '^[a-z][a-z0-9_.-]{2,60}$'),
  version integer not null check (version >= 1),
  level text not null check (level in ('household', 'village', 'county')),
  name jsonb not null,
  description jsonb not null,
  expression jsonb not null,
  examples jsonb not null,
  source jsonb not null,
  valid_from date not null,
  valid_to date,
  published_at timestamptz not null default app.now(),
  published_by uuid not null default app.actor(),
  constraint rule_version_once unique (code, version),
  constraint rule_version_from_once unique (code, valid_from),
  constraint rule_version_dates check (valid_from < valid_to)
);
create function app.keep_rule_version() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - 'valid_to' is distinct from to_jsonb(old) - 'valid_to' then
    raise exception 'a published rule version cannot be changed' using errcode = '23514', constraint = 'rule_version_immutable';
  end if;
  return new;
end $$;
create trigger immutable before update on rule_version for each row execute function app.keep_rule_version();
`;

const versioned = `
  version integer not null default 1,
  recorded_at timestamptz not null default app.now(),
  recorded_by uuid not null default app.actor(),
  superseded_at timestamptz,
  correction_reason text,
  source text`;

// In the column order of the fact catalogue.
const indicators = `  hardened_road boolean,
  production_power boolean,
  safe_water_covered boolean,
  clinic boolean,
  village_doctor boolean,
  culture_room boolean,
  broadcasting boolean,
  broadband boolean,
  collective_income_fen bigint,
  cooperative boolean,`;

const inputSql = `
create table village_year (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  year smallint not null check (year between 2000 and 2100),${versioned},
  village_type text check (village_type in ('01', '02', '03', '04', '05')),
  rural_resident_population integer check (rural_resident_population >= 0),
${indicators}
  constraint village_year_pk primary key (county_code, id),
  constraint village_year_version unique (county_code, village_code, year, version)
);
create unique index village_year_current on village_year (county_code, village_code, year) where superseded_at is null;

create table county_year (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  year smallint not null check (year between 2000 and 2100),${versioned},
  rural_resident_population integer check (rural_resident_population >= 0),
  rural_disposable_income_fen bigint check (rural_disposable_income_fen >= 0),
  constraint county_year_pk primary key (county_code, id),
  constraint county_year_version unique (county_code, year, version)
);
create unique index county_year_current on county_year (county_code, year) where superseded_at is null;

-- Results of comparing a household with the registers of other departments; null means: not compared.
create table household_comparison (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  household_id uuid not null,
  year smallint not null check (year between 2000 and 2100),${versioned},
  compared_on date,
  has_public_payroll_member boolean,
  has_village_cadre boolean,
  owns_car boolean,
  owns_commercial_property boolean,
  owns_registered_firm boolean,
  constraint household_comparison_pk primary key (county_code, id),
  constraint household_comparison_version unique (county_code, household_id, year, version),
  constraint household_comparison_household foreign key (county_code, household_id) references household (county_code, id)
);
create unique index household_comparison_current on household_comparison (county_code, household_id, year) where superseded_at is null;

-- Samples drawn for a county: persons asked and persons found (missed, wrongly exited, or approving).
create table assessment (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  year smallint not null check (year between 2000 and 2100),
  kind text not null check (kind in ('MISSED', 'WRONG_EXIT', 'APPROVAL')),
  sampled integer not null check (sampled > 0),
  found integer not null check (found >= 0),
  assessed_on date not null,
  assessor text not null,
  document text,
  created_at timestamptz not null default app.now(),
  created_by uuid not null default app.actor(),
  constraint assessment_pk primary key (county_code, id),
  constraint assessment_found check (found <= sampled)
);
create index assessment_latest on assessment (county_code, year, kind, assessed_on, id);

-- What was decided about a village or a county, by a case; the newest record up to a year holds in that year.
create table area_decision (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  year smallint not null check (year between 2000 and 2100),
  outcome text not null check (outcome in ('EXITED', 'NOT_EXITED')),
  decided_on date not null,
  case_id uuid,
  note text,
  created_at timestamptz not null default app.now(),
  constraint area_decision_pk primary key (county_code, id)
);
create index area_decision_latest on area_decision (county_code, village_code, year, decided_on, id);
`;

const factSql = `
-- Columns follow the fact catalogue of libs/domain, and a test compares the two.
create table household_fact (
  county_code text collate "C" not null,
  household_id uuid not null,
  village_code text collate "C" not null,
  year integer not null,
  status text,
  poor_household_type text,
  main_cause text,
  other_causes text[],
  first_identified_month date,
  months_since_identified integer,
  exit_year integer,
  member_count integer,
  labour_count integer,
  disabled_count integer,
  chronic_or_serious_illness_count integer,
  school_child_count integer,
  has_minimum_allowance boolean,
  is_extreme_poverty_support boolean,
  wage_fen bigint,
  business_fen bigint,
  property_fen bigint,
  transfer_fen bigint,
  cost_fen bigint,
  net_income_fen bigint,
  net_income_per_capita_fen bigint,
  food_ok boolean,
  clothing_ok boolean,
  compulsory_education_ok boolean,
  dropout_count integer,
  basic_medical_ok boolean,
  uninsured_count integer,
  housing_safe boolean,
  housing_grade text,
  safe_water boolean,
  has_public_payroll_member boolean,
  has_village_cadre boolean,
  owns_car boolean,
  owns_commercial_property boolean,
  owns_registered_firm boolean,
  constraint household_fact_pk primary key (county_code, household_id, year)
) with (fillfactor = 85);
create index household_fact_village on household_fact (county_code, village_code, year);

create table village_fact (
  county_code text collate "C" not null,
  village_code text collate "C" not null,
  year integer not null,
  registered_households integer,
  registered_persons integer,
  poor_households integer,
  poor_persons integer,
  exited_households integer,
  rural_resident_population integer,
${indicators}
  -- Not facts of a rule; the county adds them up.
  poor_village boolean not null,
  decision text,
  constraint village_fact_pk primary key (county_code, village_code, year)
);

create table county_fact (
  county_code text collate "C" not null,
  village_code text collate "C" not null,
  year integer not null,
  registered_households integer,
  registered_persons integer,
  poor_households integer,
  poor_persons integer,
  exited_households integer,
  rural_resident_population integer,
  missed_found integer,
  missed_sampled integer,
  wrong_exit_found integer,
  wrong_exit_sampled integer,
  approval_yes integer,
  approval_sampled integer,
  villages_total integer,
  villages_decided integer,
  poor_villages_total integer,
  poor_villages_exited integer,
  constraint county_fact_pk primary key (county_code, year)
);
`;

const verdictColumns = `
  year integer not null,
  rule_code text collate "C" not null,
  verdict text not null check (verdict in ('met', 'not_met', 'unproven')),
  -- One letter per condition of the rule: t met, f not met, u unproven.
  leaves text not null,
  rule_version_id uuid not null,
  run_id uuid not null,
  computed_at timestamptz not null`;

const verdictSql = `
create table household_verdict (
  county_code text collate "C" not null,
  household_id uuid not null,
  village_code text collate "C" not null,${verdictColumns},
  constraint household_verdict_pk primary key (county_code, household_id, year, rule_code)
) with (fillfactor = 85);
create table village_verdict (
  county_code text collate "C" not null,
  village_code text collate "C" not null,${verdictColumns},
  constraint village_verdict_pk primary key (county_code, village_code, year, rule_code)
);
create table county_verdict (
  county_code text collate "C" not null,
  village_code text collate "C" not null,${verdictColumns},
  constraint county_verdict_pk primary key (county_code, year, rule_code)
);
`;

const runSql = `
-- Which villages were computed when. The county's own row also says for which years, and by which rules and parameters.
create table recalculation_state (
  county_code text collate "C" not null,
  village_code text collate "C" not null,
  computed_at timestamptz not null,
  run_id uuid not null,
  years integer[],
  -- The newest year that something was recorded for: what a page shows when nobody asks for a year.
  newest_year integer,
  basis text,
  fingerprint text,
  constraint recalculation_state_pk primary key (county_code, village_code)
);
create table recalculation_run (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  kind text not null check (kind in ('CHANGES', 'WHOLE', 'PROOF')),
  cause text not null,
  started_at timestamptz not null,
  duration_ms integer not null,
  villages integer not null,
  households integer not null,
  years integer[] not null,
  rule_versions uuid[] not null,
  basis text not null,
  facts_changed integer not null,
  facts_unchanged integer not null,
  verdicts_changed integer not null,
  parked integer not null,
  differences integer,
  constraint recalculation_run_pk primary key (county_code, id)
);
create index recalculation_run_kind on recalculation_run (county_code, kind, id);
create table recalculation_difference (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  run_id uuid not null,
  relation text not null,
  row_key jsonb not null,
  stored jsonb,
  recomputed jsonb,
  constraint recalculation_difference_pk primary key (county_code, id)
);
create index recalculation_difference_run on recalculation_difference (county_code, run_id, id);
-- A village whose data cannot be computed; the others go on without it, and its next change tries again.
create table parked_village (
  county_code text collate "C" not null,
  village_code text collate "C" not null,
  sqlstate text not null,
  message text not null,
  parked_at timestamptz not null,
  run_id uuid not null,
  constraint parked_village_pk primary key (county_code, village_code)
);
create index dirty_village_pending on dirty_village (county_code, village_code);
`;

const installSql = `
select app.install_reference_table('rule_version');
select app.install_case_table('village_year', dirty => 'village_year');
select app.install_case_table('county_year', dirty => 'county_year');
select app.install_case_table('household_comparison', dirty => 'household_comparison');
select app.install_case_table('assessment', dirty => 'assessment');
select app.install_case_table('area_decision', dirty => 'area_decision');
select app.install_case_table(t, audited => false, deletable => true, note => 'derived from audited tables, recomputed and compared every night')
  from unnest(array['household_fact', 'village_fact', 'county_fact', 'household_verdict', 'village_verdict', 'county_verdict']) t;
select app.install_case_table(t, audited => false, deletable => t = 'parked_village', note => 'record of computations, changes nothing by itself')
  from unnest(array['recalculation_state', 'recalculation_run', 'recalculation_difference', 'parked_village']) t;
revoke update on assessment, area_decision, recalculation_run, recalculation_difference from bangfu_app;

-- The status of a past year is read from the episodes.
update app.case_table set dirty = true where name = 'episode';
create trigger dirty_insert after insert on episode referencing new table as new_rows for each statement execute function app.mark_dirty_new('episode');
create trigger dirty_update after update on episode referencing old table as old_rows new table as new_rows for each statement execute function app.mark_dirty_both('episode');
create trigger dirty_delete after delete on episode referencing old table as old_rows for each statement execute function app.mark_dirty_old('episode');
`;
