import { Injectable } from '@nestjs/common';
import { ParameterReader } from '#divisions';
import { villageServices, type RecordedValues, type RecordedVillage, type VillageService } from '#domain';
import { Db } from '#platform';
import { recordedValues, recordedVillage, type RecordedRow, type RecordedVillageRow } from './task.queries.js';

/** What is on record about a household or a village at this moment. */
@Injectable()
export class RecordedReader {
  constructor(
    private readonly db: Db,
    private readonly parameters: ParameterReader,
  ) {}

  async of(countyCode: string, householdId: string, year: number): Promise<RecordedValues> {
    const line = (await this.parameters.values(['poverty_line'], { year, division: countyCode, on: `${year}-12-31` }))['poverty_line'] ?? null;
    const row = await this.db.one<RecordedRow>(recordedValues, [countyCode, householdId, year, line]);
    return {
      year, memberCount: row.member_count,
      assurances: {
        FOOD: row.food_ok, CLOTHING: row.clothing_ok, EDUCATION: row.compulsory_education_ok, MEDICAL: row.basic_medical_ok, HOUSING: row.housing_safe, WATER: row.safe_water,
        INCOME: row.over_line,
      },
      incomeFen: { wage: row.wage_income_fen, business: row.business_income_fen, property: row.property_income_fen, transfer: row.transfer_income_fen, cost: row.business_cost_fen },
      perCapitaFen: row.per_capita_income_fen, helpers: row.helpers, measures: row.measures,
    };
  }

  async ofVillage(countyCode: string, villageCode: string, year: number): Promise<RecordedVillage> {
    const row = await this.db.maybeOne<RecordedVillageRow>(recordedVillage, [countyCode, villageCode, year]);
    const village = Object.fromEntries(villageServices.map((item) => [item, row?.[item] ?? null])) as Record<VillageService, boolean | null>;
    return { year, village, collectiveIncomeFen: row?.collective_income_fen ?? null };
  }
}
