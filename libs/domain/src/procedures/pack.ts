import type { HouseholdStatus } from '../codes/household-status.js';
import type { DivisionLevel } from '../divisions/division-code.js';
import type { LocalText } from '../facts/fact-definition.js';
import type { Role } from '../permissions/roles.js';
import type { Verdict } from '../rules/truth.js';

/**
 * A procedure as data. Nothing here is code that runs: who does what, which papers are needed, how long a notice hangs and
 * where a return goes are rows with a version, effective dates and a source document. A running case keeps its version.
 */
export interface Pack {
  readonly code: string;
  readonly version: number;
  readonly name: LocalText;
  readonly subject: SubjectKind;
  /** The documents that the steps rest on, as an officer would quote them. */
  readonly source: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly start: PackStart;
  /** Rules that are computed when facts are pinned or checked, and the verdicts that stop the case. */
  readonly rules: readonly RuleNeed[];
  readonly steps: readonly PackStep[];
}

export const subjectKinds = ['household', 'village', 'county'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

export interface PackStart {
  /** Statuses of a household that may enter; empty for villages and counties. */
  readonly statuses: readonly HouseholdStatus[];
  readonly reasonRequired: boolean;
  /** Marks the household as about to exit (预脱贫) as soon as the case is opened. */
  readonly markPreExit: boolean;
}

export interface RuleNeed {
  readonly rule: string;
  /** Verdicts with which the case may not pass a step that checks facts. Empty: the verdict is shown and nothing more. */
  readonly refuseWhen: readonly Verdict[];
}

export const stepKinds = [
  'application', 'survey', 'review_meeting', 'notice', 'review', 'data_match', 'assessment', 'decision', 'announcement',
] as const;
export type StepKind = (typeof stepKinds)[number];

/** A pair of hands that may fill a step: a role granted for exactly the division of that level above the subject. */
export interface StepHand {
  readonly role: Role;
  readonly level: DivisionLevel;
}

export interface EvidenceNeed {
  readonly kind: string;
  readonly name: LocalText;
  readonly required: boolean;
  /** Document that demands it; compulsory photographs and positions cannot be demanded without one (国办函〔2026〕12号). */
  readonly source: string | null;
}

/**
 * A paper that every step takes: what somebody had to say when the step was over already, or did not fit its kinds. It decides nothing.
 */
export const SUPPLEMENT: EvidenceNeed = { kind: 'supplement', name: { zh: '附件意见', en: 'Supplementary opinion' }, required: false, source: null };

/** A share such as two thirds, as two integers; compared by cross-multiplication. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

export interface ReviewNeed {
  /** Present ÷ entitled must reach this share; null: no number has been set for this region. */
  readonly attendance: Share | null;
  /** In favour ÷ present must reach this share; null: the meeting's own majority. */
  readonly approval: Share | null;
  /** Document that sets the shares; required as soon as one is set. */
  readonly source: string | null;
}

export const noticePlaces = ['village', 'township', 'county', 'website'] as const;
export type NoticePlace = (typeof noticePlaces)[number];

export interface NoticeNeed {
  readonly place: NoticePlace;
  /** Parameter that holds the least number of days; without a value nothing can be published. */
  readonly daysParameter: ParameterName;
  readonly unit: 'calendar' | 'working';
  readonly startDayCounts: boolean;
  readonly settledBy: readonly StepHand[];
}

export interface ParameterName {
  readonly name: string;
  /** The procedure that the value is set for; null asks for the value of all procedures. */
  readonly subject: string | null;
}

export interface PackStep {
  readonly code: string;
  readonly name: LocalText;
  readonly kind: StepKind;
  readonly hands: readonly StepHand[];
  readonly evidence: readonly EvidenceNeed[];
  /**
   * `pin`: the facts of this moment are what the later steps judge; a comparison with other registers adds facts and so pins
   * them again. `check`: refused when they are no longer the same.
   */
  readonly facts: 'pin' | 'check' | null;
  /** Steps that a return may go to; the first is the usual one. Empty: nothing can be returned from here. */
  readonly returnTo: readonly string[];
  readonly notice: NoticeNeed | null;
  readonly review: ReviewNeed | null;
  /** Days (calendar) within which the step should be done; a reminder, never a refusal. */
  readonly deadline: ParameterName | null;
  /** The one step that changes the subject's state and seals the dossier. */
  readonly decides: boolean;
  /** 抄送: offices that get a copy when the case leaves the step, whichever way; absent: nobody. A copy opens no door. */
  readonly copies?: readonly StepHand[];
}

/** Step of a pack by code; undefined when the pack has none of that name. */
export function stepOf(pack: Pack, code: string | null): PackStep | undefined {
  return pack.steps.find((step) => step.code === code);
}

/** Position of a step in its pack; -1 for an unknown one. */
export function stepIndex(pack: Pack, code: string | null): number {
  return pack.steps.findIndex((step) => step.code === code);
}

/** The step after this one; null after the last. */
export function nextStep(pack: Pack, code: string): PackStep | null {
  return pack.steps[stepIndex(pack, code) + 1] ?? null;
}
