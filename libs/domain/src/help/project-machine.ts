import type { Machine } from './machine.js';

export const projectStatuses = [
  'PROPOSED', 'DEMONSTRATED', 'ENTRY_NOTICE', 'ENTRY_REVIEW', 'LISTED', 'CONTRACTED', 'RUNNING', 'COMPLETED', 'COMPLETION_NOTICE', 'ACCEPTED', 'REFUSED', 'CANCELLED',
] as const;
export type ProjectStatus = (typeof projectStatuses)[number];

export const projectActions = [
  'demonstrate', 'open_entry_notice', 'close_entry_notice', 'enter', 'refuse', 'contract', 'start', 'complete', 'open_completion_notice',
  'close_completion_notice', 'accept', 'cancel',
] as const;
export type ProjectAction = (typeof projectActions)[number];

/**
 * Library rules (国开办发〔2018〕10号): the village proposes, the county demonstrates, the public sees it before it enters and
 * after it is completed; acceptance closes it. A completion notice that has run its time leads back to COMPLETED with the notice
 * behind it; `accept` asks for that notice.
 */
export const projectMachine: Machine<ProjectStatus, ProjectAction> = {
  demonstrate: { from: ['PROPOSED'], to: 'DEMONSTRATED' },
  open_entry_notice: { from: ['DEMONSTRATED'], to: 'ENTRY_NOTICE' },
  close_entry_notice: { from: ['ENTRY_NOTICE'], to: 'ENTRY_REVIEW' },
  enter: { from: ['ENTRY_REVIEW'], to: 'LISTED' },
  refuse: { from: ['PROPOSED', 'DEMONSTRATED', 'ENTRY_REVIEW'], to: 'REFUSED' },
  contract: { from: ['LISTED'], to: 'CONTRACTED' },
  start: { from: ['CONTRACTED'], to: 'RUNNING' },
  complete: { from: ['RUNNING'], to: 'COMPLETED' },
  open_completion_notice: { from: ['COMPLETED'], to: 'COMPLETION_NOTICE' },
  close_completion_notice: { from: ['COMPLETION_NOTICE'], to: 'COMPLETED' },
  accept: { from: ['COMPLETED'], to: 'ACCEPTED' },
  cancel: { from: ['PROPOSED', 'DEMONSTRATED', 'ENTRY_NOTICE', 'ENTRY_REVIEW', 'LISTED', 'CONTRACTED'], to: 'CANCELLED' },
};

/** Decisions of the county: not by whoever proposed the project. */
export const projectDecisions = ['enter', 'refuse', 'accept'] as const;
export type ProjectDecision = (typeof projectDecisions)[number];

/** As long as its content, budget and beneficiaries may be edited. */
export const draftProjectStatuses: readonly ProjectStatus[] = ['PROPOSED', 'DEMONSTRATED'];

/** Statuses in which contractors and suppliers are paid. */
export const spendingProjectStatuses: readonly ProjectStatus[] = ['CONTRACTED', 'RUNNING', 'COMPLETED', 'COMPLETION_NOTICE', 'ACCEPTED'];

export const projectStatusNames: Readonly<Record<ProjectStatus, { zh: string; en: string }>> = {
  PROPOSED: { zh: '已申报', en: 'proposed' },
  DEMONSTRATED: { zh: '已论证', en: 'demonstrated' },
  ENTRY_NOTICE: { zh: '入库公示中', en: 'entry notice running' },
  ENTRY_REVIEW: { zh: '待入库审定', en: 'waiting for the entry decision' },
  LISTED: { zh: '已入库', en: 'in the library' },
  CONTRACTED: { zh: '已签合同', en: 'contracted' },
  RUNNING: { zh: '实施中', en: 'under way' },
  COMPLETED: { zh: '已完工', en: 'completed' },
  COMPLETION_NOTICE: { zh: '完工公示中', en: 'completion notice running' },
  ACCEPTED: { zh: '已验收', en: 'accepted' },
  REFUSED: { zh: '未通过', en: 'refused' },
  CANCELLED: { zh: '已取消', en: 'cancelled' },
};
