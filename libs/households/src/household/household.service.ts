import { Injectable } from '@nestjs/common';
import { countyCodeOf, HEAD, isUuid, problem, uuidV7, type CaseId, type HouseholdStatus } from '#domain';
import { Db, registerConstraints } from '#platform';
import { EpisodeService } from '../episode/episode.service.js';
import { MemberService, type NewMember } from '../member/member.service.js';
import { checkedValues, FieldWriter } from '../store/field-writer.js';
import { RowStore } from '../store/row-store.js';
import { HouseholdLock } from './household-lock.js';
import * as sql from './household.queries.js';

registerConstraints({ household_code_once: 'household.code-taken', member_code_once: 'member.code-taken' });

export interface NewHousehold {
  /** Minted by the caller, so that a repeated request is recognised. */
  readonly id?: string;
  /** 12 digits. */
  readonly villageCode: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly members: readonly NewMember[];
}

/** A household that comes with a standing of its own (seed, import), not as a candidate. */
export interface Standing {
  readonly status: HouseholdStatus;
  /** 'YYYY-MM-DD' */
  readonly enteredOn: string;
  readonly exitedOn?: string;
}

/** Set by decisions and moves, never by whoever fills in a form. */
export const HOUSEHOLD_BY_SYSTEM = ['status', 'villageCode', 'exitYear', 'returnYear', 'returnReason'];

/** Registers and corrects households. Members, years, events and episodes have services of their own. */
@Injectable()
export class HouseholdService {
  constructor(
    private readonly db: Db,
    private readonly lock: HouseholdLock,
    private readonly rows: RowStore,
    private readonly writer: FieldWriter,
    private readonly members: MemberService,
    private readonly episodes: EpisodeService,
  ) {}

  /**
   * Registers a household with its members: a CANDIDATE, unless it comes with a standing of its own. The same id sent twice
   * registers once. @throws `validation`, `household.village-unknown`, `household.head-required`, `member.id-number-registered`
   */
  async register(input: NewHousehold, standing?: Standing): Promise<CaseId> {
    const id = input.id ?? uuidV7();
    if (!isUuid(id)) throw problem('validation', { fields: [{ field: 'id', faults: ['uuid'] }] });
    await this.lock.requireVillage(input.villageCode);
    const countyCode = countyCodeOf(input.villageCode);
    if (input.id !== undefined && (await this.db.maybeOne(sql.findHousehold, [countyCode, id]))) return { countyCode, id };
    const values = checkedValues('household', input.values, { except: standing ? ['status', 'villageCode'] : HOUSEHOLD_BY_SYSTEM });
    const people = this.members.check(input.members);
    if (people.length === 0) throw problem('household.members-required');
    const heads = people.filter((member) => member.values['relationToHead'] === HEAD);
    if (heads.length !== 1) throw problem('household.head-required');
    const household = {
      county_code: countyCode, id, village_code: input.villageCode, version: 1,
      ...this.writer.columns('household', id, values),
      status: standing?.status ?? 'CANDIDATE', head_name: String(heads[0]?.values['name']), member_count: people.length,
    };
    await this.rows.insert('household', [household]);
    await this.members.add(household, people, { on: null, reason: null });
    if (standing) await this.episodes.adopt(household, { entered_on: standing.enteredOn, exited_on: standing.exitedOn ?? null });
    return { countyCode, id };
  }

  /** Corrects recorded fields. @throws `stale-version` with both values, `household.closed`, `validation` */
  async correct(id: CaseId, change: { version: number; values: Readonly<Record<string, unknown>> }): Promise<void> {
    const household = await this.lock.lockVersion(id, change.version, change.values);
    const values = checkedValues('household', change.values, { partial: true, except: HOUSEHOLD_BY_SYSTEM });
    if (Object.keys(values).length === 0) return;
    await this.rows.update('household', id, { ...this.writer.columns('household', id.id, values), version: household.version + 1 });
  }

  /** Corrects one person and answers with the same rules. */
  correctMember(id: CaseId, memberId: CaseId, change: { version: number; values: Readonly<Record<string, unknown>> }): Promise<void> {
    return this.members.correct(id, memberId, change);
  }
}
