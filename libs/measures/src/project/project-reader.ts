import { Injectable } from '@nestjs/common';
import { problem, type CaseId } from '#domain';
import { Db, toPage, type Page } from '#platform';
import { HelpEvents } from '../shared/help-events.js';
import type { HelpEventRow } from '../shared/help-events.queries.js';
import { listKey, listRange, type ListQuestion } from '../shared/list-range.js';
import { walkInOrder } from '../shared/list.queries.js';
import { ProjectNotices, type NoticeState } from './project-notices.js';
import * as sql from './project.queries.js';

export type ProjectWithSums = sql.ProjectRow & sql.ProjectSums;
export interface ProjectDetail {
  readonly project: ProjectWithSums;
  readonly budget: readonly sql.BudgetRow[];
  readonly beneficiaries: readonly sql.BeneficiaryRow[];
  readonly notices: readonly NoticeState[];
  readonly progress: readonly sql.ProgressRow[];
  readonly expenses: readonly sql.ExpenseRow[];
  readonly events: readonly HelpEventRow[];
}

/** Read model of the project library. */
@Injectable()
export class ProjectReader {
  constructor(
    private readonly db: Db,
    private readonly notices: ProjectNotices,
    private readonly events: HelpEvents,
  ) {}

  async page(question: ListQuestion & { year?: number; status?: string }): Promise<Page<ProjectWithSums>> {
    const range = listRange(question);
    if (range === null) return { items: [], nextCursor: null };
    await this.db.query(walkInOrder);
    const rows = await this.db.query<ProjectWithSums>(sql.listProjects, [...range, question.year ?? null, question.status ?? null]);
    return toPage(rows, question.limit, listKey, (row) => row);
  }

  async card(id: CaseId): Promise<ProjectWithSums> {
    const row = await this.db.maybeOne<ProjectWithSums>(sql.findProject, [id.countyCode, id.id]);
    if (!row) throw problem('not-found');
    return row;
  }

  async detail(id: CaseId): Promise<ProjectDetail> {
    const project = await this.card(id);
    const key = [id.countyCode, id.id];
    return {
      project,
      budget: await this.db.query<sql.BudgetRow>(sql.budgetOf, key),
      beneficiaries: await this.db.query<sql.BeneficiaryRow>(sql.beneficiariesOf, key),
      notices: await this.notices.states(id),
      progress: await this.db.query<sql.ProgressRow>(sql.progressOf, key),
      expenses: await this.db.query<sql.ExpenseRow>(sql.expensesOf, key),
      events: await this.events.of(project),
    };
  }
}
