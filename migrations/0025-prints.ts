import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sheets: what a county adds to the sheet of a notice, and exports that are PDF. */
export class Prints00251763000000025 implements MigrationInterface {
  name = 'Prints00251763000000025';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- 依据文号, 监督电话, 落款 and the Mongolian text as the county entered it; null as long as nobody entered anything.
alter table notice add column texts jsonb;
alter table export_job drop constraint export_job_format_check, add constraint export_job_format_check check (format in ('xlsx', 'csv', 'parquet', 'pdf'));
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from export_job where format = 'pdf';
      alter table export_job drop constraint export_job_format_check, add constraint export_job_format_check check (format in ('xlsx', 'csv', 'parquet'));
      alter table notice drop column texts;
    `);
  }
}
