import { Injectable } from '@nestjs/common';
import { codeRange, contains, formatCaseId, isDivisionCode, problem, sampleDivision, type FrameUnit, type SamplePlan, type SampleUnitKind } from '#domain';
import { currentContext, Db } from '#platform';
import * as sql from './frame.queries.js';

export interface FrameQuestion {
  readonly question: Record<string, unknown>;
  readonly unit: SampleUnitKind;
  readonly plan: SamplePlan;
  readonly year: number;
}

/** Reads the frame of a sample: the households or villages that a question answers with, in the running transaction. */
@Injectable()
export class FrameReader {
  constructor(private readonly db: Db) {}

  /** Division that the question is about. @throws `division-outside` */
  divisionOf(question: Record<string, unknown>): string {
    const division = sampleDivision(question);
    const { scope } = currentContext().actor;
    if (division === null || !isDivisionCode(division) || scope === null || !contains(scope, division)) throw problem('sample.plan', { field: 'question.division' });
    return division;
  }

  /** @throws `sample.frame-unusable` */
  async read({ question, unit, plan, year }: FrameQuestion): Promise<FrameUnit[]> {
    const { from, to } = codeRange(this.divisionOf(question));
    const rows = await this.db.query<sql.FrameRow>(sql.householdsOf, [from, to]);
    if (unit === 'village') return this.villages(rows, year);
    const incidence = plan.method === 'cluster' && plan.clusterChoice === 'hardest' ? await this.incidence([...new Set(rows.map(({ village_code: village }) => village))], year) : null;
    return rows.map((row) => ({
      id: formatCaseId(row.county_code, row.id), village: row.village_code,
      strata: { status: row.status, ...(plan.method === 'pps' ? { memberCount: String(row.member_count) } : {}), ...(incidence ? { incidenceBp: incidence.get(row.village_code) ?? '' } : {}) },
    }));
  }

  private async villages(rows: readonly sql.FrameRow[], year: number): Promise<FrameUnit[]> {
    const sizes = new Map<string, number>();
    for (const { village_code: village } of rows) sizes.set(village, (sizes.get(village) ?? 0) + 1);
    const incidence = await this.incidence([...sizes.keys()], year);
    return [...sizes].map(([village, size]) => ({ id: village, village, strata: { size: String(size), incidenceBp: incidence.get(village) ?? '' } }));
  }

  /** Incidence of poverty of villages in basis points; missing where nobody recorded how many live there. */
  private async incidence(villages: readonly string[], year: number): Promise<Map<string, string>> {
    const rows = await this.db.query<{ village_code: string; incidence_bp: number }>(sql.incidenceOf, [villages, year]);
    return new Map(rows.map(({ village_code: village, incidence_bp: bp }) => [village, String(bp)]));
  }
}
