import { Injectable } from '@nestjs/common';
import { addYears, contains, countyCodeOf, isCalendarDate, maskPhone, normalisePhone, problem, uuidV7, type CaseId } from '#domain';
import { DivisionReader, ParameterReader } from '#divisions';
import { CryptoProvider, currentContext, Db } from '#platform';
import { contentHash, isRepetition } from '../content-hash.js';
import * as sql from './team.queries.js';

export interface TeamMemberInput {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly userId?: string | undefined;
  readonly unit?: string | undefined;
  readonly affiliation?: string | undefined;
  readonly rank?: string | undefined;
  readonly phone?: string | undefined;
  readonly joinedOn?: string | undefined;
}

export interface TeamInput {
  readonly id: string;
  /** The first is where the team lives. */
  readonly villages: readonly string[];
  readonly name: string;
  readonly sendingUnit: string;
  readonly sendingAffiliation?: string | undefined;
  readonly termFrom: string;
  readonly termTo: string;
  readonly shortTermReason?: string | undefined;
  readonly members: readonly TeamMemberInput[];
}

const FIRST_SECRETARY = 'FIRST_SECRETARY';

/** Work teams: who serves which village, from when to when. Sizes and terms are parameters; one that is not set asks for nothing. */
@Injectable()
export class TeamService {
  constructor(
    private readonly db: Db,
    private readonly crypto: CryptoProvider,
    private readonly divisions: DivisionReader,
    private readonly parameters: ParameterReader,
  ) {}

  /**
   * Sends a team. @throws `team.village-unfit`, `team.village-served`, `team.too-small`, `team.first-secretary`, `team.short-term`,
   * `team.dates`, `idempotency-mismatch`
   */
  async create(input: TeamInput): Promise<CaseId> {
    const seat = await this.seatOf(input.villages);
    const team = { countyCode: countyCodeOf(seat), id: input.id };
    const hash = contentHash(input);
    if (isRepetition(await this.db.maybeOne<{ content_hash: string }>(sql.knownTeam, [team.countyCode, team.id]), hash)) return team;
    await this.checkTerm(input, seat);
    await this.checkSize(seat, input.members.length);
    const [first, second] = input.members.filter(({ role }) => role === FIRST_SECRETARY);
    if (!first || second) throw problem('team.first-secretary');
    const { now } = currentContext();
    const place = { county_code: team.countyCode, village_code: seat };
    await this.db.query(sql.insertTeam, [JSON.stringify({
      ...place, id: input.id, name: input.name, sending_unit: input.sendingUnit, sending_affiliation: input.sendingAffiliation ?? null, term_from: input.termFrom,
      term_to: input.termTo, short_term_reason: input.shortTermReason ?? null, status: 'ACTIVE', content_hash: hash, version: 1, created_at: now, updated_at: now,
    })]);
    await this.db.query(sql.insertTeamVillages, [JSON.stringify(input.villages.map((village_code) => ({
      county_code: team.countyCode, id: uuidV7(), village_code, team_id: input.id, is_seat: village_code === seat, team_name: input.name, sending_unit: input.sendingUnit,
      first_secretary: first.name, size: input.members.length, term_to: input.termTo, from_on: input.termFrom,
    })))]);
    await this.insertMembers({ ...team, villageCode: seat, termFrom: input.termFrom }, input.members);
    return team;
  }

  /**
   * A member joins, in place of another one when `replaces` is given: both rows stay.
   * @throws `team.ended`, `team.member-left`, `team.first-secretary`, `team.dates`, `not-found`
   */
  async join(id: CaseId, member: TeamMemberInput, replaces?: { readonly memberId: string; readonly reason: string }): Promise<void> {
    const team = await this.lock(id);
    const members = await this.members(id);
    const known = members.find((row) => row.id === member.id);
    if (known) {
      if (known.name !== member.name || known.role !== member.role) throw problem('idempotency-mismatch');
      return;
    }
    if (replaces && !replaces.reason.trim()) throw problem('reason-required');
    const joinedOn = member.joinedOn ?? currentContext().today;
    this.checkDay(joinedOn, team);
    if (replaces) await this.endMember(id, this.active(members, replaces.memberId), { on: joinedOn, reason: replaces.reason });
    const stays = members.filter((row) => row.left_on === null && row.id !== replaces?.memberId);
    if (stays.filter(({ role }) => role === FIRST_SECRETARY).length + (member.role === FIRST_SECRETARY ? 1 : 0) !== 1) throw problem('team.first-secretary');
    await this.insertMembers({ ...id, villageCode: team.village_code, termFrom: joinedOn }, [{ ...member, joinedOn }], replaces?.memberId);
    await this.refresh(id);
  }

