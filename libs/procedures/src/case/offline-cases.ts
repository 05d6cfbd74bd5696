import { Injectable } from '@nestjs/common';
import { isProblem, judge, parseCaseId, Problem, type CaseAction, type CaseId, type ProblemCode } from '#domain';
import { HouseholdReader } from '#households';
import { currentContext, Db } from '#platform';
import { CaseEngine } from './case-engine.js';
import type { ActionRequest, StartRequest } from './case-input.js';
import { CaseStarter } from './case-starter.js';
import { CaseStore } from './case-store.js';
import { CaseSupplements } from './case-supplements.js';
import { caseOfHousehold } from './case.queries.js';
import type { LoadedCase } from './loaded-case.js';
import { overtaken, type OfflineOutcome } from './overtaken.js';

/** A step done away from the server: no version, but which step, and since when it had stood there. */
export interface OfflineAct extends Omit<ActionRequest, 'expectedVersion'> {
  readonly step: string;
  /** When the case had entered the step, as the phone read it; absent for a case that the phone itself started. */
  readonly enteredAt?: string;
  /** Procedure and household of a case that the phone started: somebody else may have started it first, under another id. */
  readonly of?: { readonly pack: string; readonly subjectId: string };
}

/** Refusals that say that somebody was faster, and not that the work is faulty. */
const faster = new Set<ProblemCode>(['case.wrong-action', 'case.closed', 'case.already-decided', 'notice.already-published', 'objection.none-open']);

/** Work on cases that comes in later than it was done. What came too late is kept with the case and never lost; what is faulty is refused as on the page. */
@Injectable()
export class OfflineCases {
  constructor(
    private readonly db: Db,
    private readonly store: CaseStore,
    private readonly engine: CaseEngine,
    private readonly starter: CaseStarter,
    private readonly supplements: CaseSupplements,
    private readonly households: HouseholdReader,
  ) {}

  /** Opens the case, or adds to the one that somebody else has opened meanwhile. @throws as {@link CaseStarter.start} */
  async start(request: StartRequest & { readonly id: string }): Promise<OfflineOutcome> {
    const household = parseCaseId(request.subjectId);
    if (household) await this.households.lockForDecision(household);
    const other = household && (await this.running(household, request.pack));
    if (!other || other.row.id === request.id || other.row.status !== 'OPEN') return { row: await this.starter.start(request), kept: null };
    await this.supplements.keep(other, { action: 'start', step: other.pack.steps[0]?.code ?? '', opinion: request.reason });
    return { row: other.row, kept: new Problem('case.joined', { by: other.row.started_by_name }) };
  }

  /** Takes the action where the case still stands where the person saw it; keeps what was done for it where it does not. @throws as {@link CaseEngine.act}, `not-found` */
  async act(id: CaseId, { step, enteredAt, of, ...request }: OfflineAct): Promise<OfflineOutcome> {
    const kase = await this.find(id, of);
    if (standsThere(kase, step, enteredAt) && !isFaster(kase, request.action)) {
      const { county_code: countyCode, id: found } = kase.row;
      return { row: await this.engine.act({ countyCode, id: found }, { ...request, expectedVersion: null }), kept: null };
    }
    await this.supplements.keep(kase, { ...request, step });
    return { row: kase.row, kept: overtaken(kase) };
  }

  private async find(id: CaseId, of: OfflineAct['of']): Promise<LoadedCase> {
    try {
      return await this.store.lock(id);
    } catch (error) {
      const household = of && parseCaseId(of.subjectId);
      const other = isProblem(error) && household ? await this.running(household, of.pack) : null;
      if (!other) throw error;
      return other;
    }
  }

  /** The case of a household by a procedure: the open one, or the last; null when there is none. */
  private async running(household: CaseId, pack: string): Promise<LoadedCase | null> {
    const found = await this.db.maybeOne<{ id: string }>(caseOfHousehold, [household.countyCode, household.id, pack]);
    return found ? this.store.lock({ countyCode: household.countyCode, id: found.id }) : null;
  }
}

function standsThere({ row }: LoadedCase, step: string, enteredAt: string | undefined): boolean {
  return row.current_step === step && (enteredAt === undefined || Math.abs(Date.parse(enteredAt) - row.entered_at.getTime()) < 1_000);
}

function isFaster({ state }: LoadedCase, action: CaseAction): boolean {
  const { actor } = currentContext();
  const { refusal } = judge(state, action, { userId: actor.userId, role: actor.role, division: actor.division });
  return refusal !== undefined && faster.has(refusal.code);
}
