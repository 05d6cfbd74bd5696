import { Injectable } from '@nestjs/common';
import { isCalendarDate, problem, type CaseId } from '#domain';
import { currentContext, Db, decodeCursor, toPage, type Page } from '#platform';
import { findHousehold } from '../household/household.queries.js';
import * as sql from './history.queries.js';
import { StateReader, type HouseholdState } from './state-reader.js';

export interface TimelineEntry extends sql.TimelineRow {
  /** Whom or which year it is about; null for the household itself. */
  readonly subject: string | null;
}

export interface History extends Page<TimelineEntry> {
  /** The household at the moment asked for. */
  readonly state: (HouseholdState & { readonly at: Date }) | null;
}

/** Timeline of a household, and its state at any recorded time. Shows what the reader's territory held then. */
@Injectable()
export class HistoryReader {
  constructor(
    private readonly db: Db,
    private readonly states: StateReader,
  ) {}

  /** @param query.at a moment; the timeline then ends there and the state of that moment comes along */
  async read(id: CaseId, query: { at?: string; cursor?: string; limit: number }): Promise<History> {
    const key = [id.countyCode, id.id];
    if (!(await this.db.maybeOne(findHousehold, key))) throw problem('not-found');
    const at = query.at === undefined ? null : momentOf(query.at);
    const cursor = decodeCursor(query.cursor, ['string']);
    const rows = await this.db.query<sql.TimelineRow>(sql.timeline, [...key, at ?? currentContext().now, cursor?.[0] ?? null, query.limit + 1]);
    const people = await this.db.query<{ id: string; name: string }>(sql.memberNames, key);
    const years = await this.db.query<{ id: string; name: string }>(sql.memberOfYears, key);
    const names = new Map([...people, ...years].map((row) => [row.id, row.name]));
    const page = toPage(rows, query.limit, (row) => [row.id], (row) => ({ ...row, subject: subjectOf(row, names) }));
    return { ...page, state: at === null ? null : { ...(await this.states.at(id, at)), at } };
  }
}

/** A leap second and 30 February pass the syntax of a time, but nothing was recorded then. */
function momentOf(text: string): Date {
  const moment = new Date(text);
  if (Number.isNaN(moment.getTime()) || !isCalendarDate(text.slice(0, 10))) throw problem('validation', { fields: [{ field: 'at', faults: ['time'] }] });
  return moment;
}

function subjectOf(row: sql.TimelineRow, names: ReadonlyMap<string, string>): string | null {
  const year = row.payload.after?.['year'];
  const name = names.get(row.row_id);
  if (row.table_name === 'household_year') return `${String(year)}年`;
  if (row.table_name === 'member_year') return `${name ?? ''} ${String(year)}年`.trim();
  return row.table_name === 'member' ? (name ?? null) : null;
}
