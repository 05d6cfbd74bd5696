import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Copies that a procedure sends by itself: with which entry of the log they went, each reader of it once. */
export class CopiesByProcedure00351763000000035 implements MigrationInterface {
  name = 'CopiesByProcedure00351763000000035';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table case_copy
  -- Null: sent before entries were kept with copies.
  add column event_id uuid,
  -- Because the procedure names the office for the step (按程序包抄送); false: somebody chose the recipient.
  add column by_pack boolean not null default false,
  add constraint case_copy_event foreign key (county_code, event_id) references case_event (county_code, id),
  add constraint case_copy_of_pack check (not by_pack or (event_id is not null and user_id is null));
create unique index case_copy_once on case_copy (county_code, event_id, role, division_code, user_id) nulls not distinct where event_id is not null;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table case_copy drop column by_pack, drop column event_id`);
  }
}
