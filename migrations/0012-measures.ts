import type { MigrationInterface, QueryRunner } from 'typeorm';
import { catalogueSql } from './0012-measures/catalogue.sql.js';
import { entitlementSql } from './0012-measures/entitlement.sql.js';

/** The measure catalogue as published versions, and what the recalculation derives from it: entitlements and their gaps. */
export class Measures00121763000000012 implements MigrationInterface {
  name = 'Measures00121763000000012';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [catalogueSql, entitlementSql]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table entitlement_gap, entitlement, measure_version; drop function app.keep_measure_version');
    await runner.query('alter table household_fact drop column is_relocated');
    await runner.query(`alter table rule_version drop constraint rule_version_level_check, add constraint rule_version_level_check check (level in ('household', 'village', 'county'))`);
  }
}
