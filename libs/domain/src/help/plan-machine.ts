import type { Machine } from './machine.js';

export const planStatuses = ['DRAFT', 'AGREED', 'CONFIRMED', 'SUPERSEDED'] as const;
export type PlanStatus = (typeof planStatuses)[number];

export const planActions = ['edit', 'agree', 'return', 'confirm', 'supersede'] as const;
export type PlanAction = (typeof planActions)[number];

/**
 * A help plan is made by village, team, helper and household together and agreed in the village, then confirmed by the county
 * (国开办发〔2014〕24号, step 制定计划). A confirmed plan is never edited: the next revision takes its place.
 */
export const planMachine: Machine<PlanStatus, PlanAction> = {
  edit: { from: ['DRAFT'], to: 'DRAFT' },
  agree: { from: ['DRAFT'], to: 'AGREED' },
  return: { from: ['AGREED'], to: 'DRAFT' },
  confirm: { from: ['AGREED'], to: 'CONFIRMED' },
  supersede: { from: ['CONFIRMED'], to: 'SUPERSEDED' },
};

export const planStatusNames: Readonly<Record<PlanStatus, { zh: string; en: string }>> = {
  DRAFT: { zh: '草拟', en: 'draft' },
  AGREED: { zh: '村级已议定', en: 'agreed in the village' },
  CONFIRMED: { zh: '旗县已确认', en: 'confirmed by the county' },
  SUPERSEDED: { zh: '已被新版替代', en: 'superseded' },
};
