import { Injectable } from '@nestjs/common';
import { countyCodeOf, fieldsOf, formatCaseId, HEAD, isUuid, problem, settleRelations, uuidV7, yearOf, type CaseId, type Related } from '#domain';
import { currentContext, Db } from '#platform';
import { EpisodeService } from '../episode/episode.service.js';
import { HouseholdLock } from '../household/household-lock.js';
import { recount, type HouseholdRow, type MemberRow } from '../household/household.queries.js';
import { HOUSEHOLD_BY_SYSTEM } from '../household/household.service.js';
import { MemberService } from '../member/member.service.js';
import { checkedValues, FieldWriter } from '../store/field-writer.js';
import { RowStore } from '../store/row-store.js';
import { HouseholdLinks } from './household-links.js';
import { need, requirePastDay, type LifeEvent } from './life-event.js';
import { MemberCarrier } from './member-carrier.js';

/** What a new household does not take over from the one it was split from. */
const OWN_FIELDS = ['householdCode', 'phone', 'bankName', 'bankAccountNo', 'villageCode', 'status', 'housePosition'];

/** Some members found a household of their own: same county, same standing, linked to the one they left. */
@Injectable()
export class SplitHousehold {
  constructor(
    private readonly db: Db,
    private readonly lock: HouseholdLock,
    private readonly rows: RowStore,
    private readonly writer: FieldWriter,
    private readonly members: MemberService,
    private readonly carrier: MemberCarrier,
    private readonly links: HouseholdLinks,
    private readonly episodes: EpisodeService,
  ) {}

  /** @returns the new household. @throws `household.stays-empty`, `household.head-required`, `household.other-county` */
  async split(id: CaseId, event: LifeEvent): Promise<CaseId> {
    const old = await this.lock.lockVersion(id, event.version);
    const on = requirePastDay(event.occurredOn);
    const village = await this.village(old, event.toVillageCode);
    const leaving = await this.members.chosen(old, need(event.memberIds, 'memberIds'));
    const staying = (await this.members.active(old)).filter((member) => !leaving.some((other) => other.id === member.id));
    if (staying.length === 0) throw problem('household.stays-empty');
    const relations = event.relations ?? [];
    const founders = settled(leaving, relations.filter((change) => !staying.some((member) => member.id === change.id)), old.county_code);
    await this.members.relate(staying, relations.filter((change) => staying.some((member) => member.id === change.id)));
    const created = this.newRow(old, { id: newId(event.newId), village, head: headOf(leaving, founders), size: leaving.length, values: event.values ?? {} });
    await this.rows.insert('household', [created]);
    await this.carrier.carry(leaving, {
      from: old, to: created, on, reasonOut: 'SPLIT_OUT', reasonIn: 'SPLIT_IN', year: yearOf(currentContext().today),
      relationOf: (memberId) => founders.find((related) => related.id === memberId)?.relation ?? '99',
    });
    const episode = await this.episodes.current(id);
    if (episode) await this.episodes.adopt(created, episode);
    await this.links.link(created, old, { kind: 'SPLIT_FROM', on, reason: event.reason });
    await this.db.query(recount, [id.countyCode, id.id]);
    return { countyCode: created.county_code, id: created.id };
  }

  private async village(old: HouseholdRow, wanted: string | undefined): Promise<string> {
    if (wanted === undefined || wanted === old.village_code) return old.village_code;
    if (countyCodeOf(wanted) !== old.county_code) throw problem('household.other-county');
    await this.lock.requireVillage(wanted);
    return wanted;
  }

  private newRow(old: HouseholdRow, created: { id: string; village: string; head: string; size: number; values: Readonly<Record<string, unknown>> }): HouseholdRow {
    const values = checkedValues('household', created.values, { partial: true, except: HOUSEHOLD_BY_SYSTEM });
    const taken = fieldsOf('household').filter((field) => !field.encrypted && !OWN_FIELDS.includes(field.key)).map((field) => [field.column, old[field.column] ?? null]);
    return {
      ...(Object.fromEntries(taken) as Record<string, unknown>), ...this.writer.columns('household', created.id, values),
      county_code: old.county_code, id: created.id, village_code: created.village, version: 1,
      // A proposed exit concerns the old household only.
      status: old.status === 'PRE_EXIT' ? 'REGISTERED' : old.status,
      head_name: created.head, member_count: created.size,
    };
  }
}

function newId(id: string | undefined): string {
  if (id !== undefined && !isUuid(id)) throw problem('validation', { fields: [{ field: 'newId', faults: ['uuid'] }] });
  return id ?? uuidV7();
}

/** Relations in the new household. Throws `member.not-in-household` for a stranger and `household.head-required`. */
function settled(people: readonly MemberRow[], changes: readonly Related[], countyCode: string): Related[] {
  const stranger = changes.find((change) => !people.some((person) => person.id === change.id));
  if (stranger) throw problem('member.not-in-household', { memberId: formatCaseId(countyCode, stranger.id) });
  const relations = settleRelations(people.map((person) => ({ id: person.id, relation: person.relation_to_head })), changes);
  if (!relations) throw problem('household.head-required');
  for (const { relation } of relations) checkedValues('member', { relationToHead: relation }, { partial: true, at: 'relations' });
  return relations;
}

function headOf(people: readonly MemberRow[], relations: readonly Related[]): string {
  const head = relations.find((related) => related.relation === HEAD);
  return people.find((person) => person.id === head?.id)?.name ?? '';
}
