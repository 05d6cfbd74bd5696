import { Injectable } from '@nestjs/common';
import { findingActionLabels, findingStateLabels, isCalendarDate, judgeFinding, parseCaseId, problem, type CaseId, type FindingAction, type FindingAnswer, type FindingDecision, type FindingOutcome } from '#domain';
import { currentContext, Db } from '#platform';
import { AttachmentReader, AttachmentService } from '#teams';
import { logRow } from './finding-log.js';
import * as sql from './finding.queries.js';

export interface AnswerInput {
  readonly action: FindingAnswer;
  readonly note?: string | undefined;
  readonly attachments?: readonly string[] | undefined;
  readonly version: number;
}

export interface DecisionInput {
  readonly action: FindingDecision;
  readonly note: string;
  readonly outcome?: FindingOutcome | undefined;
  readonly dueOn?: string | undefined;
  readonly lookBackOn?: string | undefined;
  readonly version: number;
}

/** Who acts now on a finding that waits for the unit again starts a new account; the old one stays in the log. */
const startOver = { measures: null, rectification: null, submitted_by: null, submitted_by_name: null, submitted_at: null };
const notClosed = { outcome: null, closed_on: null, reviewed_by: null, reviewed_by_name: null, reviewed_at: null, review_opinion: null, look_back_on: null, look_back_draw_id: null };

/** Takes a finding from receipt to closure and back. Each step is an entry of its log. */
@Injectable()
export class FindingService {
  constructor(
    private readonly db: Db,
    private readonly attachments: AttachmentService,
    private readonly attached: AttachmentReader,
  ) {}

  /**
   * What the responsible unit does: receive, plan measures, report what was done with evidence, hand in.
   * @throws `not-found`, `stale-version`, `finding.wrong-action`, `finding.nothing-to-review`, `finding.text-required`, `attachment.*`
   */
  async answer(id: CaseId, input: AnswerInput): Promise<void> {
    const { actor, now } = currentContext();
    const { finding, to } = await this.judged(id, input.action, input.version);
    const note = input.note?.trim() ?? '';
    if (note === '' && (input.action === 'PLAN' || input.action === 'RECTIFY')) throw problem('finding.text-required', { field: input.action === 'PLAN' ? '整改措施' : '整改情况' });
    const attachmentIds = await this.evidence(finding, input.attachments ?? []);
    const changes = {
      RECEIVE: { received_by: actor.userId, received_by_name: actor.name, received_at: now },
      PLAN: { measures: note },
      RECTIFY: { rectification: note, rectified_by: actor.userId },
      SUBMIT: { submitted_by: actor.userId, submitted_by_name: actor.name, submitted_at: now },
    }[input.action];
    await this.write(finding, { state: to, ...changes }, { action: input.action, to, note: note === '' ? null : note, attachmentIds });
  }

  /**
   * What an inspector decides, who took no part in the rectification: close with its outcome, return, open again, or the result of
   * a look-back. A finding that is open again has a new deadline.
   * @throws `not-found`, `stale-version`, `finding.wrong-action`, `finding.own-work`, `finding.outcome-required`, `finding.due-past`,
   * `finding.look-back-day`, `finding.no-look-back`, `reason-required`
   */
  async decide(id: CaseId, input: DecisionInput): Promise<void> {
    const { finding, to } = await this.judged(id, input.action, input.version);
    const note = input.note.trim();
    if (note === '') throw problem('reason-required');
    const changes = this.decided(finding, input, note);
    await this.write(finding, { state: to, ...changes }, { action: input.action, to, note, payload: { outcome: input.outcome, dueOn: input.dueOn, lookBackOn: input.lookBackOn } });
    if ((finding.state === 'CLOSED') !== (to === 'CLOSED')) await this.db.query(sql.markOrigins, [finding.county_code, finding.id, to !== 'CLOSED']);
  }

