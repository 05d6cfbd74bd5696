import { Injectable } from '@nestjs/common';
import { nextStatus, problem, projectMachine, projectStatusNames, type CaseId, type ProjectAction, type ProjectStatus } from '#domain';
import { currentContext, Db } from '#platform';
import { checkVersion, pastDay, realDay } from '../shared/expected.js';
import { HelpEvents } from '../shared/help-events.js';
import { HelpRows, touched } from '../shared/help-rows.js';
import type { ProjectActionInput, ProjectDecisionInput } from './project-input.js';
import { ProjectNotices } from './project-notices.js';
import { actionNames } from './project-words.js';
import * as sql from './project.queries.js';
import type { ProjectRow, ProjectSums } from './project.queries.js';

type Columns = Readonly<Record<string, unknown>>;

/** Moves a project through its states; every move is a row of its log. */
@Injectable()
export class ProjectFlow {
  constructor(
    private readonly db: Db,
    private readonly rows: HelpRows,
    private readonly events: HelpEvents,
    private readonly notices: ProjectNotices,
  ) {}

  /** @throws `stale-version`, `help.wrong-action`, and the reasons of the single action */
  async act(id: CaseId, input: ProjectActionInput): Promise<void> {
    const row = await this.lock(id, input.version);
    const to = this.target(row, input.action);
    const columns = await this.carryOut(row, input);
    await this.move(row, { action: input.action, to, reason: input.reason ?? input.opinion, columns });
  }

  /** Entry, refusal and acceptance: decisions of the county, never of whoever proposed the project. @throws `help.four-eyes` */
  async decide(id: CaseId, { decision, version, on, opinion, persons }: ProjectDecisionInput): Promise<void> {
    const row = await this.lock(id, version);
    const { actor, today } = currentContext();
    const to = this.target(row, decision);
    if (row.created_by === actor.userId) throw problem('help.four-eyes');
    const day = pastDay(on ?? today, 'on');
    let columns: Columns = {};
    if (decision === 'enter') {
      await this.requireFounded(row);
      columns = { entered_on: day };
    } else if (decision === 'accept') {
      if (!(await this.notices.completionWasPublic(row))) throw problem('project.completion-not-public');
      if (!persons || persons.length === 0) throw required('persons');
      columns = { accepted_on: day, acceptance_opinion: opinion, acceptance_members: persons };
    }
    await this.move(row, { action: decision, to, reason: opinion, columns });
  }

  private async lock(id: CaseId, version: number): Promise<ProjectRow> {
    const row = await this.rows.lock<ProjectRow>('project', id);
    checkVersion(row, version);
    return row;
  }

  private target(row: ProjectRow, action: ProjectAction): ProjectStatus {
    const status = row.status as ProjectStatus;
    const to = nextStatus(projectMachine, status, action);
    if (to === null) throw problem('help.wrong-action', { status: projectStatusNames[status].zh, action: actionNames[action] });
    return to;
  }

  private async move(row: ProjectRow, { action, to, reason, columns }: { action: string; to: string; reason?: string; columns: Columns }): Promise<void> {
    await this.rows.update('project', [{ ...columns, county_code: row.county_code, id: row.id, status: to, ...touched(row) }]);
    await this.events.append('project', [{ subject: row, action, from: row.status, to, reason: reason ?? null, payload: columns }]);
  }

  private async carryOut(row: ProjectRow, input: ProjectActionInput): Promise<Columns> {
    const day = pastDay(input.on ?? currentContext().today, 'on');
    switch (input.action) {
      case 'demonstrate':
        if (!input.opinion || !input.persons?.length) throw required('opinion, persons');
        return { demonstrated_on: day, demonstration_opinion: input.opinion, demonstration_experts: input.persons };
      case 'open_entry_notice':
        await this.requireFounded(row);
        await this.notices.open(row, 'ENTRY', { place: need(input.place, 'place'), content: row.content });
        return {};
      case 'close_entry_notice':
        await this.notices.close(row, 'ENTRY');
        return {};
      case 'contract':
        return this.contract(row, input, day);
      case 'start':
        return {};
      case 'complete':
        if (row.progress_percent < 100) throw problem('project.not-complete');
        return { completed_on: day };
      case 'open_completion_notice':
        await this.notices.open(row, 'COMPLETION', { place: need(input.place, 'place'), content: row.content });
        return {};
      case 'close_completion_notice':
        await this.notices.close(row, 'COMPLETION');
        return {};
      case 'cancel':
        if (!input.reason) throw problem('reason-required');
        return {};
    }
  }

  private async contract(row: ProjectRow, input: ProjectActionInput, day: string): Promise<Columns> {
    const contractFen = input.contractFen;
    if (contractFen === undefined) throw required('contractFen');
    const sums = await this.db.one<ProjectSums>(sql.findProject, [row.county_code, row.id]);
    if (contractFen > sums.budget_fen) throw problem('project.contract-over-budget');
    const [from, to] = [realDay(need(input.contractFrom, 'contractFrom'), 'contractFrom'), realDay(need(input.contractTo, 'contractTo'), 'contractTo')];
    if (to < from) throw problem('help.dates');
    return { contract_no: need(input.contractNo, 'contractNo'), contractor: need(input.contractor, 'contractor'), contract_fen: contractFen, contract_signed_on: day, contract_from: from, contract_to: to };
  }

  /** What the public is shown has a budget and somebody who benefits. */
  private async requireFounded(row: ProjectRow): Promise<void> {
    const sums = await this.db.one<ProjectSums>(sql.findProject, [row.county_code, row.id]);
    if (sums.budget_fen === 0) throw problem('project.budget-required');
    const { n } = await this.db.one<{ n: number }>(sql.countBeneficiaries, [row.county_code, row.id]);
    if (n === 0) throw problem('project.beneficiaries-required');
  }
}

const required = (fields: string) => problem('project.field-required', { fields });

function need(value: string | undefined, name: string): string {
  if (value === undefined) throw required(name);
  return value;
}
