import { Injectable } from '@nestjs/common';
import { uuidV7 } from '#domain';
import { currentContext, Db } from '#platform';
import * as sql from './help-events.queries.js';

export interface HelpStep {
  readonly subject: { readonly county_code: string; readonly village_code: string; readonly id: string; readonly household_id?: string | null };
  readonly action: string;
  readonly from: string | null;
  readonly to: string;
  readonly reason?: string | null;
  readonly payload?: Readonly<Record<string, unknown>>;
}

/** The append-only log of every step of help: who, from where to where, why. */
@Injectable()
export class HelpEvents {
  constructor(private readonly db: Db) {}

  /** Appends the steps of this transaction's actor; each subject at most once in a call. */
  async append(kind: 'plan' | 'assignment' | 'project' | 'batch' | 'asset', steps: readonly HelpStep[]): Promise<void> {
    if (steps.length === 0) return;
    const { actor } = currentContext();
    await this.db.query(sql.appendEvents, [JSON.stringify(steps.map(({ subject, action, from, to, reason, payload }) => ({
      county_code: subject.county_code, village_code: subject.village_code, id: uuidV7(), subject_kind: kind, subject_id: subject.id, household_id: subject.household_id ?? null,
      action, from_status: from, to_status: to, reason: reason ?? null, payload: payload ?? null, actor_name: actor.name, actor_role: actor.role,
    })))]);
  }

  of(subject: { county_code: string; id: string }): Promise<sql.HelpEventRow[]> {
    return this.db.query<sql.HelpEventRow>(sql.eventsOf, [subject.county_code, subject.id]);
  }
}
