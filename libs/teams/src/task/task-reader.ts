import { Injectable } from '@nestjs/common';
import { isCalendarDate, parseCaseId, possibleTaskActions, problem, type CaseId, type TaskAction } from '#domain';
import { DivisionReader } from '#divisions';
import { currentContext, Db, decodeCursor, toPage, type Page } from '#platform';
import { territoryOf } from '../shared.dto.js';
import { walkInOrder } from '../walk-in-order.js';
import * as list from './task-list.queries.js';
import type { ListedTaskRow } from './task-list.queries.js';
import { eventsOf, findTask, type TaskEventRow } from './task.queries.js';

export interface TaskFilter {
  readonly division?: string;
  readonly household?: string;
  readonly mine?: boolean;
  readonly box?: 'open' | 'verified' | 'all';
  readonly status?: string;
  readonly dueBy?: string;
  readonly cursor?: string;
  readonly limit: number;
}

export interface ListedTask {
  readonly row: ListedTaskRow;
  readonly villageName: string;
  readonly today: string;
}

export interface TaskDetail extends ListedTask {
  readonly events: readonly TaskEventRow[];
  readonly actions: readonly TaskAction[];
}

/** What others may ask about tasks. Runs in the transaction of the caller. */
@Injectable()
export class TaskReader {
  constructor(
    private readonly db: Db,
    private readonly divisions: DivisionReader,
  ) {}

  /** Tasks of a division by village and deadline; mine or a household's by deadline. @throws `validation` */
  async page(filter: TaskFilter): Promise<Page<ListedTask>> {
    const { actor, today } = currentContext();
    if (filter.dueBy !== undefined && !isCalendarDate(filter.dueBy)) throw problem('validation', { fields: [{ field: 'dueBy', faults: ['date'] }] });
    const common = [filter.status ?? null, filter.dueBy ?? null, filter.limit + 1];
    await this.db.query(walkInOrder);
    if (filter.household !== undefined || filter.mine) {
      const household = filter.household === undefined ? null : parseCaseId(filter.household);
      const cursor = decodeCursor(filter.cursor, ['string', 'string']) ?? [null, null];
      const rows = household
        ? await this.db.query<ListedTaskRow>(list.tasksOfHousehold, [...common, ...cursor, household.countyCode, household.id])
        : await this.db.query<ListedTaskRow>(list.tasksOfOwner, [...common, ...cursor, actor.userId]);
      const named = await this.named(rows);
      return toPage(rows, filter.limit, (row) => [row.due_on, row.id], (row) => ({ row, today, villageName: named(row) }));
    }
    const territory = territoryOf(filter.division);
    if (!territory) return { items: [], nextCursor: null };
    const cursor = decodeCursor(filter.cursor, ['string', 'string', 'string']) ?? [null, null, null];
    const rows = await this.db.query<ListedTaskRow>(list.tasksOfDivision[filter.box ?? 'open'], [...common, territory.from, territory.to, territory.county, ...cursor]);
    const named = await this.named(rows);
    return toPage(rows, filter.limit, (row) => [row.village_code, row.due_on, row.id], (row) => ({ row, today, villageName: named(row) }));
  }

  /** A task with its log. @throws `not-found` */
  async detail(id: CaseId): Promise<TaskDetail> {
    const { actor, today } = currentContext();
    const row = await this.db.maybeOne<ListedTaskRow>(findTask, [id.countyCode, id.id]);
    if (!row) throw problem('not-found');
    const events = await this.db.query<TaskEventRow>(eventsOf, [id.countyCode, id.id]);
    const named = await this.named([row]);
    return { row, today, events, actions: possibleTaskActions({ status: row.status, doneBy: row.done_by }, actor.userId), villageName: named(row) };
  }

  private async named(rows: readonly ListedTaskRow[]): Promise<(row: ListedTaskRow) => string> {
    const names = await this.divisions.fullNames(rows.map((row) => row.village_code));
    return (row) => names.get(row.village_code) ?? row.village_code;
  }
}
