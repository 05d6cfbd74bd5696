import type { MigrationInterface, QueryRunner } from 'typeorm';
import { findingsSql } from './0020-findings/findings.sql.js';
import { referencesSql } from './0020-findings/references.sql.js';

/** Findings of inspection: what is wrong, who has to put it right until when, how it was put right and who looked at it again. */
export class Findings00201763000000020 implements MigrationInterface {
  name = 'Findings00201763000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(findingsSql);
    await runner.query(referencesSql);
    await runner.query(installSql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table screen_setting, finding_colour, finding_draw, finding_extension, finding_event, finding_origin, finding');
    await runner.query("delete from app.case_table where name like 'finding%'");
    await runner.query("delete from app.reference_table where name in ('finding_colour', 'screen_setting')");
  }
}

const installSql = `
select app.install_case_table('finding');
select app.install_case_table('finding_origin');
select app.install_case_table('finding_event');
select app.install_case_table('finding_extension');
select app.install_case_table('finding_draw');
revoke update on finding_origin, finding_event, finding_draw from bangfu_app;
-- The copies stay as they were made; only whether the finding is open changes.
grant update (is_open) on finding_origin to bangfu_app;
select app.install_reference_table('finding_colour');
select app.install_reference_table('screen_setting');
revoke update on finding_colour, screen_setting from bangfu_app;
`;
