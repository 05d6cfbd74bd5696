import pg from 'pg';
import { benchRecalculation } from '#eligibility';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { eligibilityServices, type EligibilityServices } from '../support/eligibility-services.js';

/** CI size; set BENCH_HOUSEHOLDS for figures. */
const households = Number(process.env['BENCH_HOUSEHOLDS'] ?? 600);

describe('the bench of recalculation', () => {
  let database: TestDatabase;
  let services: EligibilityServices;
  let admin: pg.Client;
  beforeAll(async () => {
    database = await createTestDatabase();
    const line = { poverty_line: 300_000, exit_village_incidence: 300 };
    services = await eligibilityServices(database, { 2016: line, 2017: line, 2018: line, 2019: line, 2020: line });
    admin = new pg.Client(database.adminUrl);
    await admin.connect();
  });
  afterAll(async () => {
    await admin.end();
    await services.close();
    await database.drop();
  });

  it('measures against a floor that computes the same rows', async () => {
    const result = await benchRecalculation(admin, services.recalculation, households);
    console.log(JSON.stringify(result));
    const { rows } = await admin.query<{ n: number }>(
      `select count(*)::int as n from floor_fact f join household_fact h using (county_code, household_id, year) where to_jsonb(f) - 'main_cause' = to_jsonb(h) - 'main_cause'`);
    expect(rows[0]?.n).toBe(result.factRows);
  }, 600_000);
});
