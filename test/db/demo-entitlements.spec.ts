import { readFileSync } from 'node:fs';
import pg from 'pg';
import { CryptoProvider, systemActor } from '#platform';
import { FieldWriter } from '#households';
import { generatePopulation } from '../../seeds/demo/generate.js';
import { parseStock } from '../../seeds/demo/plan.js';
import { testEnv } from '../support/app.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { eligibilityServices, type EligibilityServices } from '../support/eligibility-services.js';

const stock = parseStock(readFileSync('seeds/reference/published/end-2016-registered.csv', 'utf8'));
const counties = ['150125', '150429'];

describe('the demo population and the catalogue of measures', () => {
  let database: TestDatabase;
  let services: EligibilityServices;
  beforeAll(async () => {
    database = await createTestDatabase();
    const client = new pg.Client(database.ownerUrl);
    await client.connect();
    const fields = new FieldWriter(new CryptoProvider(testEnv(database, '/nonexistent')));
    await generatePopulation([client], fields, stock, { seed: 20_161_231, households: 500, calibrate: false, years: [2019, 2020], audited: false, counties });
    await client.end();
    services = await eligibilityServices(database, { 2019: { poverty_line: 400_000 }, 2020: { poverty_line: 400_000 } });
    for (const county of counties) await services.recalculation.recalculateCounty(county, { cause: 'test' });
  }, 120_000);
  afterAll(async () => {
    await services.close();
    await database.drop();
  });

  it('shows every kind of gap, among them grants for students, posts of people no longer entitled, causes and criteria without a measure', async () => {
    const rows = await services.db.run({ actor: systemActor('15') }, () => services.db.query<{ gap: string }>(`select distinct g.kind || ' ' || g.code as gap from entitlement_gap g`));
    const seen = rows.map(({ gap }) => gap);
    const wanted = ['LACKING EMP-01', 'LACKING EDU-07', 'LACKING HEA-01', 'LACKING HEA-06', 'LACKING HEA-10', 'IMPROPER EMP-06', 'UNANSWERED labour', 'UNANSWERED cause:03', 'UNANSWERED cause:09', 'UNANSWERED fact:housing_safe', 'UNANSWERED fact:safe_water'];
    expect(wanted.filter((gap) => !seen.includes(gap))).toEqual([]);
  });

  it('is found by the nightly proof to be what it should be, and a row tampered with is found', async () => {
    for (const county of counties) expect((await services.proof.proveCounty(county))?.differences).toEqual([]);
    await services.inCounty(counties[0]!, `update entitlement set lacking = '{}' where lacking <> '{}'`);
    await services.inCounty(counties[0]!, `delete from entitlement_gap where kind = 'UNANSWERED'`);
    const relations = (await services.proof.proveCounty(counties[0]!))?.differences.map(({ relation }) => relation) ?? [];
    expect([...new Set(relations)].sort()).toEqual(['entitlement', 'entitlement_gap']);
  });
});
