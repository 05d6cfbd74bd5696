import { Injectable } from '@nestjs/common';
import { contains, countyCodeOf, formatCaseId, maskPhone, problem, type CaseId } from '#domain';
import { DivisionReader } from '#divisions';
import { CryptoProvider, currentContext, Db } from '#platform';
import { contentHash, isRepetition } from '../content-hash.js';
import { CluePauses } from './clue-pauses.js';
import * as sql from './clue.queries.js';

export interface ClueInput {
  /** Minted by the client. */
  readonly id: string;
  /** The household, when it is known here. */
  readonly householdId?: CaseId | undefined;
  /** Village where it was seen; the household's own when that is known. */
  readonly villageCode?: string | undefined;
  readonly subjectName?: string | undefined;
  readonly subjectPhone?: string | undefined;
  readonly place?: string | undefined;
  readonly channel: string;
  /** Code of `monitoringRisk`. */
  readonly kind: string;
  readonly severity: string;
  readonly description: string;
  readonly attachmentIds?: readonly string[] | undefined;
  readonly occurredAt: string;
  readonly deviceId?: string | undefined;
}

export interface ClueSettlement {
  readonly result: string;
  readonly finding: string;
  /** The household that it turned out to be or that was registered as a candidate. */
  readonly householdId?: CaseId | undefined;
}

/** Hints that somebody is about to become poor. They are only added, checked and settled; nobody settles their own. */
@Injectable()
export class ClueService {
  constructor(
    private readonly db: Db,
    private readonly crypto: CryptoProvider,
    private readonly divisions: DivisionReader,
    private readonly pauses: CluePauses,
  ) {}

  /**
   * Records a clue, in the transaction of the caller; the same id with the same content is the same clue.
   * @throws `clue.subject-required`, `not-found` for a place outside the territory, `idempotency-mismatch`
   */
  async record(input: ClueInput): Promise<{ readonly clueId: CaseId; readonly villageCode: string; readonly repeated: boolean }> {
    if (!input.householdId && !input.subjectName?.trim() && !input.place?.trim()) throw problem('clue.subject-required');
    const villageCode = await this.village(input);
    const clueId = { countyCode: countyCodeOf(villageCode), id: input.id };
    const hash = contentHash({ ...input, householdId: input.householdId && formatCaseId(input.householdId.countyCode, input.householdId.id) });
    const known = await this.db.maybeOne<{ content_hash: string }>(sql.knownClue, [clueId.countyCode, clueId.id]);
    if (isRepetition(known, hash)) return { clueId, villageCode, repeated: true };
    const { actor, now } = currentContext();
    const encrypted = (column: string, value: string | undefined) => (value?.trim() ? this.crypto.encrypt('risk_clue', column, input.id, value.trim()) : null);
    await this.db.query(sql.insertClue, [JSON.stringify({
      county_code: clueId.countyCode, id: input.id, village_code: villageCode, household_id: input.householdId?.id ?? null,
      subject_name_enc: encrypted('subject_name', input.subjectName), subject_phone_enc: encrypted('subject_phone', input.subjectPhone),
      subject_phone_masked: input.subjectPhone?.trim() ? maskPhone(input.subjectPhone.trim()) : null, place: input.place?.trim() || null,
      channel: input.channel, kind: input.kind, severity: input.severity, description: input.description, attachment_ids: input.attachmentIds ?? [],
      occurred_at: input.occurredAt, reported_by: actor.userId, reported_by_name: actor.name, reported_at: now, device_id: input.deviceId ?? null,
      status: 'OPEN', content_hash: hash, version: 1,
    })]);
    return { clueId, villageCode, repeated: false };
  }

  /** Adds to what an open clue says, with who and when; what was said stays. @throws `clue.settled`, `not-found` */
  async append(id: CaseId, note: string): Promise<{ readonly version: number; readonly householdId: string | null }> {
    const clue = await this.open(id);
    const { actor, today } = currentContext();
    const after = await this.db.maybeOne<{ version: number }>(sql.appendToClue, [id.countyCode, id.id, `${today} ${actor.name}：${note.trim()}`]);
    return { version: after?.version ?? clue.version, householdId: clue.household_id };
  }

  /** Somebody has begun to check it. @throws `clue.settled` */
  async check(id: CaseId): Promise<void> {
    await this.open(id);
    const { actor } = currentContext();
    await this.update(id, { status: 'CHECKING', checked_by: actor.userId, checked_by_name: actor.name });
  }

  /** @throws `clue.settled`, `clue.own`, `clue.candidate-required`, `not-found` for a household of another county */
  async settle(id: CaseId, { result, finding, householdId }: ClueSettlement): Promise<void> {
    const clue = await this.open(id);
    const { actor, now } = currentContext();
    if (clue.reported_by === actor.userId) throw problem('clue.own');
    if (result === 'CANDIDATE' && !householdId) throw problem('clue.candidate-required');
    if (householdId) await this.household(householdId.countyCode === id.countyCode ? householdId : { ...householdId, countyCode: '' });
    await this.pauses.end(id);
    await this.update(id, {
      status: 'SETTLED', result, finding, settled_household_id: householdId?.id ?? clue.household_id, settled_by: actor.userId, settled_by_name: actor.name, settled_at: now,
    });
  }

  /** Name of the person in clear, for those whose territory it is. */
  nameOf(row: sql.ClueRow): string | null {
    return row.subject_name_enc === null ? null : this.crypto.decrypt('risk_clue', 'subject_name', row.id, row.subject_name_enc);
  }

  private async village(input: ClueInput): Promise<string> {
    if (input.householdId) return (await this.household(input.householdId)).village_code;
    const { scope } = currentContext().actor;
    if (input.villageCode === undefined || scope === null || !contains(scope, input.villageCode) || input.villageCode.length !== 12) throw problem('not-found');
    if (!(await this.divisions.find(input.villageCode))) throw problem('not-found');
    return input.villageCode;
  }

  private async household(id: CaseId): Promise<{ village_code: string }> {
    const found = await this.db.maybeOne<{ village_code: string }>(sql.clueHousehold, [id.countyCode, id.id]);
    if (!found) throw problem('not-found');
    return found;
  }

  private async open(id: CaseId): Promise<sql.ClueRow> {
    const clue = await this.db.maybeOne<sql.ClueRow>(sql.lockClue, [id.countyCode, id.id]);
    if (!clue) throw problem('not-found');
    if (clue.status === 'SETTLED') throw problem('clue.settled');
    return clue;
  }

  private async update(id: CaseId, changes: Record<string, unknown>): Promise<void> {
    await this.db.query(sql.updateClue, [id.countyCode, id.id, JSON.stringify(changes)]);
  }
}
