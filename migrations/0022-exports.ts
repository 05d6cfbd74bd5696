import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Exports of anything: what of, which columns, who agreed; files for columnar analysis. */
export class Exports00221763000000022 implements MigrationInterface {
  name = 'Exports00221763000000022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(exportSql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from export_job where source <> 'households' or format = 'parquet' or state in ('waiting', 'refused', 'cancelled');
      alter table export_job drop constraint export_job_state_check, drop constraint export_job_format_check, drop constraint export_job_layout_of_households, drop constraint export_job_second_person;
      alter table export_job drop column source, drop column params, drop column columns, drop column purpose_code, drop column rows_expected, drop column cancel_requested, drop column watermark,
        drop column decided_by, drop column decided_by_name, drop column decided_at, drop column decision_note, drop column downloads,
        alter column layout set not null, alter column sheet set not null, alter column year set not null,
        add constraint export_job_state_check check (state in ('queued', 'running', 'done', 'failed', 'expired')), add constraint export_job_format_check check (format in ('xlsx', 'csv'));
    `);
  }
}

const exportSql = `
alter table export_job
  drop constraint export_job_state_check, drop constraint export_job_format_check,
  add constraint export_job_state_check check (state in ('waiting', 'queued', 'running', 'done', 'failed', 'refused', 'cancelled', 'expired')),
  add constraint export_job_format_check check (format in ('xlsx', 'csv', 'parquet')),
  -- What is exported; the lists of households have a layout, a sheet and a year, everything else says in params what it is.
  add column source text not null default 'households' check (source ~ '^[a-z][a-z_]{2,40}$'),
  add column params jsonb not null default '{}',
  -- Keys of the columns that were chosen; null for all.
  add column columns text[],
  add column purpose_code text,
  add column rows_expected integer,
  add column cancel_requested boolean not null default false,
  add column watermark text,
  -- The second person, above the number of unmasked rows that one may take out alone.
  add column decided_by uuid,
  add column decided_by_name text,
  add column decided_at timestamptz,
  add column decision_note text,
  add column downloads integer not null default 0,
  alter column layout drop not null,
  alter column sheet drop not null,
  alter column year drop not null,
  add constraint export_job_layout_of_households check ((source = 'households') = (layout is not null and sheet is not null and year is not null)),
  add constraint export_job_second_person check (decided_by is null or decided_by::text <> actor ->> 'userId');
`;
