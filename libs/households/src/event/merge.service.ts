import { Injectable } from '@nestjs/common';
import { problem, settleRelations, yearOf, type CaseId } from '#domain';
import { currentContext, Db } from '#platform';
import { EpisodeService } from '../episode/episode.service.js';
import { checkVersion, HouseholdLock } from '../household/household-lock.js';
import { recount, type HouseholdRow } from '../household/household.queries.js';
import { MemberService } from '../member/member.service.js';
import { HouseholdLinks } from './household-links.js';
import { need, requirePastDay, type LifeEvent } from './life-event.js';
import { MemberCarrier } from './member-carrier.js';

/** All members of another household come into this one; the other is deregistered and linked. */
@Injectable()
export class MergeHouseholds {
  constructor(
    private readonly db: Db,
    private readonly lock: HouseholdLock,
    private readonly members: MemberService,
    private readonly carrier: MemberCarrier,
    private readonly links: HouseholdLinks,
    private readonly episodes: EpisodeService,
  ) {}

  /**
   * Only households of the same county and status: a merger must neither exit nor re-enter anybody.
   * @throws `household.merge-self`, `household.merge-status`, `household.other-county`, `household.head-required`, `stale-version`
   */
  async merge(id: CaseId, event: LifeEvent): Promise<void> {
    const otherId = need(event.other, 'otherHouseholdId');
    if (otherId.countyCode !== id.countyCode) throw problem('household.other-county');
    if (otherId.id === id.id) throw problem('household.merge-self');
    const [into, other] = await this.lockBoth(id, otherId);
    checkVersion('household', into, { version: event.version, yours: {} });
    checkVersion('household', other, { version: need(event.otherVersion, 'otherVersion'), yours: {} });
    const on = requirePastDay(event.occurredOn);
    if (into.status !== other.status) throw problem('household.merge-status');
    const present = await this.members.active(into);
    const coming = await this.members.active(other);
    const relations = settleRelations([...present, ...coming].map((member) => ({ id: member.id, relation: member.relation_to_head })), event.relations ?? []);
    if (!relations) throw problem('household.head-required');
    const relationOf = (memberId: string) => relations.find((related) => related.id === memberId)?.relation ?? '99';
    await this.carrier.carry(coming, { from: other, to: into, on, reasonOut: 'MERGE_OUT', reasonIn: 'MERGE_IN', year: yearOf(currentContext().today), relationOf });
    // Afterwards: with the head of the other household gone, one head is left to be checked.
    await this.members.relate(await this.members.active(into), relations.filter((related) => present.some((member) => member.id === related.id)));
    await this.links.link(other, into, { kind: 'MERGED_INTO', on, reason: event.reason });
    await this.db.query(recount, [otherId.countyCode, otherId.id]);
    await this.episodes.deregister(otherId, { on, reason: 'MERGED' });
    await this.db.query(recount, [id.countyCode, id.id]);
  }

  /** In the order of their ids, so that two mergers never wait for each other crosswise. */
  private async lockBoth(id: CaseId, otherId: CaseId): Promise<[HouseholdRow, HouseholdRow]> {
    if (id.id < otherId.id) {
      const into = await this.lock.lockOpen(id);
      return [into, await this.lock.lockOpen(otherId)];
    }
    const other = await this.lock.lockOpen(otherId);
    return [await this.lock.lockOpen(id), other];
  }
}
