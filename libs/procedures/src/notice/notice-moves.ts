import { Injectable } from '@nestjs/common';
import { SETTLEMENT_STEP, noticeClock, objectionTarget, pausedDays, problem, stepOf, uuidV7, yearOf, type Pack, type PackStep } from '#domain';
import { ParameterReader } from '#divisions';
import { currentContext, Db } from '#platform';
import { CaseEvidence } from '../case/case-evidence.js';
import { CaseFlow } from '../case/case-flow.js';
import type { ActionRequest } from '../case/case-input.js';
import type { CaseRow, NoticeRow, ObjectionRow } from '../case/case-rows.js';
import { CaseStore, keyOf } from '../case/case-store.js';
import { currentStep, latestNotice, runningNotice, type LoadedCase } from '../case/loaded-case.js';
import { NoticeClocks, noticePauses } from './notice-clocks.js';
import * as sql from './notice.queries.js';
import { PosterWriter } from './poster-writer.js';

/** Notices are published, stopped by objections, run on when these are settled, and closed when their days are over. */
@Injectable()
export class NoticeMoves {
  constructor(
    private readonly db: Db,
    private readonly store: CaseStore,
    private readonly flow: CaseFlow,
    private readonly evidence: CaseEvidence,
    private readonly clocks: NoticeClocks,
    private readonly parameters: ParameterReader,
    private readonly posters: PosterWriter,
  ) {}

  /** Publishes for the days that the parameter says today. Throws `notice.days-not-set` rather than guess. */
  async publish(kase: LoadedCase, request: ActionRequest): Promise<LoadedCase> {
    const step = currentStep(kase);
    const { actor, now, today } = currentContext();
    const minDays = await this.days(kase.row, step);
    const { place, unit, startDayCounts } = needOf(step);
    const rule = { minDays, unit, startDayCounts };
    const clock = noticeClock(today, today, { rule, calendar: await this.clocks.calendar({ unit, opened_on: today }) });
    const id = uuidV7();
    const evidence = await this.evidence.add(kase.row, step, request.evidence);
    await this.db.query(sql.insertNotice, [JSON.stringify({
      ...keyOf(kase.row), id, household_id: kase.row.household_id, step: step.code, place, place_detail: request.placeDetail ?? null, ...(await this.posters.write(kase.row)),
      opened_on: today, opened_at: now, min_days: minDays, unit, start_day_counts: startDayCounts, closes_on: clock.lastDay, paused_days: 0, closed_on: null,
      state: 'RUNNING', published_by: actor.userId, version: 1,
    })]);
    await this.store.record(kase.row, { step: step.code, action: request.action, opinion: request.opinion, evidence, duty: step.code, payload: { notice: id, minDays, unit, lastDay: clock.lastDay } });
    return this.store.save(kase, {});
  }

  /** The days are over and nobody objects: the next step begins. */
  async close(kase: LoadedCase, request: ActionRequest): Promise<LoadedCase> {
    const notice = runningNotice(kase);
    if (!notice) throw problem('notice.not-published');
    const { today } = currentContext();
    const paused = pausedDays(noticePauses(notice, kase.objections), today);
    await this.db.query(sql.moveNotice, [notice.county_code, notice.id, 'CLOSED', notice.closes_on, paused, today]);
    return this.flow.forward(kase, request, { notice: notice.id });
  }

  /** Records an objection; the clock of a running notice stops, and the case waits. */
  async object(kase: LoadedCase, request: ActionRequest): Promise<LoadedCase> {
    const notice = latestNotice(kase);
    if (!notice) throw problem('objection.no-notice');
    const { actor, now, today } = currentContext();
    const objection: ObjectionRow & { household_id: string | null } = {
      ...keyOf(kase.row), id: uuidV7(), household_id: kase.row.household_id, notice_id: notice.id, statement: request.statement ?? request.opinion ?? '', objector: request.objector ?? null,
      filed_by: actor.userId, filed_by_name: actor.name, filed_at: now, filed_on: today, state: 'OPEN', result: null, finding: null, settled_by: null,
      settled_by_name: null, settled_on: null,
    };
    await this.db.query(sql.insertObjection, [JSON.stringify({ ...objection, settled_at: null, version: 1 })]);
    await this.store.record(kase.row, { step: currentStep(kase).code, action: 'object', opinion: request.statement, duty: null, payload: { objection: objection.id, notice: notice.id } });
    await this.restartClock(notice, [...kase.objections, objection]);
    return this.store.save(kase, { open_objections: kase.state.openObjections + 1 });
  }

