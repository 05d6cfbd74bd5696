import { Injectable } from '@nestjs/common';
import { HEAD, lifeEvents, problem, type CaseId, type FieldValues } from '#domain';
import { Db } from '#platform';
import { EpisodeService } from '../episode/episode.service.js';
import { HouseholdLock } from '../household/household-lock.js';
import { recount, type HouseholdRow } from '../household/household.queries.js';
import { MemberService } from '../member/member.service.js';
import { IdentityRegister } from '../store/identity-register.js';
import { need, requirePastDay, type LifeEvent } from './life-event.js';

/** Persons who join or leave a household, and a change of its head. */
@Injectable()
export class PersonEvents {
  constructor(
    private readonly db: Db,
    private readonly lock: HouseholdLock,
    private readonly members: MemberService,
    private readonly identities: IdentityRegister,
    private readonly episodes: EpisodeService,
  ) {}

  /** Birth, marriage, adoption, move: someone becomes a member. @throws `event.birth-date`, `household.head-required` and as registration */
  async join(id: CaseId, event: LifeEvent): Promise<void> {
    const household = await this.lock.lockVersion(id, event.version);
    const on = requirePastDay(event.occurredOn);
    const [member] = this.members.check([need(event.member, 'member')]);
    if (!member) throw new Error('one member in, one member out');
    if (member.values['relationToHead'] === HEAD) throw problem('household.head-required');
    const values = event.kind === 'birth' ? newborn(member.values, on) : member.values;
    if (typeof values['birthDate'] === 'string' && on < values['birthDate']) throw problem('event.before-birth');
    await this.members.add(household, [{ ...member, values }], { on, reason: lifeEvents[event.kind].reason });
    await this.db.query(recount, [id.countyCode, id.id]);
  }

  /**
   * Death, marriage, move: someone ceases to be a member; the rows and years of the person stay. When the head leaves, the
   * relations name the next one. A household without anybody is deregistered.
   */
  async leave(id: CaseId, event: LifeEvent): Promise<void> {
    const household = await this.lock.lockVersion(id, event.version);
    const on = requirePastDay(event.occurredOn);
    const leaving = await this.members.chosen(household, need(event.memberIds, 'memberIds'));
    const staying = (await this.members.active(household)).filter((member) => !leaving.some((other) => other.id === member.id));
    await this.members.end(leaving, { on, reason: String(lifeEvents[event.kind].reason) });
    await this.members.relate(staying, event.relations ?? []);
    await this.identities.release(id.countyCode, leaving.map((member) => member.id));
    await this.db.query(recount, [id.countyCode, id.id]);
    if (staying.length === 0) await this.episodes.deregister(id, { on, reason: 'NO_MEMBERS' });
  }

  /** Another member becomes the head. */
  async changeHead(id: CaseId, event: LifeEvent): Promise<void> {
    const household: HouseholdRow = await this.lock.lockVersion(id, event.version);
    requirePastDay(event.occurredOn);
    await this.members.relate(await this.members.active(household), need(event.relations, 'relations'));
    await this.db.query(recount, [id.countyCode, id.id]);
  }
}

function newborn(values: FieldValues, on: string): FieldValues {
  if (values['birthDate'] === undefined || values['birthDate'] === null) return { ...values, birthDate: on };
  if (values['birthDate'] !== on) throw problem('event.birth-date', { birthDate: values['birthDate'], on });
  return values;
}
