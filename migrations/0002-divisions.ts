import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The administrative tree with validity and lineage, poverty designations, and policy parameters. Reference data: no territory. */
export class Divisions00021763000000002 implements MigrationInterface {
  name = 'Divisions00021763000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(divisionSql);
    await runner.query(parameterSql);
    await runner.query(installSql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table parameter, holiday, poverty_designation, division_lineage, division');
  }
}

const divisionSql = `
-- Level by length of the code. valid_to is the first day on which the division no longer exists; null dates are not known.
create table division (
  code text collate "C" constraint division_pk primary key,
  name text not null,
  level text not null generated always as (case length(code) when 2 then 'region' when 4 then 'prefecture' when 6 then 'county'
    when 9 then 'township' else 'village' end) stored,
  kind text not null check (kind in ('REGION', 'PREFECTURE', 'COUNTY', 'ZONE', 'TOWNSHIP', 'VILLAGE', 'RESIDENTS', 'OTHER')),
  parent_code text collate "C" constraint division_parent references division (code),
  pinyin_initials text not null default '',
  valid_from date,
  valid_to date,
  source text not null,
  constraint division_code_shape check (code ~ '^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$'),
  constraint division_parent_shape check (parent_code is not distinct from
    case length(code) when 2 then null when 4 then left(code, 2) when 6 then left(code, 4) when 9 then left(code, 6) else left(code, 9) end),
  constraint division_dates check (valid_from < valid_to)
);
create index division_children on division (parent_code, code);
create index division_initials on division (pinyin_initials text_pattern_ops);

-- What became of a code: data of 2014–2020 carry codes that were merged or renamed since.
create table division_lineage (
  id uuid constraint division_lineage_pk primary key,
  from_code text collate "C" not null check (from_code ~ '^[0-9]{2,12}$'),
  from_name text not null,
  to_code text collate "C" not null constraint division_lineage_to references division (code),
  kind text not null check (kind in ('RENAMED', 'RECODED', 'MERGED', 'SPLIT', 'MOVED', 'UPGRADED')),
  effective_on date,
  source text not null,
  constraint division_lineage_once unique (from_code, to_code, kind)
);
create index division_lineage_to_code on division_lineage (to_code);

-- National and regional poor counties (and, when their list is known, villages): an official list with its end.
create table poverty_designation (
  id uuid constraint poverty_designation_pk primary key,
  division_code text collate "C" not null constraint poverty_designation_division references division (code),
  level text not null check (level in ('NATIONAL', 'REGIONAL')),
  contiguous_area text,
  exit_year smallint check (exit_year between 2014 and 2100),
  -- As published: a day, or only a month.
  exit_announced text check (exit_announced ~ '^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$'),
  source text not null,
  constraint poverty_designation_once unique (division_code, level)
);

-- Exceptions to the weekend rule (国务院办公厅 announces them each year). Empty means: not set, only weekends are free.
create table holiday (
  day date constraint holiday_pk primary key,
  kind text not null check (kind in ('HOLIDAY', 'WORKDAY')),
  name text,
  source text not null
);
`;

const parameterSql = `
-- Append-only. The value in force is the newest record among the rows that match a question; a null value says "not set"
-- and takes back an earlier one. effective_from null: the document names no day.
create table parameter (
  id uuid constraint parameter_pk primary key,
  name text collate "C" not null check (name ~ '^[a-z][a-z0-9_]{1,60}$'),
  year smallint check (year between 1949 and 2100),
  division_code text collate "C" constraint parameter_division references division (code),
  basis text collate "C",
  subject text collate "C",
  value bigint,
  value_text text,
  effective_from date,
  effective_to date,
  source text not null,
  note text,
  recorded_at timestamptz not null default app.now(),
  recorded_by uuid not null default app.actor(),
  sequence bigint not null generated always as identity,
  constraint parameter_one_value check (value is null or value_text is null),
  constraint parameter_dates check (effective_from < effective_to)
);
create index parameter_lookup on parameter (name, year, division_code);
`;

const installSql = `
select app.install_reference_table('division', audited => false, note => 'loaded from the published tree by the owner only');
select app.install_reference_table('division_lineage');
select app.install_reference_table('poverty_designation');
select app.install_reference_table('holiday', key_column => 'day');
select app.install_reference_table('parameter');
revoke insert, update on division from bangfu_app;
revoke update on parameter from bangfu_app;
`;
