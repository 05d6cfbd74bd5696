import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A snapshot keeps everything that its rules looked at: without persons and policy numbers a decision cannot be judged again. */
export class History00211763000000021 implements MigrationInterface {
  name = 'History00211763000000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Null in snapshots from before; a rule that reaches persons or policy numbers is then unproven in a replay.
      alter table case_snapshot add column members jsonb, add column parameters jsonb;
      -- Decisions of a territory in the order in which they were made.
      create index case_decision_days on case_decision (county_code, decided_on, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index case_decision_days; alter table case_snapshot drop column members, drop column parameters');
  }
}
