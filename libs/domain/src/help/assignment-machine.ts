import type { Machine } from './machine.js';

export const assignmentStatuses = ['PLANNED', 'APPROVED', 'REFUSED', 'DELIVERED', 'CLOSED', 'CANCELLED'] as const;
export type AssignmentStatus = (typeof assignmentStatuses)[number];

export const assignmentActions = ['approve', 'refuse', 'deliver', 'close', 'cancel'] as const;
export type AssignmentAction = (typeof assignmentActions)[number];

/** planned → approved by the county → delivered → closed. What was refused is planned anew, never revived. */
export const assignmentMachine: Machine<AssignmentStatus, AssignmentAction> = {
  approve: { from: ['PLANNED'], to: 'APPROVED' },
  refuse: { from: ['PLANNED'], to: 'REFUSED' },
  deliver: { from: ['APPROVED'], to: 'DELIVERED' },
  close: { from: ['DELIVERED'], to: 'CLOSED' },
  cancel: { from: ['PLANNED', 'APPROVED'], to: 'CANCELLED' },
};

/** Statuses in which something may be paid. */
export const payableAssignmentStatuses: readonly AssignmentStatus[] = ['APPROVED', 'DELIVERED'];

export const assignmentStatusNames: Readonly<Record<AssignmentStatus, { zh: string; en: string }>> = {
  PLANNED: { zh: '已计划', en: 'planned' },
  APPROVED: { zh: '旗县已批准', en: 'approved' },
  REFUSED: { zh: '未批准', en: 'refused' },
  DELIVERED: { zh: '已落实', en: 'delivered' },
  CLOSED: { zh: '已办结', en: 'closed' },
  CANCELLED: { zh: '已取消', en: 'cancelled' },
};
