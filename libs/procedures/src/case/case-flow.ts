import { Injectable } from '@nestjs/common';
import { addDays, nextStep, problem, returnTarget, stepIndex, uuidV7, yearOf, type PackStep } from '#domain';
import { ParameterReader } from '#divisions';
import { currentContext, Db } from '#platform';
import { DossierService } from '../dossier/dossier.service.js';
import { PackEffectsRegistry } from '../effects/pack-effects.js';
import { lapseObjections, voidNotices } from '../notice/notice.queries.js';
import { CaseEvidence } from './case-evidence.js';
import { CaseFacts, type FactsPassed } from './case-facts.js';
import type { ActionRequest } from './case-input.js';
import type { CaseRow } from './case-rows.js';
import { CaseStore, keyOf } from './case-store.js';
import * as sql from './case.queries.js';
import { DirectReturns, type SetAside } from './direct-returns.js';
import { currentStep, inHand, type LoadedCase } from './loaded-case.js';

interface Passed extends FactsPassed {
  readonly evidence: readonly string[];
}

/** The moves of a case along its pack. Whoever calls has asked `judge` and holds the lock. */
@Injectable()
export class CaseFlow {
  constructor(
    private readonly db: Db,
    private readonly store: CaseStore,
    private readonly evidence: CaseEvidence,
    private readonly facts: CaseFacts,
    private readonly effects: PackEffectsRegistry,
    private readonly dossiers: DossierService,
    private readonly parameters: ParameterReader,
    private readonly direct: DirectReturns,
  ) {}

  /** The step is done; the next one begins, or, on request, the one from which the case was returned. */
  async forward(kase: LoadedCase, request: ActionRequest, payload?: Record<string, unknown>): Promise<LoadedCase> {
    const step = currentStep(kase);
    const passed = await this.pass(kase, step, request);
    const straight = request.direct ? await this.direct.take(kase, passed) : null;
    const next = straight?.to ?? nextStep(kase.pack, step.code);
    if (!next) throw new Error(`pack ${kase.pack.code} ends without a decision`);
    await this.record(kase, request, { step, passed, payload: straight ? { ...payload, ...straight.payload } : payload, toStep: next.code });
    return this.store.save(kase, { ...passed.changes, ...(await this.entering(kase.row, next)), ...straight?.changes });
  }

  /** The decision: effects on the subject, the decision's own row, the seal, and the announcement next if the pack has one. */
  async decide(kase: LoadedCase, request: ActionRequest): Promise<LoadedCase> {
    const step = currentStep(kase);
    const passed = await this.pass(kase, step, request);
    const { now } = currentContext();
    const next = nextStep(kase.pack, step.code);
    await this.effects.of(kase.row.pack_code).onDecided(inHand(kase.row, kase.pack), passed.assessed);
    await this.record(kase, request, { step, passed, toStep: next?.code });
    await this.writeDecision(kase.row, step, { outcome: 'APPROVED', opinion: request.opinion, factsHash: passed.assessed?.factsHash ?? null });
    const entering = next ? await this.entering(kase.row, next) : closing(now);
    const saved = await this.store.save(kase, { ...entering, status: next ? 'DECIDED' : 'COMPLETED', decided_at: now });
    await this.dossiers.seal(saved);
    return saved;
  }

  /** The announcement after the decision closes the case and is sealed with it. */
  async complete(kase: LoadedCase, request: ActionRequest): Promise<LoadedCase> {
    const step = currentStep(kase);
    const evidence = await this.evidence.add(kase.row, step, request.evidence);
    await this.evidence.requireComplete(kase.row, step);
    const next = nextStep(kase.pack, step.code);
    await this.record(kase, request, { step, passed: { evidence, assessed: null, changes: {} }, toStep: next?.code });
    const changes = next ? await this.entering(kase.row, next) : { ...closing(currentContext().now), status: 'COMPLETED' as const };
    const saved = await this.store.save(kase, changes);
    await this.dossiers.seal(saved);
    return saved;
  }

  /** Back to an earlier step. Meetings and notices from there on are void and are done again. */
  async back(kase: LoadedCase, request: ActionRequest, to?: PackStep): Promise<LoadedCase> {
    const from = currentStep(kase);
    const target = to ?? returnTarget(kase.pack, from.code, request.toStep);
    if (!target) throw problem('case.return-target', { step: request.toStep ?? '' });
    const setAside = await this.setAside(kase, kase.pack.steps.slice(stepIndex(kase.pack, target.code), stepIndex(kase.pack, from.code) + 1));
    if (!to) await this.record(kase, request, { step: from, passed: nothing, toStep: target.code, payload: { setAside } });
    return this.store.save(kase, { ...(await this.entering(kase.row, target)), open_objections: kase.row.open_objections });
  }

