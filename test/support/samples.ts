import { formatCaseId, uuidV7 } from '#domain';
import { adminQuery } from './admin.js';
import type { TestDatabase } from './database.js';

export interface PlantedHousehold {
  readonly id: string;
  readonly villageCode: string;
  readonly headName: string;
}

/** Households with a record of 2025: three persons, everything assured, 6,000 yuan a head. */
export async function plantFrame(database: TestDatabase, plan: readonly { readonly village: string; readonly status: string; readonly households: number }[]): Promise<PlantedHousehold[]> {
  const rows = plan.flatMap(({ village, status, households }) => Array.from({ length: households }, (_, i) => ({ uuid: uuidV7(), village, status, head: `抽${village.slice(-4)}${String(i)}` })));
  await adminQuery(database, `
    begin; set local app.scope = '15'; set local app.actor = '00000000-0000-7000-8000-000000000001'; set local app.role = 'system';
    ${rows.map(({ uuid, village, status, head }) => `
      insert into household (county_code, id, village_code, status, head_name, member_count) values ('${village.slice(0, 6)}', '${uuid}', '${village}', '${status}', '${head}', 3);
      insert into household_year (county_code, id, village_code, household_id, year, member_count, food_ok, clothing_ok, compulsory_education_ok, basic_medical_ok, housing_safe, safe_water,
        wage_income_fen, business_income_fen, property_income_fen, transfer_income_fen, business_cost_fen, net_income_fen, per_capita_income_fen)
      values ('${village.slice(0, 6)}', '${uuidV7()}', '${village}', '${uuid}', 2025, 3, true, true, true, true, true, true, 1200000, 500000, 0, 300000, 200000, 1800000, 600000);`).join('')}
    commit`);
  return rows.map(({ uuid, village, head }) => ({ id: formatCaseId(village.slice(0, 6), uuid), villageCode: village, headName: head }));
}

/** Answers that agree with the record of {@link plantFrame}. */
export const agreeing = {
  place: 'HOME', memberCount: 3, assurances: { FOOD: 'OK', CLOTHING: 'OK', EDUCATION: 'OK', MEDICAL: 'OK', HOUSING: 'OK', WATER: 'OK', INCOME: 'OK' },
  incomeFen: { wage: 1_200_000, business: 500_000, property: 0, transfer: 300_000, cost: 200_000 }, knowsHelper: 'NO_HELP', knowsMeasures: 'NO_HELP', satisfaction: 'SATISFIED',
} as const;
