import { Injectable } from '@nestjs/common';
import { problem, type CaseId } from '#domain';
import { Db, toPage, type Page } from '#platform';
import { caseIdOf } from '../shared/expected.js';
import { HelpEvents } from '../shared/help-events.js';
import type { HelpEventRow } from '../shared/help-events.queries.js';
import { listKey, listRange, type ListQuestion } from '../shared/list-range.js';
import { walkInOrder } from '../shared/list.queries.js';
import * as sql from './assignment.queries.js';
import type { ShownAssignment } from './assignment.queries.js';

export interface AssignmentQuestion extends ListQuestion {
  readonly status?: string;
  readonly year?: number;
  readonly measureCode?: string;
  readonly projectId?: string;
}

/** Read model of assignments. */
@Injectable()
export class AssignmentReader {
  constructor(
    private readonly db: Db,
    private readonly events: HelpEvents,
  ) {}

  async page(question: AssignmentQuestion): Promise<Page<ShownAssignment>> {
    const range = listRange(question);
    if (range === null) return { items: [], nextCursor: null };
    const project = question.projectId === undefined ? null : caseIdOf(question.projectId).id;
    await this.db.query(walkInOrder);
    const rows = await this.db.query<ShownAssignment>(sql.listAssignments, [...range, question.status ?? null, question.year ?? null, question.measureCode ?? null, project]);
    return toPage(rows, question.limit, listKey, (row) => row);
  }

  /** Everything that was ever planned for a household, newest first; at most 500. */
  ofHousehold(id: CaseId): Promise<ShownAssignment[]> {
    return this.db.query<ShownAssignment>(sql.assignmentsOfHousehold, [id.countyCode, id.id]);
  }

  async one(id: CaseId): Promise<{ row: ShownAssignment; events: readonly HelpEventRow[] }> {
    const row = await this.db.maybeOne<ShownAssignment>(sql.findAssignment, [id.countyCode, id.id]);
    if (!row) throw problem('not-found');
    return { row, events: await this.events.of(row) };
  }
}