  private decided(finding: sql.FindingRow, { action, outcome, dueOn, lookBackOn }: DecisionInput, note: string): Record<string, unknown> {
    const { actor, now, today } = currentContext();
    const reviewed = { reviewed_by: actor.userId, reviewed_by_name: actor.name, reviewed_at: now, review_opinion: note };
    const later = (day: string | undefined, code: 'finding.due-past' | 'finding.look-back-day'): string => {
      if (day === undefined || !isCalendarDate(day) || day <= today) throw problem(code);
      return day;
    };
    switch (action) {
      case 'CLOSE':
        if (outcome === undefined) throw problem('finding.outcome-required');
        return { ...reviewed, outcome, closed_on: today, look_back_result: null, look_back_on: lookBackOn === undefined ? null : later(lookBackOn, 'finding.look-back-day') };
      case 'RETURN':
        return { ...startOver, measures: finding.measures, times_returned: finding.times_returned + 1, review_opinion: note, ...(dueOn === undefined ? {} : { due_on: later(dueOn, 'finding.due-past') }) };
      case 'HOLD':
        return { look_back_result: 'HELD' };
      case 'REOPEN':
      case 'RELAPSE':
        return {
          ...startOver, ...notClosed, times_reopened: finding.times_reopened + 1, due_on: later(dueOn, 'finding.due-past'),
          look_back_result: action === 'RELAPSE' ? 'RELAPSED' : null,
        };
    }
  }

  private async judged(id: CaseId, action: FindingAction, version: number): Promise<{ finding: sql.FindingRow; to: sql.FindingRow['state'] }> {
    const finding = await this.db.maybeOne<sql.FindingRow>(sql.lockFinding, [id.countyCode, id.id]);
    if (!finding) throw problem('not-found');
    if (finding.version !== version) throw problem('stale-version', { current: finding.version, yourVersion: version });
    const workers = (await this.db.query<{ actor_id: string }>(sql.workersOf, [id.countyCode, id.id])).map((row) => row.actor_id);
    const judged = judgeFinding({ ...finding, workers, lookBackDue: isLookBackDue(finding) }, action, currentContext().actor.userId);
    if ('refusal' in judged) {
      throw problem(judged.refusal, { state: finding.state, stateText: findingStateLabels[finding.state], action, actionText: findingActionLabels[action] });
    }
    return { finding, to: judged.to };
  }

  /** Evidence belongs to the unit's place or to a household of the finding; from now on it cannot be deleted. */
  private async evidence(finding: sql.FindingRow, given: readonly string[]): Promise<string[]> {
    const ids = given.map((text) => parseCaseId(text) ?? notFound());
    if (ids.length === 0) return [];
    const origins = await this.db.query<sql.OriginRow>(sql.originsOf, [finding.county_code, finding.id]);
    const households = new Set(origins.flatMap(({ household_id: household }) => household ?? []));
    const known = await this.attached.metadata(ids);
    for (const id of ids) {
      const household = known.find((attachment) => attachment.id === id.id)?.householdId ?? null;
      await this.attachments.use([id], { kind: 'finding', id: finding.id, householdId: household !== null && households.has(household) ? household : null, villageCode: finding.village_code });
    }
    return ids.map(({ id }) => id);
  }

  private async write(finding: sql.FindingRow, changes: Record<string, unknown>, entry: { action: FindingAction; to: sql.FindingRow['state']; note?: string | null; payload?: Record<string, unknown>; attachmentIds?: readonly string[] }): Promise<void> {
    await this.db.one(sql.updateFinding, [finding.county_code, finding.id, JSON.stringify(changes), finding.version]);
    await this.db.query(sql.insertEvents, [JSON.stringify([logRow(finding, { ...entry, from: finding.state })])]);
  }
}

/** A look-back is planned and has no result. */
export function isLookBackDue({ look_back_on: on, look_back_result: result }: Pick<sql.FindingRow, 'look_back_on' | 'look_back_result'>): boolean {
  return on !== null && result === null;
}

function notFound(): never {
  throw problem('not-found');
}
