import { Injectable } from '@nestjs/common';
import { fieldsOf, uuidV7 } from '#domain';
import { Db } from '#platform';
import type { HouseholdRow, MemberRow } from '../household/household.queries.js';
import { wholeMembersOf } from '../household/household.queries.js';
import { MemberService } from '../member/member.service.js';
import { FieldWriter } from '../store/field-writer.js';
import { IdentityRegister } from '../store/identity-register.js';
import { RowStore } from '../store/row-store.js';
import { copyMemberYears } from './event.queries.js';

export interface Carrying {
  readonly from: HouseholdRow;
  readonly to: Pick<HouseholdRow, 'county_code' | 'id' | 'village_code'>;
  readonly on: string;
  readonly reasonOut: string;
  readonly reasonIn: string;
  /** Relation of each person to the head of the household that takes them in. */
  readonly relationOf: (memberId: string) => string;
  /** One year whose records go along, or null for all years. */
  readonly year: number | null;
}

/**
 * Takes persons from one household into another. The old row ends and stays as it was on its last day, the new row names
 * it as its origin; person number, registration and the records of the year go along.
 */
@Injectable()
export class MemberCarrier {
  constructor(
    private readonly db: Db,
    private readonly rows: RowStore,
    private readonly writer: FieldWriter,
    private readonly members: MemberService,
    private readonly identities: IdentityRegister,
  ) {}

  async carry(people: readonly MemberRow[], to: Carrying): Promise<void> {
    const whole = await this.db.query<MemberRow>(wholeMembersOf, [to.from.county_code, to.from.id]);
    const pairs = people.flatMap((person) => whole.filter((row) => row.id === person.id)).map((row) => ({ row, id: uuidV7() }));
    await this.members.end(people, { on: to.on, reason: to.reasonOut });
    // A person number is unique in its county: it belongs to the row in which the person lives.
    if (to.from.county_code === to.to.county_code) {
      for (const { row } of pairs) {
        if (row['member_code']) await this.rows.update('member', { countyCode: row.county_code, id: row.id }, { member_code: null, version: row.version + 2 });
      }
    }
    await this.rows.insert('member', pairs.map(({ row, id }) => this.newRow(row, id, to)));
    await this.identities.move(pairs.map(({ row, id }) => ({
      from: { countyCode: row.county_code, memberId: row.id },
      to: { countyCode: to.to.county_code, villageCode: to.to.village_code, householdId: to.to.id, memberId: id },
    })));
    const copies = pairs.map(({ row, id }) => ({ from_member: row.id, county_code: to.to.county_code, village_code: to.to.village_code, household_id: to.to.id, member_id: id }));
    await this.db.query(copyMemberYears, [JSON.stringify(copies), to.from.county_code, to.year]);
  }

  private newRow(row: MemberRow, id: string, to: Carrying): Record<string, unknown> {
    return {
      ...withoutTimes(row),
      ...this.writer.rebind('member', row, fieldsOf('member'), { from: row.id, to: id }),
      id, county_code: to.to.county_code, village_code: to.to.village_code, household_id: to.to.id, version: 1,
      relation_to_head: to.relationOf(row.id), member_status: 'ACTIVE', member_change_reason: to.reasonIn, joined_on: to.on, left_on: null,
      origin_county_code: row.county_code, origin_id: row.id,
    };
  }
}

/** A row that is written anew gets times of its own. */
export function withoutTimes(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([column]) => column !== 'created_at' && column !== 'updated_at'));
}
