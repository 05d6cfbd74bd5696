import { readFileSync } from 'node:fs';
import pg from 'pg';
import { CryptoProvider, systemActor } from '#platform';
import { FieldWriter } from '#households';
import { StockReporter } from '#eligibility';
import { ParameterReader } from '#divisions';
import { MeasureReader } from '#measures';
import { EntitlementBasisReader } from '../../libs/eligibility/src/entitlements/entitlement-basis.js';
import { BasisReader } from '../../libs/eligibility/src/recalculation/county-basis.js';
import { CountyParameters } from '../../libs/eligibility/src/recalculation/county-parameters.js';
import { RecalculationService } from '../../libs/eligibility/src/recalculation/recalculation.service.js';
import { ProofService } from '../../libs/eligibility/src/recalculation/proof.service.js';
import { VillageBatch } from '../../libs/eligibility/src/recalculation/village-batch.js';
import { generatePopulation } from '../../seeds/demo/generate.js';
import { parseStock } from '../../seeds/demo/plan.js';
import { testEnv } from '../support/app.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { eligibilityServices, type EligibilityServices } from '../support/eligibility-services.js';

const stock = parseStock(readFileSync('seeds/reference/published/end-2016-registered.csv', 'utf8'));

/** The seeded rules and parameters over the generated population: the slices speak of the same codes. */
describe('the generated population under the seeded rules', () => {
  let database: TestDatabase;
  let services: EligibilityServices;
  let recalculation: RecalculationService;
  let proof: ProofService;
  let counties: string[];
  beforeAll(async () => {
    database = await createTestDatabase();
    const client = new pg.Client(database.ownerUrl);
    await client.connect();
    const fields = new FieldWriter(new CryptoProvider(testEnv(database, '/nonexistent')));
    await generatePopulation([client], fields, stock, { seed: 5, households: 200, calibrate: false, years: [2016, 2017, 2018, 2019, 2020], audited: false });
    await client.end();
    services = await eligibilityServices(database);
    const basis = new BasisReader(services.rules, new CountyParameters(new ParameterReader(services.db)), new EntitlementBasisReader(new MeasureReader(services.db, new ParameterReader(services.db))));
    recalculation = new RecalculationService(services.db, basis, new VillageBatch(services.db));
    proof = new ProofService(services.db, basis, recalculation);
    counties = (await asRegion<{ code: string }>('select distinct county_code as code from household order by 1')).map(({ code }) => code);
    for (const county of counties) await recalculation.recalculateCounty(county, { cause: 'test' });
  }, 120_000);
  afterAll(async () => {
    await services.close();
    await database.drop();
  });

  const asRegion = <Row>(sql: string, params: unknown[] = []) => services.db.run({ actor: systemActor('15') }, () => services.db.query<Row>(sql, params));

  it('gives each of the three verdicts, and the proof finds no difference in any county', async () => {
    const rows = await asRegion<{ rule_code: string; verdict: string; n: number }>(`select rule_code, verdict, count(*)::int as n from household_verdict where year between 2016 and 2020 group by 1, 2 order by 1, 2`);
    const differences: unknown[] = [];
    for (const county of counties) differences.push(...((await proof.proveCounty(county))?.differences ?? []));
    expect(differences).toEqual([]);
    expect(rows.filter((row) => row.rule_code === 'household.exit').map((row) => row.verdict)).toEqual(['met', 'not_met', 'unproven']);
  });

  it('counts as poor exactly the persons of the households that are registered and not exited', async () => {
    const { total } = await services.db.run({ actor: systemActor('15') }, () => new StockReporter(services.db).stock('15', 2020));
    const [counted] = await asRegion<{ persons: number; households: number }>(`select count(*)::int as households, sum(y.member_count)::int as persons
      from household h join household_year y using (county_code) where y.household_id = h.id and y.year = 2020 and y.superseded_at is null and h.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED')`);
    expect([total.poorHouseholds, total.poorPersons]).toEqual([counted?.households, counted?.persons]);
  });
});
