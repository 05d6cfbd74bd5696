import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where a household's house stands (住宅位置): optional, taken away like any other field. One text as `writeHousePosition` of the
 * domain writes it (a geo URI, WGS-84, with accuracy, day and way of noting), so that a correction and a conflict take it whole.
 */
export class HousePosition00311763000000031 implements MigrationInterface {
  name = 'HousePosition00311763000000031';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(String.raw`
alter table household add column house_position text collate "C" constraint household_house_position check (
  house_position ~ '^geo:-?[0-9]{1,2}\.[0-9]{6},-?[0-9]{1,3}\.[0-9]{6}(;u=[0-9]{1,6})?(;on=[0-9]{4}-[0-9]{2}-[0-9]{2})?;by=(phone|visit|typed)$')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table household drop column house_position');
  }
}
