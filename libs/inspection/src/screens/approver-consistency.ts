import { Injectable } from '@nestjs/common';
import { roleTable, isRole, testApprovers } from '#domain';
import { Db } from '#platform';
import * as sql from './approver.queries.js';
import { PostNumbers } from './post-numbers.js';
import { settingOf, type NamedGroup, type RowsQuestion, type ScreenQuestion, type ScreenRow, type ScreenSource } from './screen-source.js';

/** Offices that review and decide; who works in the village is not looked at. */
const offices = ['township_officer', 'county_officer', 'county_approver', 'prefecture_officer', 'region_officer'];
const actionNames: Readonly<Record<string, string>> = { agree: '同意', return: '退回', refuse: '不同意' };

/** How the posts of an office decide: about decisions and procedure, under numbers, in the order of the places. */
@Injectable()
export class ApproverConsistency implements ScreenSource {
  constructor(
    private readonly db: Db,
    private readonly numbers: PostNumbers,
  ) {}

  async groups(question: ScreenQuestion): Promise<NamedGroup[]> {
    const rows = await this.db.query<sql.PostRow>(sql.posts, this.base(question));
    const named = rows.map((row) => ({ row, key: this.key(row) }));
    const tested = testApprovers(named.map(({ row, key }) => ({
      key, divisionCode: row.unit, role: row.actor_role, decisions: row.decisions, negative: row.negative, largestBatch: row.largest_batch, inBatches: row.in_batches, fast: row.fast,
      medianSeconds: row.median_seconds === null ? null : Math.round(row.median_seconds),
    })), { batchMin: settingOf(question.settings, 'batch_min') });
    return tested.map((group, i) => ({ ...group, label: `${roleName(rows[i]?.actor_role)}岗位 ${group.key}` }));
  }

  async rows(question: RowsQuestion): Promise<ScreenRow[]> {
    const known = await this.db.query<sql.PostRow>(sql.posts, this.base(question));
    const post = known.find((row) => this.key(row) === question.group);
    if (!post) return [];
    const rows = await this.db.query<sql.DecisionRow>(sql.decisionRows, [...this.base(question), post.unit, post.actor_id, post.actor_role, question.figure, question.after, question.limit + 1]);
    return rows.map((row) => ({
      key: row.id, kind: 'case', countyCode: row.county_code, id: row.case_id, householdId: row.household_id, villageCode: row.village_code,
      values: [
        { label: '办结时间', text: row.at }, { label: '办理结果', text: actionNames[row.action] ?? row.action }, { label: '用时', text: row.seconds === null ? '—' : `${Math.round(row.seconds)}秒` },
        { label: '所在批次件数', text: String(row.batch) },
      ],
    }));
  }

  private key({ actor_id: user, unit, actor_role: role }: sql.PostRow): string {
    return this.numbers.numberOf(user, `${unit} ${role}`);
  }

  private base({ from, to, year, settings }: ScreenQuestion): readonly unknown[] {
    return [from, to, year, offices, settingOf(settings, 'batch_gap_seconds'), settingOf(settings, 'batch_min'), settingOf(settings, 'fast_seconds')];
  }
}

const roleName = (role: string | undefined): string => (role !== undefined && isRole(role) ? roleTable[role].zh : '');
