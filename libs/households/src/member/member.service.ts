import { Injectable } from '@nestjs/common';
import { ageOn, findField, formatCaseId, HEAD, problem, settleRelations, uuidV7, type CaseId, type FieldValues, type Related } from '#domain';
import { currentContext, Db } from '#platform';
import { checkVersion, HouseholdLock } from '../household/household-lock.js';
import * as sql from '../household/household.queries.js';
import type { HouseholdRow, MemberRow } from '../household/household.queries.js';
import { checkedValues, FieldWriter } from '../store/field-writer.js';
import { IdentityRegister, type IdentityClaim } from '../store/identity-register.js';
import { RowStore } from '../store/row-store.js';

export interface NewMember {
  /** Minted by the caller (phone, importer) or here. */
  readonly id?: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Set by events and by the register, never by whoever fills in a form. */
export const MEMBER_BY_SYSTEM = ['memberStatus', 'memberChangeReason', 'joinedOn', 'leftOn'];

/** Persons of a household: who they are, who joins, who leaves. Always inside a transaction that holds the household's lock. */
@Injectable()
export class MemberService {
  constructor(
    private readonly db: Db,
    private readonly lock: HouseholdLock,
    private readonly rows: RowStore,
    private readonly writer: FieldWriter,
    private readonly identities: IdentityRegister,
  ) {}

  /** Checked values of new members, each fault named with its place in the list. */
  check(members: readonly NewMember[]): (NewMember & { values: FieldValues })[] {
    return members.map((member, index) => {
      const values = checkedValues('member', member.values, { except: MEMBER_BY_SYSTEM, at: `members.${index}.values` });
      if (typeof values['birthDate'] === 'string' && values['birthDate'] > currentContext().today) throw problem('event.future', { on: values['birthDate'] });
      return { id: member.id, values };
    });
  }

  /**
   * Writes members that {@link check} has accepted, and enters them into the identity register.
   * @throws `member.id-number-registered`, `member.id-number-repeated`
   */
  async add(
    household: Pick<HouseholdRow, 'county_code' | 'id' | 'village_code'>,
    members: readonly (NewMember & { values: FieldValues })[],
    joined: { on: string | null; reason: string | null },
  ): Promise<string[]> {
    const written = members.map((member) => {
      const id = member.id ?? uuidV7();
      const row = {
        county_code: household.county_code, id, village_code: household.village_code, household_id: household.id,
        ...this.writer.columns('member', id, member.values),
        member_status: 'ACTIVE', joined_on: joined.on, member_change_reason: joined.reason,
      } as Record<string, unknown>;
      return { id, row };
    });
    await this.identities.claim(written.flatMap(({ id, row }) => claimOf(household, id, row)));
    await this.rows.insert('member', written.map(({ row }) => row));
    return written.map(({ id }) => id);
  }

  /** Changes recorded fields of one person. Document number, birth date and sex are checked against one another. */
  async correct(householdId: CaseId, memberId: CaseId, change: { version: number; values: Readonly<Record<string, unknown>> }): Promise<void> {
    const household = await this.lock.lockOpen(householdId);
    const row = await this.db.maybeOne<MemberRow>(sql.findWholeMember, [memberId.countyCode, memberId.id]);
    if (!row || row.household_id !== household.id || row.county_code !== household.county_code) throw problem('not-found');
    checkVersion('member', row, { version: change.version, yours: change.values });
    const values = checkedValues('member', this.withNumber(row, change.values), { partial: true, except: MEMBER_BY_SYSTEM, current: currentOf(row) });
    if (Object.keys(values).length === 0) return;
    const relation = values['relationToHead'];
    if (relation !== undefined && relation !== row.relation_to_head && [relation, row.relation_to_head].includes(HEAD)) throw problem('household.head-required');
    const columns = this.writer.columns('member', row.id, values);
    await this.changeIdentity(household, row, { ...row, ...columns });
    await this.rows.update('member', memberId, { ...columns, version: row.version + 1 });
    await this.db.query(sql.recount, [householdId.countyCode, householdId.id]);
  }

  /** Persons who are in the household now. */
  async active(household: Pick<HouseholdRow, 'county_code' | 'id'>): Promise<MemberRow[]> {
    const members = await this.db.query<MemberRow>(sql.membersOf, [household.county_code, household.id]);
    return members.filter((member) => member.member_status === 'ACTIVE');
  }

  /** The chosen ones among the active members. Throws `member.not-in-household` or `member.already-left`. */
  async chosen(household: Pick<HouseholdRow, 'county_code' | 'id'>, ids: readonly string[]): Promise<MemberRow[]> {
    const members = await this.db.query<MemberRow>(sql.membersOf, [household.county_code, household.id]);
    return [...new Set(ids)].map((id) => {
      const member = members.find((candidate) => candidate.id === id);
      if (!member) throw problem('member.not-in-household', { memberId: formatCaseId(household.county_code, id) });
      if (member.member_status !== 'ACTIVE') throw problem('member.already-left', { name: member.name });
      return member;
    });
  }

  /** Ends the membership of these persons; their rows and years stay. */
  async end(members: readonly MemberRow[], { on, reason }: { on: string; reason: string }): Promise<void> {
    for (const member of members) {
      if (member.birth_date !== null && on < member.birth_date) throw problem('event.before-birth', { name: member.name, age: ageOn(member.birth_date, on) });
      await this.rows.update('member', { countyCode: member.county_code, id: member.id }, {
        member_status: 'REMOVED', member_change_reason: reason, left_on: on, version: member.version + 1,
      });
    }
  }

  /** Writes the relations that changed. Throws `household.head-required` unless exactly one head results. */
  async relate(members: readonly MemberRow[], changes: readonly Related[]): Promise<void> {
    const settled = settleRelations(members.map((member) => ({ id: member.id, relation: member.relation_to_head })), changes);
    if (!settled) throw problem('household.head-required');
    for (const member of members) {
      const relation = settled.find((candidate) => candidate.id === member.id)?.relation;
      if (relation === undefined || relation === member.relation_to_head) continue;
      checkedValues('member', { relationToHead: relation }, { partial: true, at: 'relations' });
      await this.rows.update('member', { countyCode: member.county_code, id: member.id }, { relation_to_head: relation, version: member.version + 1 });
    }
  }

  /** A change of birth date, sex or kind of document is judged together with the number on record. */
  private withNumber(row: MemberRow, values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
    const touches = ['idType', 'birthDate', 'gender'].some((key) => key in values);
    const field = findField('member', 'idNo');
    const recorded = touches && !('idNo' in values) && field ? this.writer.reveal(field, row.id, row) : null;
    return recorded === null ? values : { ...values, idNo: recorded };
  }

  private async changeIdentity(household: HouseholdRow, before: MemberRow, after: Record<string, unknown>): Promise<void> {
    if (before.id_no_bidx === after['id_no_bidx'] || before.member_status !== 'ACTIVE') return;
    await this.identities.release(before.county_code, [before.id]);
    await this.identities.claim(claimOf(household, before.id, after));
  }
}

function claimOf(household: Pick<HouseholdRow, 'county_code' | 'id' | 'village_code'>, memberId: string, row: Readonly<Record<string, unknown>>): IdentityClaim[] {
  const idHash = row['id_no_bidx'];
  if (typeof idHash !== 'string') return [];
  return [{ idHash, countyCode: household.county_code, villageCode: household.village_code, householdId: household.id, memberId, name: String(row['name']) }];
}

/** What holds already, as the validation names it. */
function currentOf(row: MemberRow): Record<string, unknown> {
  return { idType: row['id_type'], birthDate: row.birth_date, gender: row['gender'] };
}
