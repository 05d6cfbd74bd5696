import type { CaseStatus, Duty, PackRow } from '#domain';

/** A case as the village pack holds it; what was not recorded is absent. */
export interface PackCase {
  readonly id: string;
  readonly householdId: string;
  readonly pack: string;
  readonly packId: string;
  readonly year: number;
  readonly status: CaseStatus;
  readonly step?: string;
  readonly enteredAt?: string;
  readonly dueOn?: string;
  readonly assignedTo?: string;
  readonly assignedToId?: string;
  readonly startedById: string;
  readonly startedBy: string;
  readonly startedAt: string;
  readonly reason?: string;
  readonly openObjections: number;
  readonly version: number;
  readonly duties?: readonly Duty[];
  readonly evidence?: readonly CasePaper[];
  readonly meetings?: readonly CaseMeeting[];
  readonly events?: readonly CaseEvent[];
}

export interface CasePaper {
  readonly step: string;
  readonly kind: string;
  readonly title: string;
  readonly text?: string;
  readonly by: string;
  readonly at: string;
}

export interface CaseMeeting {
  readonly step: string;
  readonly heldOn: string;
  readonly place: string;
  readonly convener: string;
  readonly entitled: number;
  readonly present: number;
  readonly inFavour: number;
  readonly against: number;
  readonly abstained: number;
  readonly passed: boolean;
  readonly summary: string;
  readonly void: boolean;
}

export interface CaseEvent {
  readonly step: string;
  readonly action: string;
  readonly by: string;
  readonly role: string;
  readonly opinion?: string;
  readonly fields?: readonly string[];
  readonly toStep?: string;
  readonly at: string;
}

export interface PackNotice {
  readonly id: string;
  readonly caseId: string;
  readonly step: string;
  readonly place: string;
  readonly placeDetail?: string;
  readonly posterName: string;
  readonly posterVillage: string;
  readonly headCount?: number;
  readonly openedOn: string;
  readonly minDays: number;
  readonly unit: 'calendar' | 'working';
  readonly startDayCounts: boolean;
  readonly pausedDays: number;
  /** Last day; absent while an objection stops the clock. */
  readonly closesOn?: string;
  readonly state: 'RUNNING' | 'PAUSED' | 'CLOSED' | 'VOID';
  readonly objections?: readonly PackObjection[];
}

export interface PackObjection {
  readonly id: string;
  readonly statement: string;
  readonly objector?: string;
  readonly filedBy: string;
  readonly filedById: string;
  readonly filedOn: string;
  readonly state: 'OPEN' | 'SETTLED' | 'LAPSED';
  readonly result?: string;
  readonly finding?: string;
  readonly settledOn?: string;
}

/** Rows of the pack are as the server writes them (libs/sync, collections.ts). */
export const packCase = (row: PackRow): PackCase => row as unknown as PackCase;
export const packNotice = (row: PackRow): PackNotice => row as unknown as PackNotice;
