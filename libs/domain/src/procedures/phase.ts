import type { LocalText } from '../facts/fact-definition.js';
import type { CaseStatus, Duty } from './actions.js';
import { stepIndex, stepOf } from './pack.js';
import type { Pack, PackStep } from './pack.js';

/** What a case is waiting for. Every action of every phase is answered by the one table of `transitions.ts`. */
export const casePhases = [
  'drafting', 'reviewing', 'meeting', 'notice_due', 'notice_running', 'notice_complete', 'contested', 'deciding', 'proclaiming', 'announcing',
  'completed', 'refused', 'withdrawn',
] as const;
export type CasePhase = (typeof casePhases)[number];

export const phaseNames: Readonly<Record<CasePhase, LocalText>> = {
  drafting: { zh: '待提交', en: 'to be submitted' },
  reviewing: { zh: '待审核', en: 'to be reviewed' },
  meeting: { zh: '待评议', en: 'review meeting to be recorded' },
  notice_due: { zh: '待张贴公示', en: 'notice to be published' },
  notice_running: { zh: '公示中', en: 'notice running' },
  notice_complete: { zh: '公示期满', en: 'notice complete' },
  contested: { zh: '有异议', en: 'objection open' },
  deciding: { zh: '待审定', en: 'to be decided' },
  proclaiming: { zh: '待批准公告', en: 'to be approved and announced' },
  announcing: { zh: '待公告', en: 'to be announced' },
  completed: { zh: '已办结', en: 'completed' },
  refused: { zh: '未通过', en: 'refused' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
};

/** All that the rules need to know of a case; nothing here is read from a clock. */
export interface CaseState {
  readonly pack: Pack;
  readonly status: CaseStatus;
  /** Code of the current step; null once closed. */
  readonly step: string | null;
  /** Full code of the subject's division: 12 digits of a village, 6 of a county. */
  readonly division: string;
  readonly startedBy: string;
  readonly assignedTo: string | null;
  readonly duties: readonly Duty[];
  readonly openObjections: number;
  /** The published notice of the current step; null before publication. */
  readonly notice: { readonly complete: boolean } | null;
  /** Whether any notice of this case was ever published. */
  readonly everNoticed: boolean;
}

const closedPhases: Readonly<Partial<Record<CaseStatus, CasePhase>>> = { COMPLETED: 'completed', REFUSED: 'refused', WITHDRAWN: 'withdrawn' };

/** Phase of a case. @throws RangeError when an open case stands on a step that its pack does not have. */
export function phaseOf(state: CaseState): CasePhase {
  const closed = closedPhases[state.status];
  if (closed) return closed;
  const step = stepOf(state.pack, state.step);
  if (!step) throw new RangeError(`pack ${state.pack.code} has no step ${String(state.step)}`);
  if (state.status === 'DECIDED') return 'announcing';
  if (state.openObjections > 0) return 'contested';
  return openPhase(state, step);
}

function openPhase(state: CaseState, step: PackStep): CasePhase {
  if (step.decides) return step.kind === 'announcement' ? 'proclaiming' : 'deciding';
  if (step.kind === 'review_meeting') return 'meeting';
  if (step.kind === 'notice') return noticePhase(state);
  return stepIndex(state.pack, step.code) === 0 ? 'drafting' : 'reviewing';
}

function noticePhase({ notice }: CaseState): CasePhase {
  if (notice === null) return 'notice_due';
  return notice.complete ? 'notice_complete' : 'notice_running';
}
