import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Lists of cases, imports and exports by village, without the id in their index; the record of new rows, which forms the image
 * of a row once instead of twice; and records of recalculations may be
 * forgotten after their time, days of the holiday calendar taken back.
 */
export class ListIndexes00091763000000009 implements MigrationInterface {
  name = 'ListIndexes00091763000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(indexSql);
    await runner.query(auditSql);
    await runner.query(runsSql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("revoke delete on recalculation_run, holiday from bangfu_app; update app.case_table set deletable = false where name = 'recalculation_run'");
    await runner.query(`
      drop index case_file_territory, case_file_notice_wanted, import_batch_territory, export_job_territory, notice_territory;
      create index case_file_village on case_file (village_code, id);
      create index case_file_notice_due on case_file (village_code, id) where current_kind = 'notice';
      create index import_batch_list on import_batch (village_code, id);
      create index export_job_list on export_job (village_code, id);
      create index notice_board on notice (village_code, state, closes_on, id)`);
  }
}

// As on household: the planner takes the policy's range for a handful of villages and prefers an index that holds the id behind
// village_code to the primary key, even for the look-up of one row, and then reads the whole territory.
const indexSql = `
drop index case_file_village, case_file_notice_due, import_batch_list, export_job_list, notice_board;
create index case_file_territory on case_file (village_code);
create index case_file_notice_wanted on case_file (village_code) where current_kind = 'notice';
create index import_batch_territory on import_batch (village_code);
create index export_job_territory on export_job (village_code);
create index notice_territory on notice (village_code, state, closes_on);
`;

const auditSql = `
create or replace function app.audit_case_insert() returns trigger language plpgsql security definer set search_path = public, app, pg_temp as $$
declare
  v_actor uuid := app.require_actor();
  v_role text := app.actor_role();
  v_request text := app.setting('app.request');
  v_now timestamptz := app.now();
begin
  insert into audit_log (county_code, id, recorded_on, village_code, at, actor_id, actor_role, request_id, op, table_name, row_id, household_id, payload)
  select n.county_code, app.uuid_v7(), current_date, n.village_code, v_now, v_actor, v_role, v_request, 'INSERT', tg_argv[0],
    n.id::text, case when tg_argv[0] = 'household' then n.id else (n.image ->> 'household_id')::uuid end, jsonb_build_object('after', n.image)::text
  from (select r.county_code, r.village_code, r.id, jsonb_strip_nulls(to_jsonb(r)) as image from new_rows r offset 0) n;
  perform app.touch('app.touched', (select array_agg(distinct n.county_code) from new_rows n));
  return null;
end $$;
`;

const runsSql = `
grant delete on recalculation_run to bangfu_app;
-- A day that was entered by mistake is taken back; the audit log keeps it.
grant delete on holiday to bangfu_app;
update app.case_table set deletable = true where name = 'recalculation_run';
`;
