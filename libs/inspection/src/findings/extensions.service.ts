import { Injectable } from '@nestjs/common';
import { findingActionLabels, findingStateLabels, isCalendarDate, problem, runningStates, uuidV7, type CaseId } from '#domain';
import { currentContext, Db } from '#platform';
import { logRow } from './finding-log.js';
import * as sql from './finding.queries.js';

/** A deadline moves only when the unit asks for it with its reason and an inspector, another person, agrees. */
@Injectable()
export class FindingExtensions {
  constructor(private readonly db: Db) {}

  /** @throws `not-found`, `finding.wrong-action`, `finding.extension-pending`, `finding.extension-earlier`, `reason-required` */
  async request(id: CaseId, { until, reason }: { readonly until: string; readonly reason: string }): Promise<void> {
    const { actor, now, today } = currentContext();
    const finding = await this.lock(id);
    if (!runningStates.includes(finding.state)) throw refused(finding, 'REQUEST_EXTENSION');
    const known = await this.db.query<sql.ExtensionRow>(sql.extensionsOf, [id.countyCode, id.id]);
    if (known.some(({ state }) => state === 'PENDING')) throw problem('finding.extension-pending');
    this.mustBeLater(until, finding.due_on, today);
    if (reason.trim() === '') throw problem('reason-required');
    await this.db.query(sql.insertExtension, [JSON.stringify({
      county_code: finding.county_code, id: uuidV7(), village_code: finding.village_code, finding_id: finding.id, due_before: finding.due_on, asked_until: until, reason: reason.trim(),
      requested_by: actor.userId, requested_by_name: actor.name, requested_at: now, state: 'PENDING',
    })]);
    await this.log(finding, 'REQUEST_EXTENSION', reason.trim(), { until, dueOn: finding.due_on });
  }

  /**
   * @param until the day that is granted; the one asked for without it
   * @throws `not-found`, `finding.extension-decided`, `finding.extension-own`, `finding.extension-earlier`, `finding.wrong-action`, `reason-required`
   */
  async decide(id: CaseId, input: { readonly grant: boolean; readonly until?: string | undefined; readonly opinion: string }): Promise<CaseId> {
    const { actor, now, today } = currentContext();
    const found = await this.db.maybeOne<sql.ExtensionRow>(sql.lockExtension, [id.countyCode, id.id]);
    if (!found) throw problem('not-found');
    if (found.state !== 'PENDING') throw problem('finding.extension-decided');
    if (found.requested_by === actor.userId) throw problem('finding.extension-own');
    if (input.opinion.trim() === '') throw problem('reason-required');
    const findingId = { countyCode: found.county_code, id: found.finding_id };
    const finding = await this.lock(findingId);
    const until = input.grant ? (input.until ?? found.asked_until) : null;
    if (until !== null) {
      if (!runningStates.includes(finding.state)) throw refused(finding, 'GRANT_EXTENSION');
      this.mustBeLater(until, finding.due_on, today);
      await this.db.one(sql.updateFinding, [finding.county_code, finding.id, JSON.stringify({ due_on: until, times_extended: finding.times_extended + 1 }), finding.version]);
    }
    await this.db.query(sql.decideExtension, [id.countyCode, id.id, until === null ? 'REFUSED' : 'GRANTED', until, input.opinion.trim(), actor.userId, actor.name, now]);
    await this.log(finding, until === null ? 'REFUSE_EXTENSION' : 'GRANT_EXTENSION', input.opinion.trim(), { dueOn: finding.due_on, until });
    return findingId;
  }

  private async lock(id: CaseId): Promise<sql.FindingRow> {
    const finding = await this.db.maybeOne<sql.FindingRow>(sql.lockFinding, [id.countyCode, id.id]);
    if (!finding) throw problem('not-found');
    return finding;
  }

  private mustBeLater(until: string, dueOn: string, today: string): void {
    if (!isCalendarDate(until) || until <= dueOn || until <= today) throw problem('finding.extension-earlier', { dueOn });
  }

  private async log(finding: sql.FindingRow, action: 'REQUEST_EXTENSION' | 'GRANT_EXTENSION' | 'REFUSE_EXTENSION', note: string, payload: Record<string, unknown>): Promise<void> {
    await this.db.query(sql.insertEvents, [JSON.stringify([logRow(finding, { action, from: finding.state, to: finding.state, note, payload })])]);
  }
}

function refused(finding: sql.FindingRow, action: 'REQUEST_EXTENSION' | 'GRANT_EXTENSION'): Error {
  return problem('finding.wrong-action', { state: finding.state, stateText: findingStateLabels[finding.state], action, actionText: findingActionLabels[action] });
}
