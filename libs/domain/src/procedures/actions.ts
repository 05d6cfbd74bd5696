import type { LocalText } from '../facts/fact-definition.js';

export const caseActions = [
  'submit', 'agree', 'return', 'refuse', 'withdraw', 'transfer', 'object', 'settle_objection', 'announce', 'record_review', 'publish_notice', 'close_notice',
] as const;
export type CaseAction = (typeof caseActions)[number];

export const actionNames: Readonly<Record<CaseAction, LocalText>> = {
  submit: { zh: '提交', en: 'Submit' },
  agree: { zh: '同意', en: 'Agree' },
  return: { zh: '退回', en: 'Return' },
  refuse: { zh: '不同意', en: 'Refuse' },
  withdraw: { zh: '撤回', en: 'Withdraw' },
  transfer: { zh: '转办', en: 'Hand over' },
  object: { zh: '提出异议', en: 'Object' },
  settle_objection: { zh: '处理异议', en: 'Settle an objection' },
  announce: { zh: '公告', en: 'Announce' },
  record_review: { zh: '登记评议', en: 'Record the review meeting' },
  publish_notice: { zh: '张贴公示', en: 'Publish the notice' },
  close_notice: { zh: '结束公示', en: 'Close the notice' },
};

export const caseStatuses = ['OPEN', 'DECIDED', 'COMPLETED', 'REFUSED', 'WITHDRAWN'] as const;
export type CaseStatus = (typeof caseStatuses)[number];

export const caseStatusNames: Readonly<Record<CaseStatus, LocalText>> = {
  OPEN: { zh: '办理中', en: 'In progress' },
  DECIDED: { zh: '已决定待公告', en: 'Decided, to be announced' },
  COMPLETED: { zh: '已办结', en: 'Completed' },
  REFUSED: { zh: '未通过', en: 'Refused' },
  WITHDRAWN: { zh: '已撤回', en: 'Withdrawn' },
};

/** Who filled which step; each person at most one step of a case. */
export interface Duty {
  readonly userId: string;
  readonly step: string;
}

/** The step under which the settlement of an objection is booked: it counts as a step of its own. */
export const SETTLEMENT_STEP = 'OBJECTION_SETTLEMENT';
