import { Injectable } from '@nestjs/common';
import { problem, stepOf, type CaseId } from '#domain';
import { CaseEvidence } from './case-evidence.js';
import type { EvidenceInput } from './case-input.js';
import { CaseStore } from './case-store.js';
import { currentStep } from './loaded-case.js';
import { overtaken, type OfflineOutcome } from './overtaken.js';

/** Papers that arrive by themselves, from a phone that was offline when they were collected. They add to the step and decide nothing. */
@Injectable()
export class CasePapers {
  constructor(
    private readonly store: CaseStore,
    private readonly evidence: CaseEvidence,
  ) {}

  /**
   * Adds papers to the step for which they were collected, or to the one at which the case stands. A step that is over takes them
   * too, and the answer says so. @throws `not-found`, `case.closed`, `case.unknown-evidence`
   */
  async attach(id: CaseId, evidence: readonly EvidenceInput[], step?: string): Promise<OfflineOutcome> {
    const kase = await this.store.lock(id);
    const meant = step === undefined ? undefined : stepOf(kase.pack, step);
    if (!meant && kase.row.current_step === null) throw problem('case.closed');
    await this.evidence.add(kase.row, meant ?? currentStep(kase), evidence);
    return { row: kase.row, kept: meant && meant.code !== kase.row.current_step ? overtaken(kase) : null };
  }
}
