import { Injectable } from '@nestjs/common';
import { problem, type Problem } from '#domain';
import { Db } from '#platform';
import type { MeasureTerms } from './measure-lookup.js';
import * as sql from './people.queries.js';
import type { HelpedHousehold, HelpedMember } from './people.queries.js';

/** The households and persons that a request is about, locked and looked up in two statements however many they are. */
@Injectable()
export class HelpedPeople {
  constructor(private readonly db: Db) {}

  async lock(countyCode: string, householdIds: readonly string[]): Promise<Map<string, HelpedHousehold>> {
    const rows = await this.db.query<HelpedHousehold>(sql.lockHouseholds, [countyCode, [...new Set(householdIds)]]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  async members(countyCode: string, memberIds: readonly string[]): Promise<Map<string, HelpedMember>> {
    if (memberIds.length === 0) return new Map();
    const rows = await this.db.query<HelpedMember>(sql.membersByIds, [countyCode, [...new Set(memberIds)]]);
    return new Map(rows.map((row) => [row.id, row]));
  }
}

/** Whether a measure may be arranged for this household or person at all; null when it may. */
export function personRefusal(measure: MeasureTerms, { householdId, memberId, members }: { householdId: string; memberId: string | null; members: ReadonlyMap<string, HelpedMember> }): Problem | null {
  if (measure.level === 'village' || measure.level === 'region') return problem('help.measure-not-for-households', { code: measure.code });
  if (measure.level === 'member' && memberId === null) return problem('help.member-required');
  if (measure.level === 'household' && memberId !== null) return problem('help.member-not-wanted');
  if (memberId === null) return null;
  const member = members.get(memberId);
  if (member?.household_id !== householdId) return problem('member.not-in-household');
  return member.member_status === 'ACTIVE' ? null : problem('help.member-left');
}
