import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Briefs for a word processor among the exports; none is written without a purpose. */
export class Briefs00291763000000029 implements MigrationInterface {
  name = 'Briefs00291763000000029';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table export_job drop constraint export_job_format_check,
  add constraint export_job_format_check check (format in ('xlsx', 'csv', 'parquet', 'pdf', 'docx')),
  add constraint export_job_brief_purpose check (format <> 'docx' or (purpose is not null and length(trim(purpose)) >= 4));
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from export_job where format = 'docx';
      alter table export_job drop constraint export_job_brief_purpose, drop constraint export_job_format_check,
        add constraint export_job_format_check check (format in ('xlsx', 'csv', 'parquet', 'pdf'));
    `);
  }
}
