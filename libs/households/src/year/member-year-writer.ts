import { Injectable } from '@nestjs/common';
import { formatCaseId, problem, uuidV7 } from '#domain';
import { currentContext, Db } from '#platform';
import type { HouseholdRow, MemberRow } from '../household/household.queries.js';
import { membersOf } from '../household/household.queries.js';
import { same, valuesOf } from '../store/columns.js';
import { checkedValues, FieldWriter } from '../store/field-writer.js';
import { RowStore } from '../store/row-store.js';
import * as sql from './year.queries.js';

export interface MemberYearInput {
  /** UUID of the member. */
  readonly memberId: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Records of persons in one year, versioned as the household's are. */
@Injectable()
export class MemberYearWriter {
  constructor(
    private readonly db: Db,
    private readonly rows: RowStore,
    private readonly writer: FieldWriter,
  ) {}

  /**
   * Writes a new version for each member whose values differ. `unnamed` says what happens to fields that the input does not
   * name: a record of the whole year has none of them, a correction keeps what is recorded.
   * @throws `member.not-in-household`, `reason-required`, `validation`
   */
  async write(household: HouseholdRow, { year, members, reason, unnamed }: { year: number; members: readonly MemberYearInput[]; reason: string | null; unnamed: 'empty' | 'kept' }): Promise<void> {
    if (members.length === 0) return;
    const key = [household.county_code, household.id];
    const people = await this.db.query<MemberRow>(membersOf, key);
    const recorded = await this.db.query<sql.MemberYearRow>(sql.currentMemberYearsOf, [...key, year]);
    const fresh: Record<string, unknown>[] = [];
    for (const [index, { memberId, values }] of members.entries()) {
      if (!people.some((person) => person.id === memberId)) throw problem('member.not-in-household', { memberId: formatCaseId(household.county_code, memberId) });
      if (members.findIndex((other) => other.memberId === memberId) !== index) throw problem('validation', { fields: [{ field: `members.${index}.memberId`, faults: ['repeated'] }] });
      const current = recorded.find((row) => row.member_id === memberId);
      const kept = unnamed === 'kept' && current ? valuesOf('memberYear', current) : {};
      const { year: _, ...base } = kept;
      const checked = checkedValues('memberYear', { ...base, ...values }, { except: ['year'], at: `members.${index}.values` });
      if (current && same(checked, valuesOf('memberYear', current))) continue;
      if (current) {
        if (reason === null) throw problem('reason-required');
        await this.db.query(sql.supersedeMemberYear, [household.county_code, current.id, currentContext().now]);
      }
      const id = uuidV7();
      fresh.push({
        county_code: household.county_code, id, village_code: household.village_code, household_id: household.id, member_id: memberId, year,
        version: (current?.version ?? 0) + 1, correction_reason: current ? reason : null, ...this.writer.columns('memberYear', id, checked),
      });
    }
    await this.rows.insert('memberYear', fresh);
  }
}
