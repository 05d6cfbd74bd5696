import pg from 'pg';
import { seedFindings } from '../../seeds/demo/findings.js';
import { adminQuery } from '../support/admin.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

describe('the findings of the demo', () => {
  let database: TestDatabase;
  let made: number[];
  let milliseconds: number;
  beforeAll(async () => {
    database = await createTestDatabase();
    const client = new pg.Client(database.ownerUrl);
    await client.connect();
    const seed = async () => {
      await client.query("begin; set local app.scope = '15'; set local app.audit_scope = '15'; set local app.actor = '00000000-0000-7000-8000-000000000001'; set local app.role = 'system'; set local app.request = 'seed'");
      const n = await seedFindings(client);
      await client.query('commit');
      return n;
    };
    const start = performance.now();
    made = [await seed()];
    milliseconds = performance.now() - start;
    made.push(await seed());
    await client.end();
  });
  afterAll(() => database.drop());

  it('are made once, in half a second, in every state and each with its log', async () => {
    expect(made).toEqual([6, 0]);
    console.log(`demo findings: ${Math.round(milliseconds)} ms`);
    const states = await adminQuery<{ state: string; events: number; last: string }>(database, `
      select f.state, count(e.id)::int as events, (array_agg(e.to_state order by e.seq desc))[1] as last from finding f join finding_event e on e.county_code = f.county_code and e.finding_id = f.id group by f.id, f.state, f.code order by f.code`);
    expect(states.map(({ state }) => state)).toEqual(['ISSUED', 'RECTIFYING', 'IN_REVIEW', 'RETURNED', 'CLOSED', 'RECTIFYING']);
    expect(states.every(({ state, last }) => state === last)).toBe(true);
    expect((await adminQuery<{ n: number }>(database, "select count(*)::int as n from finding_extension where state = 'PENDING'"))[0]?.n).toBe(1);
  });
});
