import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Care registers: their definitions by version, who is on them since when, contacts, and comparisons with departments' lists. */
export class Care00141763000000014 implements MigrationInterface {
  name = 'Care00141763000000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(registerSql);
    await runner.query(comparisonSql);
    await runner.query(installSql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table care_adjudication, care_finding, care_list_row, care_comparison, care_contact, care_state, care_entry, care_register_version');
  }
}

const registerSql = `
-- Who belongs on a register is a rule in the one rule language; a change is a new version.
create table care_register_version (
  id uuid constraint care_register_version_pk primary key,
  code text collate "C" not null check (code ~ '^[a-z][a-z0-9_]{2,60}$'),
  version integer not null check (version >= 1),
  ordinal smallint not null,
  level text not null check (level in ('member', 'household')),
  name jsonb not null,
  description jsonb not null,
  expression jsonb not null,
  examples jsonb not null,
  source jsonb not null,
  -- The department's list that the register is compared with.
  list_name jsonb,
  valid_from date not null,
  valid_to date,
  published_at timestamptz not null default app.now(),
  published_by uuid not null default app.actor(),
  constraint care_register_version_once unique (code, version),
  constraint care_register_version_dates check (valid_from < valid_to)
);

-- Derived from what is written about people, never edited: somebody is on a register from since until (not included) until.
-- 'unproven' are those of whom a fact is missing; they are shown apart, with what is missing.
create table care_entry (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  register_code text collate "C" not null,
  household_id uuid not null,
  -- Null on a register of households.
  member_id uuid,
  verdict text not null check (verdict in ('met', 'unproven')),
  -- One letter per condition of the rule: t met, f not met, u unproven.
  leaves text not null,
  -- The household's year whose record was judged.
  year smallint not null,
  version_id uuid not null,
  since date not null,
  until date,
  constraint care_entry_pk primary key (county_code, id),
  constraint care_entry_household foreign key (county_code, household_id) references household (county_code, id),
  constraint care_entry_dates check (until >= since)
);
create unique index care_entry_open_once on care_entry (county_code, register_code, household_id, (coalesce(member_id, household_id)), verdict) where until is null;
create index care_entry_village on care_entry (village_code, register_code) where until is null;
create index care_entry_household_idx on care_entry (county_code, household_id);

-- By which definitions and ages a county's registers were computed; another basis makes them due.
create table care_state (
  county_code text collate "C" not null,
  village_code text collate "C" not null,
  basis text not null,
  computed_at timestamptz not null,
  constraint care_state_pk primary key (county_code)
);

-- Somebody looked in: who, when, how, and what was found. Serves every register that the person is on.
create table care_contact (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  entry_id uuid not null,
  register_code text collate "C" not null,
  household_id uuid not null,
  member_id uuid,
  contacted_on date not null,
  way text not null check (way in ('VISIT', 'PHONE', 'VIDEO', 'OTHER')),
  met text,
  found text not null,
  needs_help boolean not null,
  -- Whether a contract for services was found to exist; null where nobody asked.
  contracted boolean,
  recorded_at timestamptz not null default app.now(),
  recorded_by uuid not null default app.actor(),
  constraint care_contact_pk primary key (county_code, id),
  constraint care_contact_entry foreign key (county_code, entry_id) references care_entry (county_code, id)
);
create index care_contact_person on care_contact (county_code, household_id, contacted_on);
`;

const comparisonSql = `
create table care_comparison (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  register_code text collate "C" not null,
  division_code text collate "C" not null,
  department text not null,
  purpose_code text not null,
  purpose text not null,
  list_on date not null,
  file_name text,
  rows integer not null,
  rows_unusable integer not null default 0,
  matched integer not null default 0,
  -- Persons of the list who are in no household of the territory: no business of ours, only counted.
  not_ours integer not null default 0,
  created_at timestamptz not null default app.now(),
  created_by uuid not null default app.actor(),
  expires_on date not null,
  rows_deleted_at timestamptz,
  constraint care_comparison_pk primary key (county_code, id)
);
-- The list as it was sent, without clear numbers; deleted on the day set.
create table care_list_row (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  comparison_id uuid not null,
  n integer not null,
  name text not null,
  birth_date date,
  id_no_masked text,
  id_no_bidx text,
  constraint care_list_row_pk primary key (county_code, id),
  constraint care_list_row_comparison foreign key (county_code, comparison_id) references care_comparison (county_code, id)
);
create index care_list_row_of on care_list_row (county_code, comparison_id, n);
create table care_finding (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  comparison_id uuid not null,
  register_code text collate "C" not null,
  kind text not null check (kind in ('NOT_ON_LIST', 'NOT_ON_REGISTER', 'DOUBTFUL')),
  -- Names the same finding in the next comparison of the register, so that what was settled stays settled.
  finding_key text collate "C" not null,
  household_id uuid not null,
  member_id uuid not null,
  entry_id uuid,
  -- What the list says of the person; forgotten together with its rows.
  list_name text,
  list_birth_date date,
  list_id_no_masked text,
  constraint care_finding_pk primary key (county_code, id),
  constraint care_finding_once unique (county_code, comparison_id, finding_key),
  constraint care_finding_comparison foreign key (county_code, comparison_id) references care_comparison (county_code, id)
);
create table care_adjudication (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  register_code text collate "C" not null,
  finding_key text collate "C" not null,
  finding_id uuid not null,
  decision text not null check (decision in ('OURS_RIGHT', 'LIST_RIGHT', 'NOT_THE_SAME', 'FOLLOW_UP')),
  reason text not null,
  decided_at timestamptz not null default app.now(),
  decided_by uuid not null default app.actor(),
  constraint care_adjudication_pk primary key (county_code, id),
  constraint care_adjudication_finding foreign key (county_code, finding_id) references care_finding (county_code, id)
);
create index care_adjudication_key on care_adjudication (county_code, register_code, finding_key, decided_at);
`;

const installSql = `
select app.install_reference_table('care_register_version');
revoke update on care_register_version from bangfu_app;
select app.install_case_table('care_entry', audited => false, note => 'derived from audited tables by published rules; rows are closed, never deleted');
select app.install_case_table('care_state', audited => false, note => 'record of computations, changes nothing by itself');
select app.install_case_table('care_contact');
select app.install_case_table('care_comparison');
select app.install_case_table('care_list_row', audited => false, deletable => true, note => 'a list of another department, deleted after the days set; the comparison that it belongs to is audited');
select app.install_case_table('care_finding', audited => false, note => 'derived from the list and the register; what is decided about it is audited');
select app.install_case_table('care_adjudication');
revoke update on care_contact, care_list_row, care_adjudication from bangfu_app;
-- A contact is never changed, but it goes with its household to another village.
grant update (village_code) on care_contact to bangfu_app;
`;
