import { Injectable } from '@nestjs/common';
import { DivisionReader } from '#divisions';
import { contains, draftProjectStatuses, problem, projectStatusNames, uuidV7, type CaseId, type ProjectStatus } from '#domain';
import { currentContext, Db, registerConstraints } from '#platform';
import { FundService } from '../fund/fund.service.js';
import { caseIdOf, checkVersion } from '../shared/expected.js';
import { HelpEvents } from '../shared/help-events.js';
import { HelpRows, touched } from '../shared/help-rows.js';
import { placeOf } from '../shared/place.js';
import { sameContent } from '../shared/same-content.js';
import type { BeneficiaryInput, BudgetInput, ProjectChange, ProjectInput } from './project-input.js';
import * as sql from './project.queries.js';
import type { ProjectRow } from './project.queries.js';

registerConstraints({ project_code_once: 'project.code-taken', project_beneficiary_once: 'help.rows-repeated', project_budget_once: 'help.rows-repeated' });

/** Proposes projects and keeps their content, budget and beneficiaries while they are not yet public. */
@Injectable()
export class ProjectService {
  constructor(
    private readonly db: Db,
    private readonly rows: HelpRows,
    private readonly events: HelpEvents,
    private readonly funds: FundService,
    private readonly divisions: DivisionReader,
  ) {}

  /** Proposes a project. The same id with the same content answers the same. @throws `project.code-taken`, `idempotency-mismatch` */
  async propose(input: ProjectInput): Promise<CaseId> {
    const place = placeOf(input.division);
    await this.divisions.requireValid(input.division);
    const row = {
      ...place, id: input.id ?? uuidV7(), code: input.code, name: input.name, category: input.category, year: input.year, content: input.content, nature: input.nature, estimate_fen: input.estimateFen,
    };
    const id = { countyCode: row.county_code, id: row.id };
    const known = input.id === undefined ? null : await this.rows.maybe<ProjectRow>('project', id);
    if (known) {
      if (!sameContent(known, row)) throw problem('idempotency-mismatch');
      return id;
    }
    await this.rows.insert('project', [{ ...row, status: 'PROPOSED', progress_percent: 0 }]);
    if (input.budget) await this.setBudget(row, input.budget);
    if (input.beneficiaries) await this.setBeneficiaries(row, input.beneficiaries);
    await this.events.append('project', [{ subject: row, action: 'propose', from: null, to: 'PROPOSED' }]);
    return id;
  }

  /** Edits a project that is not yet public. @throws `stale-version`, `help.wrong-action` once it is */
  async change(id: CaseId, version: number, change: ProjectChange): Promise<void> {
    const row = await this.rows.lock<ProjectRow>('project', id);
    checkVersion(row, version);
    if (!draftProjectStatuses.includes(row.status as ProjectStatus)) throw problem('help.wrong-action', { status: projectStatusNames[row.status as ProjectStatus].zh, action: '修改' });
    const { name = row.name, category = row.category, content = row.content, nature = row.nature, estimateFen = row.estimate_fen } = change;
    await this.rows.update('project', [{ county_code: row.county_code, id: row.id, name, category, content, nature, estimate_fen: estimateFen, ...touched(row) }]);
    if (change.budget) await this.setBudget(row, change.budget);
    if (change.beneficiaries) await this.setBeneficiaries(row, change.beneficiaries);
    await this.events.append('project', [{ subject: row, action: 'edit', from: row.status, to: row.status }]);
  }

  /** Budget by source; all budgets of a fund stay within its allocation. @throws `project.budget-over-fund` */
  private async setBudget(project: Pick<ProjectRow, 'county_code' | 'village_code' | 'id'>, budget: readonly BudgetInput[]): Promise<void> {
    const lines = budget.map((line) => ({ ...line, fund: caseIdOf(line.fundId) })).sort((a, b) => a.fund.id.localeCompare(b.fund.id));
    await this.db.query(sql.dropBudget, [project.county_code, project.id]);
    for (const { fund: id, amountFen } of lines) {
      if (id.countyCode !== project.county_code) throw problem('not-found');
      const fund = await this.funds.lock(id);
      const elsewhere = await this.db.one<{ fen: number }>(sql.budgetedElsewhere, [id.countyCode, id.id, project.id]);
      if (elsewhere.fen + amountFen > fund.allocated_fen) throw problem('project.budget-over-fund', { fund: fund.code });
    }
    await this.rows.insert('project_budget', lines.map(({ fund, amountFen }) => ({
      county_code: project.county_code, village_code: project.village_code, id: uuidV7(), project_id: project.id, fund_id: fund.id, amount_fen: amountFen,
    })));
  }

  /** Households and villages that benefit; each row lies in the village of its household. */
  private async setBeneficiaries(project: Pick<ProjectRow, 'county_code' | 'id'>, beneficiaries: readonly BeneficiaryInput[]): Promise<void> {
    const { scope } = currentContext().actor;
    const households = beneficiaries.flatMap(({ householdId, benefit }) => (householdId === undefined ? [] : [{ id: caseIdOf(householdId), benefit }]));
    if (households.some(({ id }) => id.countyCode !== project.county_code)) throw problem('not-found');
    const found = await this.db.query<{ id: string; village_code: string }>(sql.villagesOfHouseholds, [project.county_code, households.map(({ id }) => id.id)]);
    const villages = new Map(found.map((row) => [row.id, row.village_code]));
    const rows = beneficiaries.map(({ householdId, villageCode, benefit }) => {
      const id = householdId === undefined ? null : caseIdOf(householdId).id;
      const village = id === null ? villageCode : villages.get(id);
      if (village === undefined || !village.startsWith(project.county_code) || scope === null || !contains(scope, village)) throw problem('not-found');
      return { county_code: project.county_code, village_code: village, id: uuidV7(), project_id: project.id, household_id: id, benefit: benefit ?? null };
    });
    await this.db.query(sql.dropBeneficiaries, [project.county_code, project.id]);
    await this.rows.insert('project_beneficiary', rows);
  }
}
