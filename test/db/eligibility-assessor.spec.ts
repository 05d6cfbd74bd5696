import pg from 'pg';
import { FACT_CATALOGUE, evaluate } from '#domain';
import { systemActor } from '#platform';
import { Assessor } from '../../libs/eligibility/src/verdicts/assessor.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { plainCase } from '../support/eligibility-plain.js';
import { writeCases } from '../support/eligibility-rows.js';
import { eligibilityServices, setRules, type EligibilityServices } from '../support/eligibility-services.js';

const county = '150221';
const [village, other] = ['150221213200', '150221213201'] as const;
const exit = { field: 'net_income_per_capita_fen', operator: '>=', value: { param: 'poverty_line' } } as const;
const villageExit = { field: 'poor_households', operator: '<=', value: 1 } as const;

let database: TestDatabase;
let services: EligibilityServices;
let assessor: Assessor;
const rich = plainCase(village);
const poor = plainCase(village, { income: 100_000 });
const away = plainCase(other);
beforeAll(async () => {
  database = await createTestDatabase();
  await setRules(database, [
    { code: 'household.exit', level: 'household', rule: exit, effectiveFrom: '2016-01-01' },
    { code: 'village.exit', level: 'village', rule: villageExit, effectiveFrom: '2016-01-01' },
    { code: 'county.exit', level: 'county', rule: { field: 'villages_decided', operator: '>=', value: { fact: 'villages_total' } }, effectiveFrom: '2016-01-01' },
  ]);
  services = await eligibilityServices(database, { 2020: { poverty_line: 400_000 } });
  assessor = new Assessor(services.db, services.rules, services.parameters, services.basis);
  await writeCases(database, [rich, poor, away]);
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

const inTransaction = <T>(work: () => Promise<T>) => services.db.run({ actor: systemActor(county) }, work);
const assess = (id: string) => assessor.household({ countyCode: county, id }, { year: 2020, ruleCode: 'household.exit' });

describe('an assessment inside a transaction', () => {
  it('judges what is written at this moment, before any recalculation, and stores nothing', async () => {
    expect(await inTransaction(() => assess(rich.id))).toMatchObject({ verdict: 'met', facts: { net_income_per_capita_fen: 750_000 } });
    expect(await inTransaction(() => assess(poor.id))).toMatchObject({ verdict: 'not_met', explanation: { decisive: [0] } });
    expect(await services.inCounty(county, 'select 1 from household_fact')).toEqual([]);
  });

  it('sees what the same transaction has written', async () => {
    const seen = await inTransaction(async () => {
      await services.db.query(`update household_year set wage_income_fen = 5000000 where household_id = $1 and superseded_at is null`, [poor.id]);
      const assessed = await assess(poor.id);
      await services.db.query(`update household_year set wage_income_fen = 100000 where household_id = $1 and superseded_at is null`, [poor.id]);
      return assessed;
    });
    expect(seen).toMatchObject({ verdict: 'met' });
  });

  it('gives the same hash while nothing changes, and another when a fact, a person, or the line changes', async () => {
    const hash = async () => (await inTransaction(() => assess(rich.id))).factsHash;
    const first = await hash();
    expect(await hash()).toBe(first);
    await services.inCounty(county, `update member_year set work_months = 3 where household_id = $1 and superseded_at is null`, [rich.id]);
    const second = await hash();
    services.lines[2020] = { poverty_line: 400_001 };
    const third = await hash();
    services.lines[2020] = { poverty_line: 400_000 };
    expect(new Set([first, second, third]).size).toBe(3);
    expect(await hash()).toBe(second);
  });

  it('holds the household until the transaction ends', async () => {
    const rival = new pg.Client(database.appUrl);
    await rival.connect();
    await inTransaction(async () => {
      await assess(rich.id);
      await rival.query(`begin; set local app.scope = '${county}'; set local search_path = public, app`);
      await expect(rival.query('select 1 from household where county_code = $1 and id = $2 for update nowait', [county, rich.id])).rejects.toMatchObject({ code: '55P03' });
    });
    await rival.query('rollback');
    await rival.end();
  });

  it('holds the households of a village, and computes it from its households as they are', async () => {
    const rival = new pg.Client(database.appUrl);
    await rival.connect();
    const assessed = await inTransaction(async () => {
      const found = await assessor.village(village, 2020);
      await rival.query(`begin; set local app.scope = '${county}'; set local search_path = public, app`);
      await expect(rival.query('select 1 from household where county_code = $1 and id = $2 for update nowait', [county, rich.id])).rejects.toMatchObject({ code: '55P03' });
      await rival.query('rollback');
      return found;
    });
    await rival.end();
    expect(assessed).toMatchObject({ verdict: 'not_met', facts: { poor_households: 2, poor_persons: 4 } });
  });

  it('adds a county up from all its villages, with their verdicts', async () => {
    const assessed = await inTransaction(() => assessor.county(county, 2020));
    expect(assessed.facts).toMatchObject({ poor_households: 3 });
    expect(assessed.verdict).toBe('met');
    expect(evaluate(villageExit, { catalogue: FACT_CATALOGUE, level: 'village', subject: { facts: { poor_households: 2 } }, parameters: {} })).toBe('not_met');
  });

  it('a rule that nobody has published is unproven, and a parameter that nobody has set', async () => {
    const rules = await inTransaction(() => assessor.householdByRules({ countyCode: county, id: rich.id }, { year: 2020, ruleCodes: ['household.nothing'] }));
    expect(rules.rules).toEqual([{ ruleCode: 'household.nothing', ruleVersionId: null, verdict: 'unproven', explanation: null }]);
    expect(await inTransaction(() => assessor.household({ countyCode: county, id: rich.id }, { year: 2019, ruleCode: 'household.exit' }))).toMatchObject({ verdict: 'unproven' });
  });

  it('refuses data that cannot be computed, and a household that is not there', async () => {
    const refused = inTransaction(async () => {
      await services.db.query(`update household_year set wage_income_fen = 9e18, business_income_fen = 9e18 where household_id = $1 and superseded_at is null`, [poor.id]);
      return assess(poor.id);
    });
    await expect(refused).rejects.toMatchObject({ code: 'verdict.not-computable' });
    await expect(inTransaction(() => assess('0190a000-0000-7000-8000-000000000000'))).rejects.toMatchObject({ code: 'not-found' });
  });
});
