import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Audit checks: their published versions, runs over a division, what they found, and what a person said of it. */
export class Checks00161763000000016 implements MigrationInterface {
  name = 'Checks00161763000000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(checkSql);
    await runner.query(runSql);
    await runner.query(hitSql);
    await runner.query(installSql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table check_verdict, check_hit, check_result, check_run, check_version');
  }
}

const checkSql = `
-- A check is a rule of the one rule language or one reviewed statement. The application may publish rules, never statements:
-- it holds no right on the columns sql and sql_sha256.
create table check_version (
  id uuid constraint check_version_pk primary key,
  code text collate "C" not null check (code ~ '^[A-Z][0-9]{2,3}$'),
  version integer not null check (version >= 1),
  ordinal smallint not null,
  severity text not null check (severity in ('E', 'W')),
  room text not null check (room in ('identity', 'household', 'income', 'standing', 'procedure', 'field_work', 'measures', 'funds', 'monitoring', 'totals')),
  subject text not null check (subject in ('household', 'member', 'case', 'payment', 'assignment', 'project', 'asset', 'fund', 'team', 'pairing', 'visit', 'division')),
  name jsonb not null,
  meaning jsonb not null,
  basis jsonb not null,
  parameters jsonb not null default '[]',
  -- Lists of other departments without which the check finds nothing.
  registers text[] not null default '{}',
  -- 'territory': it looks for partners (the same number, the same photo) outside the division too, as far as the asking person sees.
  reach text not null default 'division' check (reach in ('division', 'territory')),
  -- What a hit shows, in order.
  shown jsonb not null default '[]',
  rule_level text check (rule_level in ('household', 'member')),
  rule jsonb,
  examples jsonb not null default '[]',
  sql text,
  sql_sha256 text,
  valid_from date not null,
  valid_to date,
  published_at timestamptz not null default app.now(),
  published_by uuid not null default app.actor(),
  constraint check_version_once unique (code, version),
  constraint check_version_from_once unique (code, valid_from),
  constraint check_version_dates check (valid_from < valid_to),
  constraint check_version_form check ((rule is null) <> (sql is null) and (rule is null) = (rule_level is null) and (sql is null) = (sql_sha256 is null))
);
`;

const runSql = `
-- One run of some checks over a division; lies at that division, so nobody below sees it.
create table check_run (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  division_code text collate "C" not null,
  codes text[] not null,
  year smallint not null,
  as_of date not null,
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  progress smallint not null default 0,
  cancel_requested boolean not null default false,
  -- Version of every check that ran, by code.
  versions jsonb not null default '{}',
  totals jsonb not null default '{}',
  failure jsonb,
  -- The job acts as this person, within this territory.
  actor jsonb not null,
  started_at timestamptz,
  finished_at timestamptz,
  created_at timestamptz not null default app.now(),
  created_by uuid not null default app.actor(),
  version integer not null default 1,
  constraint check_run_pk primary key (county_code, id)
);
create index check_run_list on check_run (village_code, id);

-- Counts of one check of a run: one row for the whole division of the run, one for each child division where there is something
-- to say. The first is written last, so a check without it has not been counted.
create table check_result (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  run_id uuid not null,
  check_code text collate "C" not null,
  division_code text collate "C" not null,
  hits integer not null,
  new_hits integer not null,
  gone_hits integer not null,
  unproven integer not null default 0,
  -- Lists that were not compared and parameters that are not set.
  missing jsonb not null default '[]',
  ms integer not null default 0,
  failure jsonb,
  constraint check_result_pk primary key (county_code, id),
  constraint check_result_once unique (county_code, run_id, check_code, division_code),
  constraint check_result_run foreign key (county_code, run_id) references check_run (county_code, id)
);
`;

const hitSql = `
-- What a check found, in the territory of the household. The key names the same fault in every run.
create table check_hit (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  check_code text collate "C" not null,
  hit_key text collate "C" not null,
  version_id uuid not null,
  year smallint not null,
  subject text not null,
  household_id uuid,
  member_id uuid,
  subject_id uuid,
  vals jsonb not null,
  -- Territory of the person whose run saw it last: a narrower one does not see all partners and cannot say that it is gone.
  seen_from text collate "C" not null,
  first_run_id uuid not null,
  first_seen_at timestamptz not null,
  last_run_id uuid not null,
  last_seen_at timestamptz not null,
  -- When a run no longer found it; a later run may find it again.
  gone_at timestamptz,
  gone_run_id uuid,
  constraint check_hit_pk primary key (county_code, id),
  constraint check_hit_once unique (county_code, check_code, hit_key)
);
create index check_hit_list on check_hit (check_code, village_code, id);
create index check_hit_household on check_hit (county_code, household_id) where household_id is not null;

-- What a person found out about a hit. Rows are only added; the newest holds, also for later runs.
create table check_verdict (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  check_code text collate "C" not null,
  hit_key text collate "C" not null,
  verdict text not null check (verdict in ('TRUE', 'FALSE_ALARM', 'OPEN')),
  reason text not null,
  decided_at timestamptz not null default app.now(),
  decided_by uuid not null default app.actor(),
  constraint check_verdict_pk primary key (county_code, id)
);
create index check_verdict_key on check_verdict (county_code, check_code, hit_key, id);
`;

const installSql = `
select app.install_reference_table('check_version');
revoke insert, update on check_version from bangfu_app;
grant insert (id, code, version, ordinal, severity, room, subject, name, meaning, basis, parameters, registers, reach, shown, rule_level, rule, examples, valid_from, valid_to,
  published_at, published_by), update (valid_to) on check_version to bangfu_app;
select app.install_case_table('check_run', audited => false, note => 'a reading of audited tables, changes nothing; that it was asked for and given up is recorded as an event');
select app.install_case_table('check_result', audited => false, note => 'counts of a run, changes nothing by itself');
select app.install_case_table('check_hit', audited => false, note => 'derived from audited tables by published checks; what is decided about it is audited');
select app.install_case_table('check_verdict');
revoke update on check_result, check_verdict from bangfu_app;
-- A verdict is never changed, but it goes with its household to another village.
grant update (village_code) on check_verdict to bangfu_app;
`;
