import { Injectable } from '@nestjs/common';
import { carryForward, formatCaseId, MAX_CARRIED, problem, validateVisit, visitDay, type CaseId, type KeptAssurance, type VisitDraft } from '#domain';
import { CryptoProvider, currentContext, Db } from '#platform';
import { contentHash, isRepetition } from '../content-hash.js';
import { TaskService } from '../task/task.service.js';
import { findCorrected, insertVisit, lockForVisit, visitSurroundings, type CorrectedRow, type VisitedHousehold, type VisitSurroundings } from './visit.queries.js';

export interface VisitInput {
  readonly householdId: CaseId;
  readonly draft: VisitDraft;
  /** Set when the visit replaces what an earlier one says. */
  readonly correction?: { readonly of: string; readonly reason: string } | undefined;
}

export interface RecordedVisit {
  readonly visitId: CaseId;
  readonly villageCode: string;
  /** The same visit was here already; nothing was written. */
  readonly repeated: boolean;
}

/**
 * Visits are only ever added. `record` works inside the transaction of its caller (a request, an operation of a phone), with
 * the id that the phone minted: the same id with the same content is the same visit.
 */
@Injectable()
export class VisitService {
  constructor(
    private readonly db: Db,
    private readonly crypto: CryptoProvider,
    private readonly tasks: TaskService,
  ) {}

  /**
   * Records a visit and makes a task of each problem.
   * @throws `validation` by field, `not-found` for a household outside the territory, `idempotency-mismatch`,
   * `visit.nothing-to-carry`, `visit.carry-differs`, `visit.carried-too-often`, `visit.base-unknown`, `visit.person-unknown`
   */
  async record({ householdId, draft, correction }: VisitInput): Promise<RecordedVisit> {
    const faults = validateVisit(draft);
    if (faults.length > 0) throw problem('validation', { fields: faults.map(({ field, fault, zh, en }) => ({ field, faults: [fault], zh, en })) });
    if (correction && !correction.reason.trim()) throw problem('reason-required');
    const household = await this.db.maybeOne<VisitedHousehold>(lockForVisit, [householdId.countyCode, householdId.id]);
    if (!household) throw problem('not-found');
    const hash = contentHash({ household: formatCaseId(householdId.countyCode, householdId.id), visit: draft, correction });
    const corrected = correction ? await this.corrected(householdId, correction.of) : null;
    const met = draft.personsMet ?? [];
    const around = await this.db.one<VisitSurroundings>(visitSurroundings, [
      householdId.countyCode, householdId.id, draft.id, draft.baseVisitId ?? null, corrected?.root_id ?? null, met,
    ]);
    const answer = { visitId: { countyCode: householdId.countyCode, id: draft.id }, villageCode: household.village_code };
    if (isRepetition(around.content_hash === null ? null : { content_hash: around.content_hash }, hash)) return { ...answer, repeated: true };
    if (around.members_met !== met.length) throw problem('visit.person-unknown');
    const assurances = this.assurances(draft, around);
    await this.db.query(insertVisit, [JSON.stringify(this.row({ householdId, draft, correction }, { household, corrected, assurances, hash, after: around.latest?.recordedAt ?? 0 }))]);
    await this.tasks.createFromVisit({ householdId, villageCode: household.village_code, visitId: draft.id, problems: draft.problems ?? [], occurredAt: draft.visitedAt });
    return { ...answer, repeated: false };
  }

  private async corrected(householdId: CaseId, of: string): Promise<CorrectedRow> {
    const found = await this.db.maybeOne<CorrectedRow>(findCorrected, [householdId.countyCode, of, householdId.id]);
    if (!found) throw problem('not-found');
    return found;
  }

  private assurances(draft: VisitDraft, around: VisitSurroundings): KeptAssurance[] {
    if (draft.baseVisitId !== undefined && around.base === null) throw problem('visit.base-unknown');
    const judged = carryForward(draft.assurances ?? [], around.base, around.latest?.assurances ?? null);
    if ('refusal' in judged) throw problem(judged.refusal.code, { items: judged.refusal.items, most: MAX_CARRIED });
    return judged.kept;
  }

  private row(input: VisitInput, known: { household: VisitedHousehold; corrected: CorrectedRow | null; assurances: KeptAssurance[]; hash: string; after: number }): Record<string, unknown> {
    const { householdId, draft, correction } = input;
    const { actor, now, today } = currentContext();
    // A transaction that began earlier may come later; what is the last visit is decided by the order in which they were written.
    const recordedAt = new Date(Math.max(now.getTime(), known.after + 1));
    const day = visitDay(draft.visitedAt, draft.clockOffsetSeconds, { at: now, on: today });
    return {
      county_code: householdId.countyCode, id: draft.id, recorded_on: today, village_code: known.household.village_code, household_id: householdId.id,
      way: draft.way, types: draft.types ?? [], not_home_reason: draft.notHomeReason ?? null,
      visited_at: draft.visitedAt, visited_on: day.on, clock_ahead: day.clockAhead, clock_offset_seconds: draft.clockOffsetSeconds ?? null, recorded_at: recordedAt,
      visitor_id: actor.userId, visitor_name: actor.name, visitor_role: actor.role,
      persons_met: draft.personsMet ?? [], others_met: draft.othersMet ?? null, assurances: known.assurances, base_visit_id: draft.baseVisitId ?? null,
      income_changes: draft.incomeChanges ?? [], needs: draft.needs ?? [], needs_note: draft.needsNote ?? null, problems: draft.problems ?? [],
      notes: draft.notes ?? null, attachment_ids: draft.attachmentIds ?? [],
      position_enc: draft.position ? this.crypto.encrypt('visit', 'position', draft.id, JSON.stringify(draft.position)) : null,
      position_accuracy_m: draft.position?.accuracyM ?? null, device_id: draft.deviceId ?? null,
      corrects_id: known.corrected?.root_id ?? null, correction_no: known.corrected ? known.corrected.corrections + 1 : 0,
      correction_reason: correction?.reason ?? null, content_hash: known.hash,
    };
  }
}
