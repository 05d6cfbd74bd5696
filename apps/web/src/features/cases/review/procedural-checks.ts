import type { CaseDetail } from '../cases.api.js';

export interface ProceduralCheck {
  readonly key: 'meeting' | 'papers' | 'notice' | 'objections' | 'steps';
  /** `wait`: still under way, as it should be. */
  readonly state: 'pass' | 'fail' | 'wait';
  /** So many of `all` are done: steps, votes in favour, papers, settled objections, days of notice. */
  readonly done: number;
  readonly all: number;
  /** Days that a notice must hang. */
  readonly min: number;
}

/** What can be checked of the course of a case: meeting held, papers there, notice run, objections settled. */
export function proceduralChecks(detail: CaseDetail): ProceduralCheck[] {
  const passed = detail.steps.filter((step) => step.progress === 'done');
  const meeting = detail.meetings.find((held) => !held.void);
  const notices = detail.notices.filter((notice) => notice.state !== 'VOID');
  const needs = passed.flatMap((step) => step.evidence.filter((need) => need.required));
  const present = needs.filter((need) => need.present).length;
  const settled = detail.objections.filter((objection) => objection.state !== 'OPEN').length;
  const current = detail.steps.find((step) => step.progress === 'current')?.code;
  const check = (key: ProceduralCheck['key'], state: ProceduralCheck['state'] | boolean, figures: { done: number; all: number; min?: number }): ProceduralCheck =>
    ({ key, state: typeof state === 'string' ? state : state ? 'pass' : 'fail', min: 0, ...figures });
  return [
    check('steps', true, { done: passed.length, all: detail.steps.length }),
    ...(meeting ? [check('meeting', meeting.passed, { done: meeting.inFavour, all: meeting.present })] : []),
    ...(needs.length > 0 ? [check('papers', present === needs.length, { done: present, all: needs.length })] : []),
    ...notices.map((notice) => check('notice', notice.complete || (notice.step === current ? 'wait' : 'fail'), { done: notice.daysElapsed, all: notice.minDays, min: notice.minDays })),
    ...(notices.length > 0 ? [check('objections', settled === detail.objections.length, { done: settled, all: detail.objections.length })] : []),
  ];
}
