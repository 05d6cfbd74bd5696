import { Injectable } from '@nestjs/common';
import { parseCaseId, type CaseId } from '#domain';
import { Db, type Html } from '#platform';
import { CaseReader } from '../case/case-reader.js';
import { caseForm } from './case-form.js';
import * as sql from './print.queries.js';

/** 审批表 of a case. */
@Injectable()
export class CaseForms {
  constructor(
    private readonly db: Db,
    private readonly cases: CaseReader,
  ) {}

  /** @throws `not-found` */
  async form(id: CaseId): Promise<{ name: string; sheet: Html }> {
    const kase = await this.cases.detail(id);
    const household = kase.subjectKind === 'household' ? parseCaseId(kase.subjectId) : undefined;
    const members = household ? await this.db.query<sql.FormMember>(sql.membersOfForm, [household.countyCode, household.id]) : [];
    return { name: `审批表-${kase.subjectName}-${kase.year}`, sheet: caseForm(kase, members) };
  }
}
