import { Permission } from '../permissions/permissions.js';

/** What can be done offline, with the verb that it needs and the name that a person reads. */
export const operationKinds = {
  'visit.record': { permission: Permission.VisitWrite, zh: '走访记录', en: 'Visit' },
  'visit.correct': { permission: Permission.VisitWrite, zh: '走访更正', en: 'Correction of a visit' },
  'clue.record': { permission: Permission.ClueWrite, zh: '问题线索', en: 'Risk clue' },
  'clue.append': { permission: Permission.ClueWrite, zh: '线索补充', en: 'Addition to a clue' },
  'task.act': { permission: Permission.TaskWrite, zh: '任务处理', en: 'Step of a task' },
  'objection.file': { permission: Permission.ObjectionFile, zh: '公示异议', en: 'Objection to a notice' },
  'evidence.attach': { permission: Permission.CaseSubmit, zh: '补充佐证', en: 'Evidence for a case' },
  'case.start': { permission: Permission.CaseStart, zh: '发起事项', en: 'Start of a case' },
  'case.act': { permission: Permission.CaseSubmit, zh: '事项办理', en: 'Step of a case' },
  'household.correct': { permission: Permission.HouseholdWrite, zh: '户信息更正', en: 'Correction of a household' },
  'member.correct': { permission: Permission.HouseholdWrite, zh: '成员信息更正', en: 'Correction of a member' },
  'household.event': { permission: Permission.HouseholdWrite, zh: '成员变化', en: 'Change of members' },
  'assignment.deliver': { permission: Permission.AssignmentWrite, zh: '帮扶落实', en: 'Help delivered' },
  'year.correct': { permission: Permission.HouseholdWrite, zh: '年度信息更正', en: 'Correction of a year' },
  'sample.attempt': { permission: Permission.SampleVisit, zh: '抽查未能入户', en: 'Spot check without an answer' },
  'sample.answer': { permission: Permission.SampleVisit, zh: '抽查表', en: 'Spot check' },
  'sample.replace': { permission: Permission.SampleVisit, zh: '申请替换', en: 'Request for a replacement' },
  'sample.cause': { permission: Permission.SampleVisit, zh: '差异原因', en: 'Cause of a difference' },
} as const satisfies Readonly<Record<string, { permission: Permission; zh: string; en: string }>>;

export type OperationKind = keyof typeof operationKinds;

export function isOperationKind(text: unknown): text is OperationKind {
  return typeof text === 'string' && Object.hasOwn(operationKinds, text);
}

/** Most operations in one request, and most characters of one operation as JSON. */
export const MAX_OPERATIONS = 100;
export const MAX_OPERATION_CHARACTERS = 65_536;

/** One piece of work done away from the server, as the device sends it. */
export interface Operation {
  /** UUID version 7, minted by the device; the same piece of work keeps it for ever. */
  readonly opId: string;
  /** `county-uuid`, as the registration answered. */
  readonly deviceId: string;
  /** 1, 2, 3 … without holes: the order in which the work was done. */
  readonly deviceSeq: number;
  readonly kind: OperationKind;
  /** `county-uuid` of the row that is made or changed. */
  readonly entityId: string;
  /** Version of the row that the device had read; corrections only. */
  readonly baseVersion?: number;
  /** What the device's clock said; kept and shown, never decided by. */
  readonly occurredAt: string;
  readonly schemaVersion: number;
  readonly codeListVersion?: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/**
 * - `applied`: done. `duplicate`: was done before, nothing happened now. `conflict`: done but for contested fields, which wait
 *   for a person. `rejected`: not done, and kept on the server with its reason. These four are for good.
 * - `retry`: nothing happened and nothing was kept; send it again, from `expectedSeq` on.
 */
export type OperationStatus = 'applied' | 'duplicate' | 'conflict' | 'rejected' | 'retry';
export type FinalStatus = 'applied' | 'conflict' | 'rejected';

/** Answer to one operation. */
export interface OperationResult {
  readonly opId: string | null;
  readonly deviceSeq: number | null;
  readonly status: OperationStatus;
  /** With `duplicate`: what the first sending was answered. */
  readonly first?: FinalStatus;
  /** Problem code of a rejection, the reason of a retry, or what became of work that could not be done as it was meant and was kept all the same. */
  readonly code?: string;
  readonly title?: string;
  readonly titleEn?: string;
  /** Number that the server waits for. */
  readonly expectedSeq?: number;
  /** Version of the row after it. */
  readonly version?: number;
  /** Fields that wait for a choice. */
  readonly contested?: readonly string[];
  /** Faulty fields of a rejection, as in the problem `validation`. */
  readonly fields?: readonly unknown[];
}

/** True when the server will never answer this operation differently. */
export function isFinal(status: OperationStatus): boolean {
  return status !== 'retry';
}
