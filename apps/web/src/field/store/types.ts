import type { HelpPack, OperationKind, Pack, PackRow, Permission, Place, Role } from '#domain';
import type { components } from '../../api/generated/schema.js';

/** One line of the list of households: small, in memory while the store is open. */
export interface HouseholdEntry {
  /** Plain UUID as in the pack; {@link caseIdOf} makes the `county-uuid` of the API. */
  readonly id: string;
  readonly village: string;
  readonly code: string;
  readonly headName: string;
  /** Initials of the head's name in pinyin, computed by the server. */
  readonly py: string;
  readonly phoneLast4: string;
  readonly memberCount: number;
  readonly status: string;
  readonly type: string;
  readonly group?: string;
  readonly lastVisitOn: string | null;
  readonly openTasks: number;
  readonly openClues: number;
  readonly contested: number;
  /** Work on this household that the server refused and somebody must mend. */
  readonly returned: number;
  readonly dueOn: string | null;
  readonly risk: boolean;
  /** First day that does not count, of the clue that was paused first. */
  readonly pausedFrom?: string;
  /** Where the house stands, where somebody has noted it. */
  readonly house?: Place;
  /** Measures that it is entitled to and does not get. */
  readonly lacking: number;
  readonly unsent: number;
  /** Cases that run. */
  readonly cases?: number;
  readonly isPractice: boolean;
}

export const rowKinds = [
  'households', 'episodes', 'members', 'years', 'memberYears', 'comparisons', 'cases', 'notices', 'tasks', 'clues', 'visits', 'assignments', 'payments', 'contested', 'verdicts', 'entitlements',
] as const;
export type RowKind = (typeof rowKinds)[number];
export type HouseholdRows = Readonly<Record<RowKind, readonly PackRow[]>>;

/** A household as the phone holds it, and what was done here since. */
export interface PackHousehold {
  readonly id: string;
  readonly village: string;
  readonly rows: HouseholdRows;
  /** Oldest first; sent ones stay until the rows hold them. */
  readonly edits: readonly PendingEdit[];
}

export interface PendingEdit {
  readonly opId: string;
  readonly kind: OperationKind;
  readonly entityId: string;
  readonly title: string;
  readonly occurredAt: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly state: ItemState;
  readonly reason: Reason | null;
}

/** What was typed, as a screen hands it over. */
export interface Work {
  readonly kind: OperationKind;
  /** `county-uuid` of the row that is made or changed. */
  readonly entityId: string;
  readonly householdId: string | null;
  /** What a person calls it in the list 待上传. */
  readonly title: string;
  readonly baseVersion?: number;
  readonly payload: object;
  readonly photos?: readonly string[];
  /** Division that photos lie in, where the household must not be named. */
  readonly photosOf?: string;
  readonly draftKey?: string;
}

/** `settled`: refused, and nothing of it waits for a person here any more; it stays to be read. */
export type ItemState = 'waiting' | 'sending' | 'sent' | 'returned' | 'failed' | 'settled';
export interface Reason {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** Faulty fields of a refusal, as in the problem `validation`. */
  readonly fields?: readonly unknown[];
}

/** Late note or dismissal of a refused spot check: by whom, when and why. */
export type Settlement = components['schemas']['SettledSpotCheck'];

export interface OutboxItem {
  readonly opId: string;
  readonly kind: OperationKind;
  readonly entityId: string;
  readonly title: string;
  readonly householdId: string | null;
  /** Bytes, photos included. */
  readonly size: number;
  readonly photos: number;
  /** Photos that have not arrived yet. */
  readonly photosWaiting: number;
  readonly state: ItemState;
  readonly reason: Reason | null;
  /** What became of refused work where that was decided elsewhere. */
  readonly settlement: Settlement | null;
  /** What was typed, where it is read here again. */
  readonly payload: Readonly<Record<string, unknown>> | null;
  readonly receipt: { readonly at: Date; readonly status: string } | null;
  readonly createdAt: Date;
  /** Done in the practice household: it never leaves the phone. */
  readonly practice: boolean;
}

export interface PhotoEntry {
  readonly id: string;
  readonly size: number;
  readonly takenAt: Date;
  readonly state: 'kept' | 'waiting' | 'sending' | 'sent' | 'refused';
  readonly position: Position | null;
  /** Address of the thumbnail for an <img>; null while it is being opened. */
  readonly url: string | null;
}

export interface Position {
  readonly latitude: number;
  readonly longitude: number;
  readonly accuracyM: number;
}

export interface VillageEntry {
  readonly code: string;
  readonly name: string;
  readonly households: number;
  readonly fetchedAt: Date;
  readonly serverTime: Date;
  readonly bytes: number;
}

/** Who works here, as of the last sign-in online. */
export interface Me {
  readonly userId: string;
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly division: string;
  readonly permissions: readonly Permission[];
}

export interface Reference {
  readonly years: readonly number[];
  readonly rules: HelpPack['reference']['rules'];
  readonly parameters: HelpPack['reference']['parameters'];
  readonly measures: HelpPack['reference']['measures'];
  readonly codeLists: readonly { readonly name: string; readonly items: readonly { readonly code: string; readonly zh: string; readonly en: string }[] }[];
  /** Procedures about households, all versions: running cases keep theirs. `noticeDays` by step, where a number has been set. */
  readonly packs?: readonly Procedure[];
  readonly computedAt: string | null;
}

export interface Procedure {
  readonly id: string;
  readonly pack: Pack;
  readonly noticeDays: Readonly<Record<string, number>>;
}
