import { Injectable } from '@nestjs/common';
import { problem, type CaseId } from '#domain';
import { CaseEvidence } from './case-evidence.js';
import type { EvidenceInput } from './case-input.js';
import type { CaseRow } from './case-rows.js';
import { CaseStore } from './case-store.js';
import { currentStep } from './loaded-case.js';

/** Papers that arrive by themselves, from a phone that was offline when they were collected. They add to the step and decide nothing. */
@Injectable()
export class CasePapers {
  constructor(
    private readonly store: CaseStore,
    private readonly evidence: CaseEvidence,
  ) {}

  /** Adds papers to the step at which the case stands. @throws `not-found`, `case.closed`, `case.unknown-evidence` */
  async attach(id: CaseId, evidence: readonly EvidenceInput[]): Promise<CaseRow> {
    const kase = await this.store.lock(id);
    if (kase.row.current_step === null) throw problem('case.closed');
    await this.evidence.add(kase.row, currentStep(kase), evidence);
    return kase.row;
  }
}
