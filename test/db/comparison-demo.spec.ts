import pg from 'pg';
import { seedComparisons } from '../../seeds/demo/comparisons.js';
import { adminQuery } from '../support/admin.js';
import { plantFamilies } from '../support/care.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { villages } from '../support/households.js';

describe('the comparison of the demo', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    await plantFamilies(database, Array.from({ length: 20 }, (_, i) => ({ villageCode: villages.haizi, people: [{ relation: '01', name: `演示${i}`, birthDate: '1970-01-01', idNoBidx: `demo-${i}` }] })));
  });
  afterAll(() => database.drop());

  it('has matches of every strength, verdicts of every kind and one that is due, and is there once', async () => {
    const client = new pg.Client(database.ownerUrl);
    await client.connect();
    await client.query("begin; set local app.scope = '15'; set local app.actor = '00000000-0000-7000-8000-000000000001'; set local app.role = 'system'; set local app.request = 'seed'");
    expect([await seedComparisons(client), await seedComparisons(client)]).toEqual([16, 16]);
    await client.query('commit');
    await client.end();
    expect(await adminQuery(database, 'select strength, count(*)::int as n from comparison_match group by 1 order by 1')).toEqual([{ strength: 'DOUBTFUL', n: 4 }, { strength: 'ID', n: 8 }, { strength: 'NAME_BIRTH', n: 4 }]);
    expect((await adminQuery<{ verdict: string }>(database, 'select distinct verdict from comparison_verdict order by 1')).map(({ verdict }) => verdict)).toEqual(['FALSE_ALARM', 'OPEN', 'TRUE']);
    expect(await adminQuery(database, 'select 1 from comparison_verdict where recheck_on is not null limit 1')).toHaveLength(1);
    expect((await adminQuery(database, "select 1 from register_coverage where register_code = 'vehicle'")).length).toBeGreaterThan(90);
  });
});
