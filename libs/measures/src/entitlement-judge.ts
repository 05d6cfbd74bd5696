import { Injectable } from '@nestjs/common';
import type { CaseId } from '#domain';

/** What the rule of a measure says of one household or person on one day. */
export interface EntitlementJudgement {
  readonly verdict: 'met' | 'not_met' | 'unproven';
  /** False when no document limits who may get the measure ("not set"): then there is nothing to refuse by. */
  readonly ruleSet: boolean;
  /** The version of the measure in force on that day; null when there is none. */
  readonly measureVersionId: string | null;
  /** Sentences in Chinese: the conditions that are not met. */
  readonly reasons: readonly string[];
  /** Names in Chinese of what is not recorded, for `unproven`. */
  readonly missing: readonly string[];
}

/**
 * Port: judges whether someone is entitled to a measure on a day, standing and continuation after exit included. Rules and
 * facts live in a slice above this one, which implements the port and registers it with {@link EntitlementJudges}.
 */
export abstract class EntitlementJudge {
  /** `memberId` is null for a measure of the household. `on` is 'YYYY-MM-DD'. Runs in the caller's transaction. */
  abstract judge(householdId: CaseId, memberId: string | null, measureCode: string, on: string): Promise<EntitlementJudgement>;
}

/** Holds the one judge of the running application. */
@Injectable()
export class EntitlementJudges {
  private judge: EntitlementJudge | null = null;

  /** @throws Error when registered twice: a mistake of a developer. */
  register(judge: EntitlementJudge): void {
    if (this.judge) throw new Error('the judge of entitlements is registered twice');
    this.judge = judge;
  }

  /** @throws Error when nobody registered: nothing is paid unjudged. */
  get current(): EntitlementJudge {
    if (!this.judge) throw new Error('nobody registered the judge of entitlements');
    return this.judge;
  }
}
