import { Injectable } from '@nestjs/common';
import { countyCodeOf, fieldsOf, problem, uuidV7, type CaseId } from '#domain';
import { Db } from '#platform';
import { EpisodeService } from '../episode/episode.service.js';
import { HouseholdLock } from '../household/household-lock.js';
import { findHouseholdWhole, recount, type HouseholdRow } from '../household/household.queries.js';
import { MemberService } from '../member/member.service.js';
import { FieldWriter } from '../store/field-writer.js';
import { RowStore } from '../store/row-store.js';
import { copyHouseholdYears } from './event.queries.js';
import { HouseholdLinks } from './household-links.js';
import { HouseholdMoves } from './household-moves.js';
import { requirePastDay } from './life-event.js';
import { MemberCarrier, withoutTimes } from './member-carrier.js';

export interface Transfer {
  readonly version: number;
  readonly occurredOn: string;
  /** 12 digits, in another county of the actor's territory. */
  readonly toVillageCode: string;
  readonly reason?: string;
}

/**
 * A household that moves to another county: its rows stay where they were recorded and end there, a new household linked to
 * its origin goes on in the other county with the same standing, persons, registrations and yearly records.
 */
@Injectable()
export class TransferHousehold {
  constructor(
    private readonly db: Db,
    private readonly lock: HouseholdLock,
    private readonly rows: RowStore,
    private readonly writer: FieldWriter,
    private readonly members: MemberService,
    private readonly carrier: MemberCarrier,
    private readonly links: HouseholdLinks,
    private readonly episodes: EpisodeService,
    private readonly moves: HouseholdMoves,
  ) {}

  /** @returns the new household. @throws `household.same-county`, `household.village-unknown` (also outside the territory) */
  async transfer(id: CaseId, transfer: Transfer): Promise<CaseId> {
    const old = await this.lock.lockVersion(id, transfer.version);
    const on = requirePastDay(transfer.occurredOn);
    if (countyCodeOf(transfer.toVillageCode) === id.countyCode) throw problem('household.same-county');
    await this.lock.requireVillage(transfer.toVillageCode);
    const people = await this.members.active(old);
    if (people.length === 0) throw problem('household.members-required');
    const created = await this.newRow(old, transfer.toVillageCode);
    await this.rows.insert('household', [created]);
    await this.carrier.carry(people, {
      from: old, to: created, on, reasonOut: 'MOVE_OUT', reasonIn: 'MOVE_IN', year: null,
      relationOf: (memberId) => people.find((person) => person.id === memberId)?.relation_to_head ?? '99',
    });
    const episode = await this.episodes.current(id);
    if (episode) await this.episodes.adopt(created, episode);
    const target = { county_code: created.county_code, village_code: created.village_code, household_id: created.id };
    await this.db.query(copyHouseholdYears, [id.countyCode, id.id, JSON.stringify(target)]);
    await this.links.link(old, created, { kind: 'MOVED_TO', on, reason: transfer.reason });
    await this.links.link(created, old, { kind: 'MOVED_FROM', on, reason: transfer.reason });
    await this.db.query(recount, [id.countyCode, id.id]);
    await this.episodes.deregister(id, { on, reason: 'MOVED_TO_OTHER_COUNTY' });
    const to = { countyCode: created.county_code, id: created.id };
    await this.moves.moved({ from: { ...id, villageCode: old.village_code }, to: { ...to, villageCode: created.village_code } });
    return to;
  }

  private async newRow(old: HouseholdRow, village: string): Promise<HouseholdRow> {
    const whole = await this.db.one<HouseholdRow>(findHouseholdWhole, [old.county_code, old.id]);
    const id = uuidV7();
    return {
      ...withoutTimes(whole), ...this.writer.rebind('household', whole, fieldsOf('household'), { from: old.id, to: id }),
      county_code: countyCodeOf(village), id, village_code: village, version: 1, natural_village: null, house_position: null,
      // A proposed exit stays behind with its case.
      status: old.status === 'PRE_EXIT' ? 'REGISTERED' : old.status,
      head_name: old.head_name, member_count: old.member_count, origin_county_code: old.county_code, origin_id: old.id,
    };
  }
}
