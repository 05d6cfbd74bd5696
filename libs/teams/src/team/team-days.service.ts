import { Injectable } from '@nestjs/common';
import { checkTeamDays, problem, uuidV7, type CaseId } from '#domain';
import { currentContext, Db } from '#platform';
import * as sql from './team.queries.js';
import { TeamService } from './team.service.js';

export interface TeamDaysInput {
  readonly year: number;
  readonly month: number;
  readonly entries: readonly { readonly memberId: string; readonly days: readonly number[] }[];
  /** Why recorded days change; required as soon as one does. */
  readonly reason?: string | undefined;
}

/**
 * Days in the village, as the team itself writes them down: which days of a month, nothing else. Nobody is located or counted
 * by a device. What was recorded stays; a change is a new version.
 */
@Injectable()
export class TeamDaysService {
  constructor(
    private readonly db: Db,
    private readonly teams: TeamService,
  ) {}

  /** @throws `team.days` with the fault, `reason-required`, `not-found` for somebody who is not of the team */
  async record(id: CaseId, { year, month, entries, reason }: TeamDaysInput): Promise<void> {
    const team = await this.teams.lock(id);
    const { actor, now, today } = currentContext();
    const members = await this.teams.members(id);
    const given = entries.map(({ memberId, days }) => ({ memberId, days: [...days].sort((a, b) => a - b) }));
    if (new Set(given.map(({ memberId }) => memberId)).size < given.length) throw problem('team.days', { fault: 'repeated' });
    for (const { memberId, days } of given) {
      const member = members.find((row) => row.id === memberId);
      if (!member) throw problem('not-found');
      const fault = checkTeamDays({ year, month, days }, { from: member.joined_on, to: member.left_on, today });
      if (fault) throw problem('team.days', { fault });
    }
    const current = await this.db.query<sql.TeamDaysRow>(sql.currentDays, [id.countyCode, given.map(({ memberId }) => memberId), year, month]);
    const before = (memberId: string) => current.find((row) => row.member_id === memberId);
    const changed = given.filter(({ memberId, days }) => before(memberId)?.days.join() !== days.join());
    const replaced = changed.flatMap(({ memberId }) => before(memberId) ?? []);
    if (replaced.length > 0 && !reason?.trim()) throw problem('reason-required');
    if (replaced.length > 0) await this.db.query(sql.supersedeDays, [id.countyCode, replaced.map((row) => row.id)]);
    if (changed.length === 0) return;
    await this.db.query(sql.insertDays, [JSON.stringify(changed.map(({ memberId, days }) => ({
      county_code: id.countyCode, id: uuidV7(), village_code: team.village_code, team_id: id.id, member_id: memberId, year, month, days, day_count: days.length,
      version: (before(memberId)?.version ?? 0) + 1, recorded_by: actor.userId, recorded_by_name: actor.name, recorded_at: now,
      correction_reason: before(memberId) ? reason : null,
    })))]);
  }
}
