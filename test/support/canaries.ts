import { uuidV7 } from '#domain';
import { adminQuery } from './admin.js';
import type { TestDatabase } from './database.js';

/** One household with a person in each relation to village 150125100201; names and numbers that occur nowhere else. */
export interface Canary {
  readonly relation: 'own village' | 'other village' | 'other county' | 'other league';
  readonly villageCode: string;
  readonly countyCode: string;
  readonly householdId: string;
  readonly memberId: string;
  readonly name: string;
  /** Stands where a clear number must never stand. */
  readonly secret: string;
}

const places: [Canary['relation'], string, string, string][] = [
  ['own village', '150125100201', '界甲昌', '150125195001012000'],
  ['other village', '150125101201', '界乙茂', '150125195001013000'],
  ['other county', '150121100201', '界丙荣', '150121195001014000'],
  ['other league', '150221100200', '界丁华', '150221195001015000'],
];

export const OWN = { village: '150125100201', township: '150125100', county: '150125', prefecture: '1501', region: '15' } as const;

/** Writes the canaries as the system; their sensitive columns hold only what the application would store. */
export async function plantCanaries(database: TestDatabase): Promise<Canary[]> {
  const canaries = places.map(([relation, villageCode, name, secret]): Canary => ({
    relation, villageCode, countyCode: villageCode.slice(0, 6), householdId: uuidV7(), memberId: uuidV7(), name, secret,
  }));
  const statements = canaries.map((c) => `
    insert into household (county_code, id, village_code, status, head_name, member_count, household_code)
      values ('${c.countyCode}', '${c.householdId}', '${c.villageCode}', 'REGISTERED', '${c.name}', 1, 'C-${c.villageCode}');
    insert into member (county_code, id, village_code, household_id, name, relation_to_head, member_status, gender, birth_date)
      values ('${c.countyCode}', '${c.memberId}', '${c.villageCode}', '${c.householdId}', '${c.name}', '01', '1', '1', '1950-01-01');
    insert into household_year (county_code, id, village_code, household_id, year, member_count)
      values ('${c.countyCode}', '${uuidV7()}', '${c.villageCode}', '${c.householdId}', 2025, 1);`);
  await adminQuery(database, `begin; set local app.scope = '15'; set local app.actor = '00000000-0000-7000-8000-000000000001'; set local app.role = 'system'; ${statements.join('')} commit`);
  return canaries;
}
