import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Versions of checks know the version of the file that brought them; every village and county knows how many households it has a record of, by year. */
export class ReleasesAndRecordedYears00361763000000036 implements MigrationInterface {
  name = 'ReleasesAndRecordedYears00361763000000036';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table check_version
  -- Version in the file of a release; null: published by the region's officers.
  add column release integer check (release >= 1);
-- Until now a release brought nothing but first versions. An installation that is upgraded has rows: the system writes, and it is recorded.
set local app.scope = '15'; set local app.audit_scope = '15'; set local app.actor = '00000000-0000-7000-8000-000000000001'; set local app.role = 'system'; set local app.request = 'migration';
update check_version v set release = v.version where v.version = 1;
create unique index check_version_release on check_version (code, release);

alter table recalculation_state
  -- Years with a record of a household, ascending, and of how many households each; in the row of a county those of its villages together.
  -- Null: computed by a release that did not count them.
  add column recorded_years integer[],
  add column recorded_households integer[],
  add constraint recalculation_state_recorded check (cardinality(recorded_years) = cardinality(recorded_households));
-- The rows of counties among those of villages: questions about a league or the region add these up.
create index recalculation_state_counties on recalculation_state (village_code) where years is not null;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table check_version drop column release; drop index recalculation_state_counties; alter table recalculation_state drop column recorded_years, drop column recorded_households');
  }
}
