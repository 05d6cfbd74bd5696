import { snakeCase, uuidV7, type CarePerson } from '#domain';
import { adminQuery } from './admin.js';
import type { TestDatabase } from './database.js';

/** Somebody of a planted family; what is not said is not recorded. */
export interface PlantedPerson extends Partial<CarePerson> {
  readonly relation: string;
  readonly name?: string;
  readonly gender?: string;
  readonly birthDate?: string | null;
  readonly labourSkill?: string | null;
  readonly schoolStatus?: string | null;
  readonly education?: string | null;
  readonly idNoBidx?: string | null;
}

export interface PlantedFamily {
  readonly id: string;
  readonly countyCode: string;
  readonly villageCode: string;
  readonly memberIds: readonly string[];
}

export const CARE_YEAR = 2025;
const SYSTEM = `set local search_path = public, app; set local app.scope = '15'; set local app.actor = '00000000-0000-7000-8000-000000000001'; set local app.role = 'system'; set local app.request = 'test'`;

/** Writes a registered household with its record of 2025, as an import would. */
export async function plantFamily(database: TestDatabase, villageCode: string, people: readonly PlantedPerson[], status = 'REGISTERED'): Promise<PlantedFamily> {
  const [family] = await plantFamilies(database, [{ villageCode, people, status }]);
  if (!family) throw new Error('nothing planted');
  return family;
}

export async function plantFamilies(database: TestDatabase, families: readonly { villageCode: string; people: readonly PlantedPerson[]; status?: string }[]): Promise<PlantedFamily[]> {
  const rows: Record<string, Record<string, unknown>[]> = { household: [], member: [], household_year: [], member_year: [] };
  const planted = families.map(({ villageCode, people, status = 'REGISTERED' }): PlantedFamily => {
    const place = { county_code: villageCode.slice(0, 6), village_code: villageCode };
    const id = uuidV7();
    rows['household']?.push({ ...place, id, status, head_name: people[0]?.name ?? '户主', member_count: people.length, version: 1, created_at: '2025-01-01', updated_at: '2025-01-01' });
    rows['household_year']?.push({ ...place, id: uuidV7(), household_id: id, year: CARE_YEAR, version: 1, recorded_at: '2025-12-01', member_count: people.length });
    const memberIds = people.map((person, i) => {
      const memberId = uuidV7();
      rows['member']?.push({
        ...place, id: memberId, household_id: id, name: person.name ?? `成员${i + 1}`, gender: person.gender ?? '1', birth_date: person.birthDate ?? null, relation_to_head: person.relation,
        member_status: person.present === false ? 'REMOVED' : 'ACTIVE', member_change_reason: person.changeReason ?? null, left_on: person.present === false ? '2024-05-01' : null,
        disability_cert_no_masked: person.certifiedDisabled ? '***' : null, id_no_bidx: person.idNoBidx ?? null, version: 1, created_at: '2025-01-01', updated_at: '2025-01-01',
      });
      if (person.present !== false) {
        const year = {
          health: person.health ?? null, workArea: person.workArea ?? null, workMonths: person.workMonths ?? null, maritalStatus: person.maritalStatus ?? null,
          isUnsupportedChild: person.isUnsupportedChild ?? null, labourSkill: person.labourSkill ?? null, schoolStatus: person.schoolStatus ?? null, education: person.education ?? null,
        };
        rows['member_year']?.push({
          ...place, id: uuidV7(), household_id: id, member_id: memberId, year: CARE_YEAR, version: 1, recorded_at: '2025-12-01',
          ...Object.fromEntries(Object.entries(year).map(([key, value]) => [snakeCase(key), value])),
        });
      }
      return memberId;
    });
    return { id, countyCode: place.county_code, villageCode, memberIds };
  });
  const inserts = Object.entries(rows).filter(([, list]) => list.length > 0).map(([table, list]) => {
    const columns = Object.keys(list[0] ?? {}).join(', ');
    return `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, '${JSON.stringify(list).replaceAll("'", "''")}'::jsonb);`;
  });
  await asSystem(database, inserts.join('\n'));
  return planted;
}

/** Runs statements as the system over the whole region. */
export async function asSystem(database: TestDatabase, statements: string): Promise<void> {
  await adminQuery(database, `begin; ${SYSTEM}; ${statements}; commit`);
}
