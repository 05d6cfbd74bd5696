import { Injectable } from '@nestjs/common';
import {
  codeRange, contains, formatCaseId, hardnessFigures, isDivisionCode, placeStrata, problem, sampleDivision, strataOf, type FrameUnit, type HardnessFigure, type SamplePlan, type SampleUnitKind,
} from '#domain';
import { currentContext, Db } from '#platform';
import { QuestionFrames } from '../questions/index.js';
import * as sql from './frame.queries.js';

export interface FrameQuestion {
  readonly question: Record<string, unknown>;
  readonly unit: SampleUnitKind;
  readonly plan: SamplePlan;
  /** Year of the facts of villages. */
  readonly year: number;
}

/** Values that the frame brings itself: those of its village, and persons of a household. */
const own: readonly string[] = [...hardnessFigures, 'memberCount'];
/** Those that every village of a frame has. */
const ownOfVillages: readonly HardnessFigure[] = ['size', 'incidenceBp'];

/** Reads the frame of a sample: the households or villages that a question answers with, in the running transaction. */
@Injectable()
export class FrameReader {
  constructor(
    private readonly db: Db,
    private readonly frames: QuestionFrames,
  ) {}

  /** Division that the question is about; the own territory without one. @throws `sample.plan` outside the territory */
  divisionOf(question: Record<string, unknown>): string {
    const { scope } = currentContext().actor;
    const division = sampleDivision(question) ?? scope;
    if (division === null || !isDivisionCode(division) || scope === null || !contains(scope, division)) throw problem('sample.plan', { field: 'question.division' });
    return division;
  }

  /** @throws `question.invalid`, `sample.frame-unusable` */
  async read(asked: FrameQuestion): Promise<readonly FrameUnit[]> {
    const division = this.divisionOf(asked.question);
    const { plan, unit } = asked;
    if (unit === 'village') return this.villages(asked);
    const units = await this.households(asked);
    if (plan.method === 'pps' && plan.sizeBy === 'memberCount') return this.withPersons(units, division);
    return this.withFigures(units, asked);
  }

  /** Strata of the frame with the number of units in each, by name. @throws as {@link read} */
  async strata(asked: FrameQuestion): Promise<{ stratum: string; units: number }[]> {
    const { stratifyBy } = asked.plan;
    if (stratifyBy === undefined || stratifyBy === 'hardest') throw problem('sample.plan', { field: 'stratifyBy' });
    return strataOf(await this.read(asked), stratifyBy).map(([stratum, units]) => ({ stratum, units: units.length }));
  }

  private async households({ question, plan }: FrameQuestion): Promise<readonly FrameUnit[]> {
    const units = await this.frames.households(question, { strata: fieldsOf(plan) });
    if (units === null) throw problem('sample.frame-unusable');
    return units;
  }

  private async villages(asked: FrameQuestion): Promise<readonly FrameUnit[]> {
    const found = await this.frames.villages(asked.question, { strata: fieldsOf(asked.plan) });
    const units = found.map(({ village, rows, strata }) => ({ id: village, village, strata: { ...strata, size: String(rows) } }));
    const incidence = await this.figures('incidenceBp', units, asked.year);
    return this.withFigures(units.map((one) => ({ ...one, strata: { ...one.strata, incidenceBp: incidence.get(one.village) ?? '' } })), asked);
  }

  /** Adds the figure of its village to every unit where the plan calls villages hard by one. @throws `sample.plan` for a figure that villages do not have */
  private async withFigures(units: readonly FrameUnit[], { plan, unit, year }: FrameQuestion): Promise<readonly FrameUnit[]> {
    if (plan.stratifyBy !== 'hardest' && !(plan.method === 'cluster' && plan.clusterChoice === 'hardest')) return units;
    const name = plan.hardestBy ?? 'incidenceBp';
    const ofVillage = hardnessFigures.find((one) => one === name);
    // What the question knows is a value of its rows; a village is many of them.
    if (!ofVillage && (unit === 'village' || plan.method === 'cluster')) throw problem('sample.plan', { field: 'hardestBy' });
    if (!ofVillage || (unit === 'village' && ownOfVillages.includes(ofVillage))) return units;
    const figures = await this.figures(ofVillage, units, year);
    return units.map((one) => ({ ...one, strata: { ...one.strata, [ofVillage]: figures.get(one.village) ?? '' } }));
  }

  /** A figure of the villages of the frame; missing where nobody recorded it. Incidence is in basis points. */
  private async figures(figure: HardnessFigure, units: readonly FrameUnit[], year: number): Promise<Map<string, string>> {
    const villages = [...new Set(units.map(({ village }) => village))];
    if (figure === 'size') return new Map(strataOf(units, 'village').map(([village, of]) => [village, String(of.length)]));
    const [statement, params] = figure === 'openClues' ? [sql.openCluesOf, [villages]] : [figure === 'incidenceBp' ? sql.incidenceOf : sql.poorHouseholdsOf, [villages, year]];
    const rows = await this.db.query<{ village_code: string; figure: number }>(statement, params);
    return new Map(rows.map(({ village_code: village, figure: value }) => [village, String(value)]));
  }

  private async withPersons(units: readonly FrameUnit[], division: string): Promise<FrameUnit[]> {
    const { from, to } = codeRange(division);
    const persons = new Map<string, string>();
    for (const { county_code: county, keys, counts } of await this.db.query<sql.PersonsRow>(sql.personsOf, [from, to])) {
      const numbers = counts.split(',');
      keys.split(',').forEach((key, index) => persons.set(formatCaseId(county, key), numbers[index] ?? ''));
    }
    return units.map((one) => ({ ...one, strata: { ...one.strata, memberCount: persons.get(one.id) ?? '' } }));
  }
}

/** Fields of the question that the plan names. */
function fieldsOf(plan: SamplePlan): string[] {
  const named = [plan.method === 'stratified' ? plan.stratifyBy : undefined, plan.hardestBy, plan.method === 'pps' ? plan.sizeBy : undefined];
  return [...new Set(named.filter((name) => name !== undefined && name !== 'hardest' && !(name in placeStrata) && !own.includes(name)))] as string[];
}
