import pg from 'pg';
import { benchEntitlements, VillageBatch } from '#eligibility';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { eligibilityServices, type EligibilityServices } from '../support/eligibility-services.js';

/** CI size; set BENCH_HOUSEHOLDS for figures. */
const households = Number(process.env['BENCH_HOUSEHOLDS'] ?? 600);

describe('the bench of entitlements', () => {
  let database: TestDatabase;
  let services: EligibilityServices;
  let admin: pg.Client;
  beforeAll(async () => {
    database = await createTestDatabase();
    services = await eligibilityServices(database, { 2020: { poverty_line: 300_000 } });
    admin = new pg.Client(database.adminUrl);
    await admin.connect();
  });
  afterAll(async () => {
    await admin.end();
    await services.close();
    await database.drop();
  });

  it('finds for three measures exactly the rows that SQL written by hand finds', async () => {
    const { db, basis, recalculation } = services;
    const found = await benchEntitlements(admin, { db, basis, recalculation, batch: new VillageBatch(db) }, households);
    console.log(JSON.stringify(found));
    expect(found.differences).toBe(0);
    expect(found.gaps).toBeGreaterThan(households);
  }, 600_000);
});
