/** Derived rows: what the recalculation finds out about measures. */
export const entitlementSql = `
alter table household_fact add column is_relocated boolean;

-- One row for a household and one for each of its persons, of the newest year with facts alone; subject_id is the household's
-- own id or the person's. Codes of measures in their order. A row of which nothing can be said is not kept.
create table entitlement (
  county_code text collate "C" not null,
  village_code text collate "C" not null,
  household_id uuid not null,
  subject_id uuid not null,
  year integer not null,
  -- The rule is met.
  met text[] not null,
  -- A fact is missing.
  unproven text[] not null,
  -- What is received, by assignment, payment or a recorded fact.
  receiving text[] not null,
  -- Entitled but not receiving, of the measures that are claimed one by one.
  lacking text[] not null,
  -- Receiving although the rule is not met.
  improper text[] not null,
  -- Of the household: needs that no measure answers.
  unanswered text[] not null,
  constraint entitlement_pk primary key (county_code, household_id, subject_id)
) with (fillfactor = 85);
create index entitlement_village on entitlement (county_code, village_code);

-- The same gaps one by one, for lists.
create table entitlement_gap (
  county_code text collate "C" not null,
  village_code text collate "C" not null,
  household_id uuid not null,
  subject_id uuid not null,
  year integer not null,
  kind text collate "C" not null check (kind in ('LACKING', 'IMPROPER', 'UNANSWERED')),
  -- Code of the measure; for UNANSWERED of the need.
  code text collate "C" not null,
  constraint entitlement_gap_pk primary key (county_code, household_id, subject_id, kind, code)
);
create index entitlement_gap_place on entitlement_gap (county_code, village_code, kind, code);
create index entitlement_gap_code on entitlement_gap (county_code, kind, code, village_code);
select app.install_case_table(t, audited => false, deletable => true, note => 'derived from audited tables, recomputed and compared every night')
  from unnest(array['entitlement', 'entitlement_gap']) t;
`;
