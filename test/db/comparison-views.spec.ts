import pg from 'pg';
import { adminQuery } from '../support/admin.js';
import { asSystem, plantFamily } from '../support/care.js';
import { plantComparison } from '../support/comparisons.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const VILLAGE = '150121100201';

describe('what a finished comparison holds against a person', () => {
  let database: TestDatabase;
  let villages: string[];
  beforeAll(async () => {
    database = await createTestDatabase();
    villages = (await adminQuery<{ code: string }>(database, "select min(code) as code from division where level = 'village' group by left(code, 6) order by 1 limit 2")).map((row) => row.code);
  });
  afterAll(() => database.drop());

  const person = async (village = villages[0] ?? VILLAGE) => {
    const family = await plantFamily(database, village, [{ relation: '01' }]);
    return { countyCode: family.countyCode, villageCode: village, householdId: family.id, memberId: family.memberIds[0] ?? '' };
  };
  const hits = async (register: string) => (await adminQuery<{ member_id: string }>(database, 'select member_id from register_hit where register_code = $1', [register])).map((row) => row.member_id).sort();

  it('is the same number unless found a false alarm, and whatever was found true', async () => {
    const [byId, alarm, doubtful, judged] = [await person(), await person(), await person(), await person()];
    await plantComparison(database, {
      register: 'death', division: '15',
      matches: [byId, { ...alarm, verdict: 'FALSE_ALARM' }, { ...doubtful, strength: 'DOUBTFUL' }, { ...judged, strength: 'NAME_BIRTH', verdict: 'TRUE' }],
    });
    expect(await hits('death')).toEqual([byId.memberId, judged.memberId].sort());
  });

  it('is what the newest list says that covers the village, county by county', async () => {
    const [here, there] = [await person(villages[0]), await person(villages[1])];
    await plantComparison(database, { register: 'vehicle', division: '15', matches: [here, there], listOn: '2024-01-01' });
    await plantComparison(database, { register: 'vehicle', division: here.countyCode, matches: [], listOn: '2025-01-01' });
    expect(await hits('vehicle')).toEqual([there.memberId]);
    const covered = await adminQuery<{ list_on: string }>(database, "select list_on::text from register_coverage where register_code = 'vehicle' and county_code = $1", [here.countyCode]);
    expect(covered).toEqual([{ list_on: '2025-01-01' }]);
  });

  it('after its list is deleted is only what was found true, and nobody is missing from it any more', async () => {
    const [open, judged] = [await person(), await person()];
    await plantComparison(database, { register: 'property', division: open.countyCode, matches: [open, { ...judged, verdict: 'TRUE' }] });
    await asSystem(database, "update comparison_coverage set expired_at = now() where register_code = 'property'");
    expect(await hits('property')).toEqual([judged.memberId]);
    expect(await adminQuery(database, "select 1 from register_coverage where register_code = 'property'")).toEqual([]);
  });

  it('is seen within the own territory only', async () => {
    const [here, there] = [await person(villages[0]), await person(villages[1])];
    await plantComparison(database, { register: 'company', division: '15', matches: [here, there] });
    const client = new pg.Client(database.appUrl);
    await client.connect();
    await client.query(`begin; set local app.scope = '${here.countyCode}'`);
    const { rows } = await client.query("select member_id from register_hit where register_code = 'company'");
    await client.end();
    expect(rows).toEqual([{ member_id: here.memberId }]);
  });
});
