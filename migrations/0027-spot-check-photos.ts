import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Photographs of a spot check (subject `sample`) are of the inspection: the territory alone would show a village who of it was
 * drawn, and a signature that was given in confidence.
 */
export class SpotCheckPhotos00271763000000027 implements MigrationInterface {
  name = 'SpotCheckPhotos00271763000000027';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create policy of_inspection on attachment as restrictive
        using (subject_kind is distinct from 'sample' or uploaded_by = (select app.actor()) or (select app.actor_role()) in ('inspector', 'system'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop policy of_inspection on attachment');
  }
}
