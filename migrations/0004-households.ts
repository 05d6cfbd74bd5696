import type { MigrationInterface, QueryRunner } from 'typeorm';
import { householdSql } from './0004-households/household.sql.js';
import { memberSql } from './0004-households/member.sql.js';
import { yearSql } from './0004-households/year.sql.js';

/**
 * Households, episodes, members and their years. Columns follow the field catalogue of `libs/domain/src/fields`, and a test
 * compares the two. Encrypted fields are stored as `<column>_enc` beside a masked copy, so that a list never decrypts.
 */
export class Households00041763000000004 implements MigrationInterface {
  name = 'Households00041763000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(householdSql);
    await runner.query(memberSql);
    await runner.query(yearSql);
    await runner.query(installSql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table member_name_gram, identity_register, member_year, household_year, member, episode, household_link, household cascade');
  }
}

const installSql = `
select app.install_case_table('household', dirty => 'household');
select app.install_case_table('household_link');
select app.install_case_table('episode');
select app.install_case_table('member', dirty => 'member');
select app.install_case_table('household_year', dirty => 'household_year');
select app.install_case_table('member_year', dirty => 'member_year');
select app.install_case_table('identity_register', audited => false, deletable => true, note => 'keyed hashes derived from member, audited there; its key is region-wide on purpose');
select app.install_case_table('member_name_gram', audited => false, deletable => true, note => 'search index derived from member');
`;
