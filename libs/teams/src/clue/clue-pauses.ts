import { Injectable } from '@nestjs/common';
import { problem, uuidV7, type CaseId } from '#domain';
import { currentContext, Db } from '#platform';
import * as sql from './clue-pause.queries.js';
import { lockClue, type ClueRow } from './clue.queries.js';

/** Days of a clue that do not count: it waits for something outside the office, and somebody has said for what. */
@Injectable()
export class CluePauses {
  constructor(private readonly db: Db) {}

  /** @throws `clue.settled`, `clue.paused` with the reason given, `not-found` */
  async pause(id: CaseId, reason: string): Promise<void> {
    const clue = await this.open(id);
    const running = await this.db.maybeOne<sql.CluePauseRow>(sql.runningPause, [id.countyCode, id.id]);
    if (running) throw problem('clue.paused', { reason: running.reason, by: running.paused_by_name, on: running.paused_on });
    const { actor, now, today } = currentContext();
    await this.db.query(sql.insertPause, [JSON.stringify({
      county_code: id.countyCode, id: uuidV7(), village_code: clue.village_code, clue_id: id.id, household_id: clue.household_id, reason: reason.trim(),
      paused_on: today, paused_by: actor.userId, paused_by_name: actor.name, paused_at: now, version: 1,
    })]);
  }

  /** From today on the days count again. @throws `clue.settled`, `clue.not-paused`, `not-found` */
  async resume(id: CaseId): Promise<void> {
    await this.open(id);
    if (!(await this.end(id))) throw problem('clue.not-paused');
  }

  /** Ends a running pause; true when there was one. */
  async end(id: CaseId): Promise<boolean> {
    const { actor, today } = currentContext();
    return (await this.db.maybeOne(sql.endPause, [id.countyCode, id.id, today, actor.userId, actor.name])) !== null;
  }

  /** Pauses of these clues, by `<county>/<id>`, the first one first. */
  async of(clues: readonly ClueRow[]): Promise<Map<string, sql.CluePauseRow[]>> {
    const pauses = new Map<string, sql.CluePauseRow[]>();
    if (clues.length === 0) return pauses;
    const rows = await this.db.query<sql.CluePauseRow>(sql.pausesOf, [[...new Set(clues.map((clue) => clue.county_code))], clues.map(({ id }) => id)]);
    for (const row of rows) pauses.set(keyOf(row.county_code, row.clue_id), [...(pauses.get(keyOf(row.county_code, row.clue_id)) ?? []), row]);
    return pauses;
  }

  private async open(id: CaseId): Promise<ClueRow> {
    const clue = await this.db.maybeOne<ClueRow>(lockClue, [id.countyCode, id.id]);
    if (!clue) throw problem('not-found');
    if (clue.status === 'SETTLED') throw problem('clue.settled');
    return clue;
  }
}

export const keyOf = (county: string, id: string): string => `${county}/${id}`;
