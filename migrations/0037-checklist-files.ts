import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files on the single rows of what is ticked off for the exit of a village. They are added, never changed or removed. */
export class ChecklistFiles00371763000000037 implements MigrationInterface {
  name = 'ChecklistFiles00371763000000037';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table checklist_file (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  year smallint not null,
  -- The row: name of a fact of the village, such as hardened_road.
  item text collate "C" not null check (item ~ '^[a-z][a-z_]{1,40}$'),
  attachment_id uuid not null,
  -- Of what is kept.
  file_hash text not null check (file_hash ~ '^[0-9a-f]{64}$'),
  file_name text,
  mime text not null,
  added_by uuid not null,
  added_by_name text not null,
  added_at timestamptz not null,
  constraint checklist_file_pk primary key (county_code, id),
  constraint checklist_file_attachment foreign key (county_code, attachment_id) references attachment (county_code, id),
  -- The same file stands beside a row once.
  constraint checklist_file_once unique (county_code, village_code, year, item, file_hash)
);
create index checklist_file_attachment_idx on checklist_file (county_code, attachment_id);
select app.install_case_table('checklist_file');
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table checklist_file; delete from app.case_table where name = 'checklist_file'`);
  }
}