  /** Settles an objection: the notice runs on, or the case goes back, or it ends. Throws `objection.own` for whoever recorded it. */
  async settle(kase: LoadedCase, request: ActionRequest): Promise<LoadedCase> {
    const settlement = request.settlement;
    const objection = kase.objections.find(({ id, state }) => id === settlement?.objectionId && state === 'OPEN');
    if (!settlement || !objection) throw problem('objection.none-open');
    const { actor, now, today } = currentContext();
    if (objection.filed_by === actor.userId) throw problem('objection.own');
    await this.db.query(sql.settleObjection, [objection.county_code, objection.id, settlement.result, settlement.finding, actor.userId, actor.name, now, today]);
    await this.store.record(kase.row, {
      step: currentStep(kase).code, action: 'settle_objection', opinion: settlement.finding, duty: SETTLEMENT_STEP, payload: { objection: objection.id, result: settlement.result },
    });
    const settled = kase.objections.map((other) => (other.id === objection.id ? { ...other, state: 'SETTLED' as const, settled_on: today } : other));
    const notice = kase.notices.find(({ id }) => id === objection.notice_id);
    if (notice) await this.restartClock(notice, settled);
    const after = await this.store.save(kase, { open_objections: kase.state.openObjections - 1 });
    return this.follow(after, { ...request, opinion: settlement.finding }, settlement.result);
  }

  private follow(kase: LoadedCase, request: ActionRequest, result: string): Promise<LoadedCase> | LoadedCase {
    if (result === 'UPHELD_REFUSE') return this.flow.end(kase, request, { outcome: 'REFUSED', recorded: true });
    if (result === 'UPHELD_RETURN') return this.flow.back(kase, request, requireTarget(kase.pack, currentStep(kase)));
    return kase;
  }

  /** Writes where the clock of a notice stands now. A notice that was closed keeps its days. */
  private async restartClock(notice: NoticeRow, objections: readonly ObjectionRow[]): Promise<void> {
    if (notice.state !== 'RUNNING' && notice.state !== 'PAUSED') return;
    const { today } = currentContext();
    const open = objections.some((objection) => objection.notice_id === notice.id && objection.state === 'OPEN');
    const clock = await this.clocks.clock(notice, objections, today);
    const paused = pausedDays(noticePauses(notice, objections), today);
    await this.db.query(sql.moveNotice, [notice.county_code, notice.id, open ? 'PAUSED' : 'RUNNING', clock.lastDay, paused, null]);
  }

  private async days(row: CaseRow, step: PackStep): Promise<number> {
    const { name, subject } = needOf(step).daysParameter;
    const question = { year: yearOf(currentContext().today), division: row.division_code, subject: subject ?? undefined };
    const found = await this.parameters.effective(name, question);
    if (found?.value == null) throw problem('notice.days-not-set', { name, subject: subject ?? '' });
    return found.value;
  }

  /** The objection, to find its case. */
  find(countyCode: string, id: string): Promise<ObjectionRow | null> {
    return this.db.maybeOne<ObjectionRow>(sql.findObjection, [countyCode, id]);
  }
}

function needOf(step: PackStep): NonNullable<PackStep['notice']> {
  if (!step.notice) throw problem('notice.not-published');
  return step.notice;
}

function requireTarget(pack: Pack, step: PackStep): PackStep {
  const target = objectionTarget(pack, step.code) ?? stepOf(pack, step.returnTo[0] ?? null);
  if (!target) throw problem('case.return-target', { step: '' });
  return target;
}

