import { Injectable } from '@nestjs/common';
import { codeLengths, directRoute, problem, type DirectRoute, type LoggedMove, type PackStep } from '#domain';
import { currentContext, Db } from '#platform';
import { restoreNotices } from '../notice/notice.queries.js';
import { PosterWriter } from '../notice/poster-writer.js';
import { CaseFacts, changedFacts, type FactsPassed } from './case-facts.js';
import type { CaseRow, EventRow, NoticeRow, SnapshotRow } from './case-rows.js';
import * as sql from './case.queries.js';
import type { LoadedCase } from './loaded-case.js';

/** What a return set aside; what the direct way takes up again. Written into the event of the return. */
export interface SetAside {
  readonly meetings: readonly string[];
  /** Notices that had run their time, with the last day on which they hung. */
  readonly notices: readonly { readonly id: string; readonly closesOn: string | null }[];
}

export interface Straight {
  readonly to: PackStep;
  readonly payload: { readonly direct: true; readonly over: readonly string[] };
  /** The case is in the hands of whoever returned it, as long as they still may fill the step. */
  readonly changes: Pick<CaseRow, 'assigned_to' | 'assigned_name'>;
}

/**
 * 直达退回人: a corrected case goes straight back to whoever returned it, over steps that were passed before and whose findings still
 * hold. Facts and the content of notices are compared now; when anything differs, the case goes step by step.
 */
@Injectable()
export class DirectReturns {
  constructor(
    private readonly db: Db,
    private readonly facts: CaseFacts,
    private readonly posters: PosterWriter,
  ) {}

  /** The direct way that the log of the case leaves open; null when no return waits for an answer. */
  route({ pack, row }: Pick<LoadedCase, 'pack' | 'row'>, events: readonly EventRow[]): DirectRoute | null {
    return directRoute(pack, row.current_step, events.map(logged));
  }

  /** Takes the direct way with what the current step has just passed. Throws `case.no-return`, `case.not-direct`. */
  async take(kase: LoadedCase, passed: FactsPassed): Promise<Straight> {
    const { row } = kase;
    const events = await this.db.query<EventRow>(sql.eventsOf, [row.county_code, row.id]);
    const route = this.route(kase, events);
    if (!route) throw problem('case.no-return');
    if (route.refused) throw notDirect(route.refused);
    await this.requireSameFacts(kase, passed);
    await this.takeUp(kase, route.over, setAsideBy(events));
    return { to: route.to, payload: { direct: true, over: route.over.map(({ code }) => code) }, changes: await this.returner(row, route) };
  }

  private async requireSameFacts(kase: LoadedCase, { assessed }: FactsPassed): Promise<void> {
    const { row } = kase;
    if (row.facts_hash === null || row.snapshot_id === null) return;
    const now = assessed ?? (await this.facts.look(kase));
    if (now.factsHash === row.facts_hash) return;
    const pinned = await this.db.one<SnapshotRow>(sql.snapshotById, [row.county_code, row.snapshot_id]);
    throw notDirect({ zh: '核实之后情况已有变化', en: 'the facts have changed since they were verified' }, { changes: changedFacts(pinned.facts, now.facts) });
  }

  /** Meetings and notices of the steps between hold again. A notice must say today what it said when it hung. */
  private async takeUp(kase: LoadedCase, over: readonly PackStep[], aside: SetAside): Promise<void> {
    const { county_code, id } = kase.row;
    const hung = over.filter(({ kind }) => kind === 'notice').map((step) => ({ step, notice: hungAt(kase, step, aside) }));
    const missing = hung.find(({ notice }) => notice === null);
    if (missing) throw notDirect({ zh: `“${missing.step.name.zh}”须重新公示`, en: `"${missing.step.name.en}" has to hang again` });
    const poster = hung.length === 0 ? null : await this.posters.write(kase.row);
    const other = hung.find(({ notice }) => notice && (notice.poster_name !== poster?.poster_name || notice.poster_village !== poster.poster_village || notice.poster_head_count !== poster.poster_head_count));
    if (other) throw notDirect({ zh: `“${other.step.name.zh}”公示的内容已有变化`, en: `what "${other.step.name.en}" showed has changed` });
    const again = aside.notices.filter((notice) => hung.some((shown) => shown.notice?.id === notice.id));
    await this.db.query(restoreNotices, [county_code, id, JSON.stringify(again)]);
    await this.db.query(sql.restoreMeetings, [county_code, id, over.map(({ code }) => code), aside.meetings]);
  }

  private async returner(row: CaseRow, { to, returnedBy }: DirectRoute): Promise<Straight['changes']> {
    const divisions = to.hands.map(({ level }) => row.division_code.slice(0, codeLengths[level]));
    const user = await this.db.maybeOne<{ display_name: string }>(sql.fittingUser, [returnedBy, to.hands.map(({ role }) => role), divisions, currentContext().today]);
    return user ? { assigned_to: returnedBy, assigned_name: user.display_name } : { assigned_to: null, assigned_name: null };
  }
}

function logged(event: EventRow): LoggedMove {
  return {
    step: event.step, action: event.action, toStep: event.to_step, fields: event.fields, actorId: event.actor_id, actorName: event.actor_name,
    sentBack: event.payload?.['result'] === 'UPHELD_RETURN',
  };
}

/** Returns of an earlier release did not write down what they set aside: then nothing can be taken up. */
function setAsideBy(events: readonly EventRow[]): SetAside {
  const aside = events.filter(({ action }) => action === 'return').at(-1)?.payload?.['setAside'] as SetAside | undefined;
  return aside ?? { meetings: [], notices: [] };
}

function hungAt({ notices }: LoadedCase, step: PackStep, aside: SetAside): NoticeRow | null {
  return notices.find((notice) => notice.step === step.code && notice.closed_on !== null && aside.notices.some(({ id }) => id === notice.id)) ?? null;
}

function notDirect({ zh, en }: { zh: string; en: string }, more: Record<string, unknown> = {}): Error {
  return problem('case.not-direct', { because: zh, becauseEn: en, ...more });
}
