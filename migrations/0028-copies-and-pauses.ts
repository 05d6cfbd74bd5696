import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Copies of cases (抄送) to persons and offices who may read them, and pauses of risk clues, each with its reason. */
export class CopiesAndPauses00281763000000028 implements MigrationInterface {
  name = 'CopiesAndPauses00281763000000028';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table case_copy (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  case_id uuid not null,
  -- Step and action with which it was sent.
  step text not null,
  action text not null,
  -- Null: to the office, whoever holds the role at the division.
  user_id uuid,
  user_name text,
  role text collate "C" not null,
  division_code text collate "C" not null,
  sent_by uuid not null,
  sent_by_name text not null,
  sent_at timestamptz not null,
  -- Who of the recipients has opened it; shown to nobody but themselves.
  read_by uuid[] not null default '{}',
  constraint case_copy_pk primary key (county_code, id),
  constraint case_copy_case foreign key (county_code, case_id) references case_file (county_code, id),
  constraint case_copy_person check ((user_id is null) = (user_name is null))
);
create index case_copy_of_case on case_copy (county_code, case_id);
create index case_copy_of_user on case_copy (user_id, id) where user_id is not null;
create index case_copy_of_office on case_copy (division_code, role, id) where user_id is null;
select app.install_case_table('case_copy');

create table clue_pause (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  clue_id uuid not null,
  household_id uuid,
  reason text not null check (btrim(reason) <> ''),
  paused_on date not null,
  paused_by uuid not null,
  paused_by_name text not null,
  paused_at timestamptz not null,
  -- First day that counts again; null while it is paused.
  resumed_on date,
  resumed_by uuid,
  resumed_by_name text,
  version integer not null default 1,
  constraint clue_pause_pk primary key (county_code, id),
  constraint clue_pause_clue foreign key (county_code, clue_id) references risk_clue (county_code, id),
  constraint clue_pause_resumed check ((resumed_on is null) = (resumed_by is null) and resumed_on >= paused_on)
);
create unique index clue_pause_running on clue_pause (county_code, clue_id) where resumed_on is null;
create index clue_pause_of_clue on clue_pause (county_code, clue_id);
select app.install_case_table('clue_pause');
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table clue_pause, case_copy; delete from app.case_table where name in ('clue_pause', 'case_copy')`);
  }
}
