import { Injectable } from '@nestjs/common';
import { actionNames, stepOf, SUPPLEMENT, type CaseAction } from '#domain';
import { CaseEvidence } from './case-evidence.js';
import type { ActionRequest, EvidenceInput, MeetingInput } from './case-input.js';
import { currentStep, type LoadedCase } from './loaded-case.js';

/** What somebody did for a step that was over when it arrived. */
export interface LateWork extends Pick<ActionRequest, 'opinion' | 'evidence' | 'review' | 'placeDetail' | 'settlement'> {
  readonly action: CaseAction | 'start';
  readonly step: string;
}

/** Keeps late work with the case, for whoever decides to read: papers as papers, words as a supplementary opinion. Nothing is decided by it. */
@Injectable()
export class CaseSupplements {
  constructor(private readonly evidence: CaseEvidence) {}

  /** Throws what papers throw: `attachment.…` for a file that is not there yet. */
  async keep(kase: LoadedCase, work: LateWork): Promise<void> {
    const step = stepOf(kase.pack, work.step) ?? (kase.row.current_step === null ? kase.pack.steps.at(-1) : currentStep(kase));
    if (!step) return;
    const known = new Set(step.evidence.map(({ kind }) => kind));
    const papers = (work.evidence ?? []).map((paper): EvidenceInput => (known.has(paper.kind) ? paper : { ...paper, kind: SUPPLEMENT.kind, title: paper.title ?? paper.kind }));
    const text = wordsOf(work);
    await this.evidence.add(kase.row, step, [...papers, ...(text === '' ? [] : [{ kind: SUPPLEMENT.kind, text }])]);
  }
}

function wordsOf({ action, opinion, review, placeDetail, settlement }: LateWork): string {
  const words = [review && meetingWords(review), placeDetail && `地点：${placeDetail}`, settlement && `调查结论：${settlement.finding}`, opinion?.trim() && `意见：${opinion.trim()}`];
  const said = words.filter((word) => typeof word === 'string' && word !== '');
  return said.length === 0 ? '' : [action === 'start' ? '发起' : actionNames[action].zh, ...said].join('；').slice(0, 5_000);
}

function meetingWords({ heldOn, place, convener, entitled, present, inFavour, against, abstained, passed, summary }: MeetingInput): string {
  return `${heldOn}在${place}评议，主持${convener}，应到${entitled}人，实到${present}人，同意${inFavour}，反对${against}，弃权${abstained}，${passed ? '通过' : '未通过'}；${summary}`;
}
