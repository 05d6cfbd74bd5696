import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { codeRange, contains, countyCodeOf, formatCaseId, isCalendarDate, padVillageCode, problem, uuidV7 } from '#domain';
import { currentContext, Db, decodeCursor, toPage, type Page } from '#platform';
import { logRow } from './finding-log.js';
import * as sql from './finding-list.queries.js';
import { insertEvents } from './finding.queries.js';
import { uuidCursor } from './finding-reader.js';

export interface DrawInput {
  readonly division: string;
  readonly closedFrom: string;
  readonly closedTo: string;
  readonly size: number;
  /** Minted here without it. */
  readonly seed?: string | undefined;
  readonly lookBackOn: string;
}

/** Sorted by the hash of seed and number, the first are drawn: anybody can draw the same again. */
const ALGORITHM = 'sha256-order/1';
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Which closed findings are looked at again is drawn, not chosen. */
@Injectable()
export class LookBacks {
  constructor(private readonly db: Db) {}

  /** @throws `not-found` outside the territory, `finding.look-back-day`, `finding.draw-empty`, `validation` */
  async draw(input: DrawInput): Promise<sql.DrawRow> {
    const { actor, now, today } = currentContext();
    if (actor.scope === null || !contains(actor.scope, input.division)) throw problem('not-found');
    if (!isCalendarDate(input.lookBackOn) || input.lookBackOn <= today) throw problem('finding.look-back-day');
    for (const field of ['closedFrom', 'closedTo'] as const) if (!isCalendarDate(input[field])) throw problem('validation', { fields: [{ field, faults: ['date'] }] });
    const { from, to } = codeRange(input.division);
    const frame = await this.db.query<{ county_code: string; id: string; village_code: string }>(sql.lookBackFrame, [from, to, input.closedFrom, input.closedTo]);
    if (frame.length === 0) throw problem('finding.draw-empty');
    const seed = input.seed?.trim() || randomBytes(8).toString('hex');
    const keyed = frame.map((row) => ({ ...row, key: formatCaseId(row.county_code, row.id) })).sort((a, b) => (a.key < b.key ? -1 : 1));
    const drawn = [...keyed].sort((a, b) => (sha256(`${seed}\n${a.key}`) < sha256(`${seed}\n${b.key}`) ? -1 : 1)).slice(0, input.size);
    const row = {
      county_code: countyCodeOf(padVillageCode(input.division)), id: uuidV7(), village_code: padVillageCode(input.division), division_code: input.division,
      closed_from: input.closedFrom, closed_to: input.closedTo, seed, algorithm: ALGORITHM, frame_size: frame.length, frame_sha256: sha256(keyed.map(({ key }) => `${key}\n`).join('')),
      size: drawn.length, look_back_on: input.lookBackOn, drawn_by: actor.userId, drawn_by_name: actor.name, drawn_at: now,
    };
    await this.db.query(sql.insertDraw, [JSON.stringify(row)]);
    for (const county of new Set(drawn.map((one) => one.county_code))) {
      await this.db.query(sql.planLookBacks, [county, drawn.filter((one) => one.county_code === county).map(({ id }) => id), input.lookBackOn, row.id]);
    }
    const entries = drawn.map((one) => logRow(one, { action: 'PLAN_LOOK_BACK', from: 'CLOSED', to: 'CLOSED', payload: { draw: row.id, seed, lookBackOn: input.lookBackOn } }));
    await this.db.query(insertEvents, [JSON.stringify(entries)]);
    return row;
  }

  /** Draws of the territory, the newest first. */
  async list({ cursor, limit }: { cursor?: string; limit: number }): Promise<Page<sql.DrawRow>> {
    const { scope } = currentContext().actor;
    if (scope === null) return { items: [], nextCursor: null };
    const { from, to } = codeRange(scope);
    const rows = await this.db.query<sql.DrawRow>(sql.listDraws, [from, to, uuidCursor(decodeCursor(cursor, ['string'])?.[0]), limit + 1]);
    return toPage(rows, limit, (row) => [row.id], (row) => row);
  }
}
