import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A sample of villages is answered, too: what is seen in a village belongs to no household. */
export class VillageChecks00341763000000034 implements MigrationInterface {
  name = 'VillageChecks00341763000000034';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table sample_answer alter column household_id drop not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table sample_answer alter column household_id set not null');
  }
}