  /** A member leaves. @throws `team.too-small` and `team.first-secretary` when somebody has to take over first */
  async leave(id: CaseId, memberId: string, { on, reason }: { readonly on: string; readonly reason: string }): Promise<void> {
    const team = await this.lock(id);
    this.checkDay(on, team);
    const members = await this.members(id);
    const leaving = this.active(members, memberId);
    if (leaving.role === FIRST_SECRETARY) throw problem('team.first-secretary');
    await this.checkSize(team.village_code, members.filter((row) => row.left_on === null).length - 1);
    await this.endMember(id, leaving, { on, reason });
    await this.refresh(id);
  }

  /** The team goes home: members and villages end with it. @throws `team.ended`, `team.dates` */
  async end(id: CaseId, { on, reason }: { readonly on: string; readonly reason: string }): Promise<void> {
    const team = await this.lock(id);
    this.checkDay(on, { ...team, term_to: '9999-12-31' });
    for (const statement of sql.endTeam) await this.db.query(statement, [id.countyCode, id.id, on, reason]);
  }

  /** Locks a team that serves. @throws `not-found`, `team.ended` */
  async lock(id: CaseId): Promise<sql.TeamRow> {
    const team = await this.db.maybeOne<sql.TeamRow>(sql.lockTeam, [id.countyCode, id.id]);
    if (!team) throw problem('not-found');
    if (team.status === 'ENDED') throw problem('team.ended');
    return team;
  }

  members(id: CaseId): Promise<sql.TeamMemberRow[]> {
    return this.db.query<sql.TeamMemberRow>(sql.membersOfTeam, [id.countyCode, id.id]);
  }

  private active(members: readonly sql.TeamMemberRow[], memberId: string): sql.TeamMemberRow {
    const found = members.find((row) => row.id === memberId);
    if (!found) throw problem('not-found');
    if (found.left_on !== null) throw problem('team.member-left');
    return found;
  }

  private async endMember(team: CaseId, member: sql.TeamMemberRow, { on, reason }: { on: string; reason: string }): Promise<void> {
    if (on < member.joined_on) throw problem('team.dates');
    await this.db.query(sql.endMember, [team.countyCode, member.id, on, reason]);
  }

  private async refresh(id: CaseId): Promise<void> {
    const serving = (await this.members(id)).filter((row) => row.left_on === null);
    const first = serving.find(({ role }) => role === FIRST_SECRETARY);
    await this.db.query(sql.refreshVillages, [id.countyCode, id.id, serving.length, first?.name ?? '']);
  }

  private async insertMembers(team: CaseId & { villageCode: string; termFrom: string }, members: readonly TeamMemberInput[], predecessorId?: string): Promise<void> {
    const { now } = currentContext();
    await this.db.query(sql.insertMembers, [JSON.stringify(members.map((member) => {
      const phone = member.phone === undefined ? null : normalisePhone(member.phone);
      return {
        county_code: team.countyCode, id: member.id, village_code: team.villageCode, team_id: team.id, name: member.name, role: member.role, user_id: member.userId ?? null,
        unit: member.unit ?? null, affiliation: member.affiliation ?? null, rank: member.rank ?? null,
        phone_enc: phone && this.crypto.encrypt('team_member', 'phone', member.id, phone), phone_masked: phone && maskPhone(phone),
        joined_on: member.joinedOn ?? team.termFrom, predecessor_id: predecessorId ?? null, version: 1, created_at: now, updated_at: now,
      };
    }))]);
  }

  /** Villages of one county in the territory, each once; the first is the seat. */
  private async seatOf(villages: readonly string[]): Promise<string> {
    const [seat] = villages;
    const { scope } = currentContext().actor;
    if (seat === undefined || new Set(villages).size < villages.length) throw problem('team.village-unfit');
    for (const village of villages) {
      const fits = scope !== null && contains(scope, village) && countyCodeOf(village) === countyCodeOf(seat) && (await this.divisions.existsOn(village));
      if (!fits) throw problem('team.village-unfit', { villageCode: village });
    }
    return seat;
  }

  private async checkTerm({ termFrom, termTo, shortTermReason }: TeamInput, seat: string): Promise<void> {
    if (!isCalendarDate(termFrom) || !isCalendarDate(termTo) || termFrom >= termTo) throw problem('team.dates');
    const years = (await this.parameters.effective('team_term_years', { division: seat, on: termFrom }))?.value ?? null;
    if (years !== null && termTo < addYears(termFrom, years) && !shortTermReason?.trim()) throw problem('team.short-term', { years });
  }

  private async checkSize(seat: string, size: number): Promise<void> {
    const least = (await this.parameters.effective('team_min_size', { division: seat }))?.value ?? null;
    if (least !== null && size < least) throw problem('team.too-small', { least, size });
  }

  private checkDay(day: string, team: { term_from: string; term_to: string }): void {
    if (!isCalendarDate(day) || day < team.term_from || day > team.term_to || day > currentContext().today) throw problem('team.dates');
  }
}
