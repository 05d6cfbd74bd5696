import { Injectable } from '@nestjs/common';
import { expectedHands, problem, stepOf, uuidV7, type CaseId, type CaseState } from '#domain';
import { currentContext, Db } from '#platform';
import { NoticeClocks } from '../notice/notice-clocks.js';
import { PackReader } from '../pack/pack-reader.js';
import type { CaseRow, DutyRow, NoticeRow, ObjectionRow } from './case-rows.js';
import * as sql from './case.queries.js';
import type { LoadedCase } from './loaded-case.js';

/** One entry of the log of a case. */
export interface CaseEvent {
  readonly step: string;
  readonly action: string;
  readonly opinion?: string | undefined;
  readonly fields?: readonly string[] | undefined;
  readonly toStep?: string | undefined;
  readonly evidence?: readonly string[] | undefined;
  readonly factsHash?: string | null | undefined;
  readonly payload?: Readonly<Record<string, unknown>> | undefined;
  /** The step that the actor fills by this; null when nothing is filled (hand over, object). */
  readonly duty: string | null;
}

/** Loads and saves cases. Every write of a case goes through `save`, which also rewrites whom it waits for. */
@Injectable()
export class CaseStore {
  constructor(
    private readonly db: Db,
    private readonly packs: PackReader,
    private readonly clocks: NoticeClocks,
  ) {}

  /** Locks the case and reads all that decides about it. Throws `not-found` outside the territory. */
  lock(id: CaseId): Promise<LoadedCase> {
    return this.load(sql.lockCase, id);
  }

  /** The same without a lock, for pages. */
  read(id: CaseId): Promise<LoadedCase> {
    return this.load(sql.findCase, id);
  }

  /** Writes the movable part of a case. Throws `stale-version` when it was not read under the lock. */
  async save(kase: LoadedCase, changes: Partial<CaseRow>): Promise<LoadedCase> {
    const changed = { ...kase.row, ...changes };
    const saved = await this.db.maybeOne<{ version: number }>(sql.updateCase, [JSON.stringify(changed), kase.row.version]);
    if (!saved) throw problem('stale-version', { yourVersion: kase.row.version });
    const row = { ...changed, version: saved.version };
    const notice = changed.current_step === kase.row.current_step ? kase.state.notice : null;
    const state = { ...kase.state, status: row.status, step: row.current_step, assignedTo: row.assigned_to, openObjections: row.open_objections, notice };
    await this.writeTodo(row, state);
    return { ...kase, row, state };
  }

  /** Appends to the log and books the duty. Throws `case.four-eyes` when the actor has filled another step. */
  async record(row: CaseRow, event: CaseEvent): Promise<void> {
    const { actor, now } = currentContext();
    if (event.duty !== null) await this.bookDuty(row, event.duty);
    const entry = {
      ...keyOf(row), id: uuidV7(), household_id: row.household_id, seq: 0, step: event.step, action: event.action, actor_id: actor.userId, actor_name: actor.name,
      actor_role: actor.role, unit: actor.division, opinion: event.opinion ?? null, fields: event.fields ?? null, to_step: event.toStep ?? null,
      evidence: event.evidence ?? null, facts_hash: event.factsHash ?? null, payload: event.payload ?? null, at: now,
    };
    await this.db.query(sql.insertEvent, [JSON.stringify(entry), row.county_code, row.id]);
  }

  /** Rewrites whom the case waits for. */
  async writeTodo(row: CaseRow, state: CaseState): Promise<void> {
    await this.db.query(sql.clearTodo, [row.county_code, row.id]);
    const todo = expectedHands(state).map(({ role, division }) => ({ ...keyOf(row), id: uuidV7(), role, division_code: division, step: row.current_step, entered_at: row.entered_at }));
    if (todo.length > 0) await this.db.query(sql.insertTodo, [JSON.stringify(todo)]);
  }

  private async bookDuty(row: CaseRow, step: string): Promise<void> {
    const { actor, now } = currentContext();
    await this.db.query(sql.insertDuty, [JSON.stringify({ ...keyOf(row), id: uuidV7(), user_id: actor.userId, step, at: now })]);
    const duties = await this.db.query<DutyRow>(sql.dutiesOf, [row.county_code, row.id]);
    const mine = duties.find((duty) => duty.user_id === actor.userId);
    if (mine?.step !== step) throw problem('case.four-eyes', { step: mine?.step });
  }

  private async load(query: string, id: CaseId): Promise<LoadedCase> {
    const key = [id.countyCode, id.id];
    const row = await this.db.maybeOne<CaseRow>(query, key);
    if (!row) throw problem('not-found');
    const pack = await this.packs.byVersion(row.pack_id);
    const duties = await this.db.query<DutyRow>(sql.dutiesOf, key);
    const notices = await this.db.query<NoticeRow>(sql.noticesOf, key);
    const objections = await this.db.query<ObjectionRow>(sql.objectionsOf, key);
    const state: CaseState = {
      pack, status: row.status, step: row.current_step, division: row.division_code, startedBy: row.started_by, assignedTo: row.assigned_to,
      duties: duties.map((duty) => ({ userId: duty.user_id, step: duty.step })),
      openObjections: objections.filter((objection) => objection.state === 'OPEN').length,
      notice: await this.noticeState(row, notices, objections),
      everNoticed: notices.some((notice) => notice.state !== 'VOID'),
    };
    return { row, pack, state: { ...state, step: stepOf(pack, row.current_step)?.code ?? null }, notices, objections };
  }

  private async noticeState(row: CaseRow, notices: readonly NoticeRow[], objections: readonly ObjectionRow[]): Promise<CaseState['notice']> {
    const running = notices.find((notice) => notice.step === row.current_step && (notice.state === 'RUNNING' || notice.state === 'PAUSED'));
    if (!running) return null;
    const { complete } = await this.clocks.clock(running, objections, currentContext().today);
    return { complete };
  }
}

/** The columns that every part of a case shares. */
export function keyOf(row: CaseRow): { county_code: string; village_code: string; case_id: string } {
  return { county_code: row.county_code, village_code: row.village_code, case_id: row.id };
}