  private async setAside(kase: LoadedCase, again: readonly PackStep[]): Promise<SetAside> {
    const params = [kase.row.county_code, kase.row.id, again.map(({ code }) => code)];
    const meetings = await this.db.query<{ id: string }>(sql.voidMeetings, params);
    const notices = await this.db.query<{ id: string; closes_on: string | null; closed_on: string | null }>(voidNotices, params);
    return { meetings: meetings.map(({ id }) => id), notices: notices.filter(({ closed_on }) => closed_on !== null).map(({ id, closes_on }) => ({ id, closesOn: closes_on })) };
  }

  /** The case ends without a decision in its favour. A refusal is sealed like an approval. */
  async end(kase: LoadedCase, request: ActionRequest, options: { outcome: 'REFUSED' | 'WITHDRAWN'; recorded?: boolean; payload?: Record<string, unknown> }): Promise<LoadedCase> {
    const { outcome } = options;
    const step = currentStep(kase);
    const refused = outcome === 'REFUSED';
    if (!options.recorded) {
      const evidence = await this.evidence.add(kase.row, step, request.evidence);
      await this.record(kase, request, { step, passed: { ...nothing, evidence }, payload: options.payload, duty: refused ? step.code : null });
    }
    const all = kase.pack.steps.map(({ code }) => code);
    await this.db.query(lapseObjections, [kase.row.county_code, kase.row.id]);
    await this.db.query(voidNotices, [kase.row.county_code, kase.row.id, all]);
    await this.effects.of(kase.row.pack_code).onEnded?.(inHand(kase.row, kase.pack), outcome);
    if (refused) await this.writeDecision(kase.row, step, { outcome, opinion: request.opinion, factsHash: kase.row.facts_hash });
    const saved = await this.store.save(kase, { ...closing(currentContext().now), status: outcome, open_objections: 0, ...(refused ? { decided_at: currentContext().now } : {}) });
    if (refused) await this.dossiers.seal(saved);
    return saved;
  }

  /** Columns with which a case enters a step. */
  async entering(row: Pick<CaseRow, 'division_code'>, step: PackStep): Promise<Partial<CaseRow>> {
    const { now, today } = currentContext();
    const { deadline } = step;
    const found = deadline ? await this.parameters.effective(deadline.name, { year: yearOf(today), division: row.division_code, subject: deadline.subject ?? undefined }) : null;
    const days = found?.value ?? null;
    return { current_step: step.code, current_kind: step.kind, entered_at: now, due_on: days === null ? null : addDays(today, days), assigned_to: null, assigned_name: null };
  }

  private async pass(kase: LoadedCase, step: PackStep, request: ActionRequest): Promise<Passed> {
    const evidence = await this.evidence.add(kase.row, step, request.evidence);
    await this.evidence.requireComplete(kase.row, step);
    await this.effects.of(kase.row.pack_code).guard?.(inHand(kase.row, kase.pack), step);
    return { evidence, ...(await this.facts.pass(kase, step)) };
  }

  private record(kase: LoadedCase, request: ActionRequest, entry: { step: PackStep; passed: Passed; payload?: Record<string, unknown> | undefined; toStep?: string | undefined; duty?: string | null }): Promise<void> {
    return this.store.record(kase.row, {
      step: entry.step.code, action: request.action, opinion: request.opinion, fields: request.fields, toStep: entry.toStep, evidence: entry.passed.evidence,
      factsHash: entry.passed.assessed?.factsHash ?? kase.row.facts_hash, payload: entry.payload, duty: entry.duty === undefined ? entry.step.code : entry.duty,
    });
  }

  private async writeDecision(row: CaseRow, step: PackStep, decision: { outcome: string; opinion: string | undefined; factsHash: string | null }): Promise<void> {
    const { actor, now, today } = currentContext();
    await this.db.query(sql.insertDecision, [JSON.stringify({
      ...keyOf(row), id: uuidV7(), household_id: row.household_id, outcome: decision.outcome, step: step.code, decided_by: actor.userId, decided_by_name: actor.name,
      role: actor.role, unit: actor.division, opinion: decision.opinion ?? null, snapshot_id: row.snapshot_id, facts_hash: decision.factsHash, decided_on: today, decided_at: now,
    })]);
  }
}

const nothing: Passed = { evidence: [], assessed: null, changes: {} };

function closing(now: Date): Partial<CaseRow> {
  return { current_step: null, current_kind: null, closed_at: now, due_on: null, assigned_to: null, assigned_name: null };
}
