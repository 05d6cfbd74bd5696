import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever sent refused work of a spot check hears what became of it: they read the own piece and its settlement, and nobody else's.
 * Asking for a replacement is work of a phone like the others, and may be refused like them.
 */
export class SettledSpotChecks00331763000000033 implements MigrationInterface {
  name = 'SettledSpotChecks00331763000000033';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(policySql);
    await runner.query(kindSql("'sample.attempt', 'sample.answer', 'sample.cause', 'sample.replace'"));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(policyBeforeSql);
    await runner.query(kindSql("'sample.attempt', 'sample.answer', 'sample.cause'"));
  }
}

const drawn = `exists (select 1 from sample_task t where t.county_code = sample_refusal.county_code and t.id = sample_refusal.task_id and t.drawn_by = (select app.actor()))
  or exists (select 1 from sample_answer a where a.county_code = sample_refusal.county_code and a.id = sample_refusal.answer_id and a.drawn_by = (select app.actor()))`;

const policySql = `
create index sample_refusal_sender on sample_refusal (county_code, sent_by);
drop policy drawn on sample_refusal;
create policy drawn on sample_refusal as restrictive for select using (sent_by = (select app.actor()) or ${drawn});
drop policy drawn on sample_refusal_settlement;
create policy settled on sample_refusal_settlement as restrictive for insert with check (settled_by = (select app.actor()));
create policy told on sample_refusal_settlement as restrictive for select using (settled_by = (select app.actor())
  or exists (select 1 from sample_refusal r where r.county_code = sample_refusal_settlement.county_code and r.id = sample_refusal_settlement.id and r.sent_by = (select app.actor())));
`;

const policyBeforeSql = `
drop policy told on sample_refusal_settlement;
drop policy settled on sample_refusal_settlement;
create policy drawn on sample_refusal_settlement as restrictive using (settled_by = (select app.actor())) with check (settled_by = (select app.actor()));
drop policy drawn on sample_refusal;
create policy drawn on sample_refusal as restrictive for select using (${drawn});
drop index sample_refusal_sender;
`;

const kindSql = (kinds: string): string => `
alter table sample_refusal drop constraint sample_refusal_kind_check;
alter table sample_refusal add constraint sample_refusal_kind_check check (kind in (${kinds}));
`;
