import { Injectable } from '@nestjs/common';
import { addDays, expectedHands, judge, missingInput, phaseOf, problem, type CaseId, type Move } from '#domain';
import { currentContext, Db } from '#platform';
import { NoticeMoves } from '../notice/notice-moves.js';
import { CaseCopies } from '../copy/case-copies.js';
import { CaseFlow } from './case-flow.js';
import type { ActionRequest } from './case-input.js';
import type { CaseRow } from './case-rows.js';
import { CaseStore } from './case-store.js';
import { fittingUser, lastEvent } from './case.queries.js';
import { currentStep, runningNotice, type LoadedCase } from './loaded-case.js';
import { MeetingMoves } from './meeting-moves.js';

type Handler = (kase: LoadedCase, request: ActionRequest) => Promise<LoadedCase>;

/**
 * The one door through which cases move: lock, compare versions, ask the table, write. Every refusal leaves the case as it
 * was; who came second sees what the first one did.
 */
@Injectable()
export class CaseEngine {
  private readonly moves: Readonly<Record<Move, Handler>> = {
    forward: (kase, request) => (request.action === 'close_notice' ? this.notices.close(kase, request) : this.flow.forward(kase, request)),
    stay: (kase, request) => this.stay(kase, request),
    back: (kase, request) => this.flow.back(kase, request),
    vote: (kase, request) => this.meetings.record(kase, request),
    finding: (kase, request) => this.notices.settle(kase, request),
    decide: (kase, request) => this.flow.decide(kase, request),
    complete: (kase, request) => this.flow.complete(kase, request),
    refuse: (kase, request) => this.flow.end(kase, request, { outcome: 'REFUSED' }),
    withdraw: (kase, request) => this.flow.end(kase, request, { outcome: 'WITHDRAWN' }),
  };

  constructor(
    private readonly db: Db,
    private readonly store: CaseStore,
    private readonly flow: CaseFlow,
    private readonly notices: NoticeMoves,
    private readonly meetings: MeetingMoves,
    private readonly copies: CaseCopies,
  ) {}

  /**
   * Takes an action on a case, inside the caller's transaction. `expectedVersion` null is for what cannot conflict
   * (objections). Throws `not-found`, `stale-version` with both versions, or why the action is not possible.
   */
  async act(id: CaseId, request: Omit<ActionRequest, 'expectedVersion'> & { expectedVersion: number | null }): Promise<CaseRow> {
    const kase = await this.store.lock(id);
    if (request.expectedVersion !== null) await this.requireVersion(kase.row, request.expectedVersion);
    const { actor } = currentContext();
    const judgement = judge(kase.state, request.action, { userId: actor.userId, role: actor.role, division: actor.division });
    if (judgement.refusal) throw problem(judgement.refusal.code, { ...details(kase), ...judgement.refusal.params });
    const missing = missingInput(request.action, { ...request, opinion: request.opinion ?? request.statement ?? request.settlement?.finding });
    if (missing) throw problem(missing.code, missing.params);
    const moved = await this.moves[judgement.move](kase, { ...request, expectedVersion: kase.row.version });
    await this.copies.send(kase, moved, request);
    return moved.row;
  }

  private stay(kase: LoadedCase, request: ActionRequest): Promise<LoadedCase> {
    if (request.action === 'publish_notice') return this.notices.publish(kase, request);
    if (request.action === 'object') return this.notices.object(kase, request);
    return this.transfer(kase, request);
  }

  /** Hands the step over to a colleague who could fill it. */
  private async transfer(kase: LoadedCase, request: ActionRequest): Promise<LoadedCase> {
    const hands = expectedHands({ ...kase.state, openObjections: 0 });
    const params = [request.assigneeId ?? null, hands.map(({ role }) => role), hands.map(({ division }) => division), currentContext().today];
    const user = request.assigneeId === undefined ? null : await this.db.maybeOne<{ display_name: string; role: string; division_code: string }>(fittingUser, params);
    const assigneeId = request.assigneeId;
    if (!user || assigneeId === undefined) throw problem('case.assignee-unfit');
    const unfit = judge({ ...kase.state, assignedTo: null, openObjections: 0 }, 'transfer', { userId: assigneeId, role: user.role, division: user.division_code }).refusal;
    if (unfit) throw problem('case.assignee-unfit', { because: unfit.code });
    await this.store.record(kase.row, {
      step: currentStep(kase).code, action: 'transfer', opinion: request.opinion, duty: null, payload: { assigneeId, assignee: user.display_name },
    });
    return this.store.save(kase, { assigned_to: assigneeId, assigned_name: user.display_name });
  }

  private async requireVersion(row: CaseRow, expected: number): Promise<void> {
    if (row.version === expected) return;
    const last = await this.db.maybeOne<{ action: string; step: string; actor_name: string; at: Date }>(lastEvent, [row.county_code, row.id]);
    throw problem('stale-version', {
      yourVersion: expected, version: row.version,
      current: { status: row.status, step: row.current_step, openObjections: row.open_objections, lastAction: last?.action, by: last?.actor_name, at: last?.at.toISOString() },
    });
  }
}

/** What the person should know of the case to understand a refusal. */
function details(kase: LoadedCase): Record<string, unknown> {
  const lastDay = runningNotice(kase)?.closes_on ?? null;
  return { phaseCode: phaseOf(kase.state), currentStep: kase.row.current_step, ...(lastDay === null ? {} : { from: addDays(lastDay, 1) }) };
}
