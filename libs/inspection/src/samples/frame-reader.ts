import { Injectable } from '@nestjs/common';
import { codeRange, contains, formatCaseId, isDivisionCode, placeStrata, problem, sampleDivision, type FrameUnit, type SamplePlan, type SampleUnitKind } from '#domain';
import { currentContext, Db } from '#platform';
import { QuestionRows } from '../questions/index.js';
import * as sql from './frame.queries.js';

export interface FrameQuestion {
  readonly question: Record<string, unknown>;
  readonly unit: SampleUnitKind;
  readonly plan: SamplePlan;
  /** Year of the facts of villages. */
  readonly year: number;
}

/** Values that the frame brings itself: incidence of a village, its number of households, persons of a household. */
const own = ['incidenceBp', 'size', 'memberCount'];

/** Reads the frame of a sample: the households or villages that a question answers with, in the running transaction. */
@Injectable()
export class FrameReader {
  constructor(
    private readonly db: Db,
    private readonly rows: QuestionRows,
  ) {}

  /** Division that the question is about; the own territory without one. @throws `sample.plan` outside the territory */
  divisionOf(question: Record<string, unknown>): string {
    const { scope } = currentContext().actor;
    const division = sampleDivision(question) ?? scope;
    if (division === null || !isDivisionCode(division) || scope === null || !contains(scope, division)) throw problem('sample.plan', { field: 'question.division' });
    return division;
  }

  /** @throws `question.invalid`, `sample.frame-unusable` */
  async read(asked: FrameQuestion): Promise<FrameUnit[]> {
    const division = this.divisionOf(asked.question);
    const { plan, unit, year } = asked;
    if (unit === 'village') return this.villages(asked);
    const units = await this.households(asked);
    if (plan.method === 'pps' && plan.sizeBy === 'memberCount') return this.withPersons(units, division);
    const byVillage = plan.method === 'cluster' && plan.clusterChoice === 'hardest' && (plan.hardestBy ?? 'incidenceBp') === 'incidenceBp';
    const byIncidence = plan.stratifyBy === 'hardest' && (plan.hardestBy ?? 'incidenceBp') === 'incidenceBp';
    if (!byVillage && !byIncidence) return units;
    const incidence = await this.incidence([...new Set(units.map(({ village }) => village))], year);
    return units.map((one) => ({ ...one, strata: { ...one.strata, incidenceBp: incidence.get(one.village) ?? '' } }));
  }

  private async households({ question, plan }: FrameQuestion): Promise<FrameUnit[]> {
    const strata = fieldsOf(plan);
    const units = new Map<string, FrameUnit>();
    for await (const batch of this.rows.keys(question, { strata })) {
      for (const row of batch) {
        if (row.householdId === null) throw problem('sample.frame-unusable');
        const id = formatCaseId(row.countyCode, row.householdId);
        // Several rows of one household (members, visits): the household is drawn once, by its first row.
        if (!units.has(id)) units.set(id, { id, village: row.villageCode, strata: row.strata });
      }
    }
    return [...units.values()];
  }

  private async villages({ question, plan, year }: FrameQuestion): Promise<FrameUnit[]> {
    const found = new Map<string, { rows: number; strata: Record<string, string> }>();
    for await (const batch of this.rows.keys(question, { strata: fieldsOf(plan) })) {
      for (const { villageCode, strata } of batch) {
        const village = found.get(villageCode);
        if (village) village.rows += 1;
        else found.set(villageCode, { rows: 1, strata });
      }
    }
    const incidence = await this.incidence([...found.keys()], year);
    return [...found].map(([village, { rows, strata }]) => ({ id: village, village, strata: { ...strata, size: String(rows), incidenceBp: incidence.get(village) ?? '' } }));
  }

  /** Incidence of poverty of villages in basis points; missing where nobody recorded how many live there. */
  private async incidence(villages: readonly string[], year: number): Promise<Map<string, string>> {
    const rows = await this.db.query<{ village_code: string; incidence_bp: number }>(sql.incidenceOf, [villages, year]);
    return new Map(rows.map(({ village_code: village, incidence_bp: bp }) => [village, String(bp)]));
  }

  private async withPersons(units: readonly FrameUnit[], division: string): Promise<FrameUnit[]> {
    const { from, to } = codeRange(division);
    const rows = await this.db.query<sql.PersonsRow>(sql.personsOf, [from, to]);
    const persons = new Map(rows.map(({ county_code: county, id, member_count: count }) => [formatCaseId(county, id), String(count)]));
    return units.map((one) => ({ ...one, strata: { ...one.strata, memberCount: persons.get(one.id) ?? '' } }));
  }
}

/** Fields of the question that the plan names. */
function fieldsOf(plan: SamplePlan): string[] {
  const named = [plan.method === 'stratified' ? plan.stratifyBy : undefined, plan.hardestBy, plan.method === 'pps' ? plan.sizeBy : undefined];
  return [...new Set(named.filter((name) => name !== undefined && name !== 'hardest' && !(name in placeStrata) && !own.includes(name)))] as string[];
}
