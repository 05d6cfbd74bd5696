import type { MigrationInterface, QueryRunner } from 'typeorm';
import { assetSql } from './0013-help/asset.sql.js';
import { assignmentSql } from './0013-help/assignment.sql.js';
import { bankSql } from './0013-help/bank.sql.js';
import { installSql } from './0013-help/install.sql.js';
import { paymentSql } from './0013-help/payment.sql.js';
import { projectSql } from './0013-help/project.sql.js';

/**
 * Help: plans, assignments, payments with their bank files, projects, funds and assets. A fund, and a project or asset of a
 * county or township, carries that division's code padded to twelve digits. Every step is kept in `help_event`.
 */
export class Help00131763000000013 implements MigrationInterface {
  name = 'Help00131763000000013';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [projectSql, assignmentSql, paymentSql, bankSql, assetSql, installSql]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table asset_distribution, asset_yield, asset, payment_result_row, payment_result, payment_batch_row, payment_batch, payment, assignment, help_plan_item, help_plan, project_progress, project_expense, project_notice, project_beneficiary, project_budget, project, fund, help_event cascade',
    );
  }
}
