import type { MigrationInterface, QueryRunner } from 'typeorm';
import { contextSql } from './0001-foundation/context.sql.js';
import { auditSql } from './0001-foundation/audit.sql.js';
import { dirtySql } from './0001-foundation/dirty.sql.js';
import { installSql } from './0001-foundation/install.sql.js';

/**
 * Foundation: request context, clock, territory, audit, dirty log, and the two procedures with which every later
 * migration installs its tables. Roles are made by `prepareDatabase` before migrations run (a role belongs to the cluster).
 */
export class Foundation0001763000000001 implements MigrationInterface {
  name = 'Foundation0001763000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(contextSql);
    await runner.query(auditSql);
    await runner.query(dirtySql);
    await runner.query(installSql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema app cascade; drop table audit_anchor, audit_seal, audit_head, audit_log, dirty_village, installation cascade');
  }
}
