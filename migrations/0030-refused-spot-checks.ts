import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Spot-check work of phones that was refused, for whoever drew the sample. It lies at the county of its household, not at the
 * phone, because an inspector from above the county works for a sample of the county; and like every answer it is read by nobody
 * else. What became of it never touches answers or results.
 */
export class RefusedSpotChecks00301763000000030 implements MigrationInterface {
  name = 'RefusedSpotChecks00301763000000030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tableSql);
    await runner.query(installSql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table sample_refusal_settlement, sample_refusal');
  }
}

const tableSql = `
create table sample_refusal (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  -- As the work named them; what they name may lie out of the sender's reach, so there is no foreign key.
  task_id uuid,
  answer_id uuid,
  operation_id uuid not null,
  kind text collate "C" not null check (kind in ('sample.attempt', 'sample.answer', 'sample.cause')),
  sent_by uuid not null,
  sent_by_name text not null,
  -- As the device's clock had it; shown, never trusted.
  occurred_at timestamptz,
  received_at timestamptz not null default app.now(),
  code text not null,
  title text not null,
  title_en text not null,
  -- The work as it was sent, sealed with the field key.
  content_enc text not null,
  constraint sample_refusal_pk primary key (county_code, id),
  constraint sample_refusal_of check (num_nonnulls(task_id, answer_id) = 1)
);
create index sample_refusal_task on sample_refusal (county_code, task_id);
create index sample_refusal_answer on sample_refusal (county_code, answer_id);

create table sample_refusal_settlement (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  outcome text not null check (outcome in ('LATE_NOTE', 'DISMISSED')),
  note text,
  settled_by uuid not null default app.actor(),
  settled_by_name text not null,
  settled_at timestamptz not null default app.now(),
  constraint sample_refusal_settlement_pk primary key (county_code, id),
  constraint sample_refusal_settlement_of foreign key (county_code, id) references sample_refusal (county_code, id),
  constraint sample_refusal_settlement_reason check (outcome <> 'DISMISSED' or note is not null)
);
`;

const installSql = `
select app.install_case_table('sample_refusal', audited => false, note => 'append-only, what people said in confidence; its operation leaves a record of its own');
select app.install_case_table('sample_refusal_settlement', audited => false, note => 'append-only; a record without its words goes into the audit log and into the log of the sample');
revoke update on sample_refusal, sample_refusal_settlement from bangfu_app;
create policy drawn on sample_refusal as restrictive for select using (
  exists (select 1 from sample_task t where t.county_code = sample_refusal.county_code and t.id = sample_refusal.task_id and t.drawn_by = (select app.actor()))
  or exists (select 1 from sample_answer a where a.county_code = sample_refusal.county_code and a.id = sample_refusal.answer_id and a.drawn_by = (select app.actor())));
create policy drawn on sample_refusal_settlement as restrictive
  using (settled_by = (select app.actor())) with check (settled_by = (select app.actor()));
alter table sample_event drop constraint sample_event_kind_check;
alter table sample_event add constraint sample_event_kind_check
  check (kind in ('DRAWN', 'SEALED', 'UNSEALED', 'VOIDED', 'RECHECKED', 'ISSUED', 'REPLACED', 'CLOSED', 'REFUSAL_SETTLED'));
`;
