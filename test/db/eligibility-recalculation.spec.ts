import fc from 'fast-check';
import { evaluate, FACT_CATALOGUE, householdFactsOf, belongsInYear, memberFactsOf, uuidV7, villageFactsOf, isPoor, type Rule, type FactValues, type HouseholdStatus } from '#domain';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { factYears, householdCase } from '../support/eligibility-arbitraries.js';
import { inYear, writeCases, type WrittenCase } from '../support/eligibility-rows.js';
import { eligibilityServices, setRules, type EligibilityServices } from '../support/eligibility-services.js';

const county = '150221';
const villages = ['150221213200', '150221213201'];
const rules: Record<'exit' | 'insured' | 'village', Rule> = {
  exit: { combinator: 'and', rules: [{ field: 'net_income_per_capita_fen', operator: '>=', value: { param: 'poverty_line' } }, { field: 'housing_safe', operator: '=', value: true }] },
  insured: { over: 'members', quantifier: 'all', where: { field: 'has_medical_insurance', operator: '=', value: true } },
  village: { field: 'incidence', operator: '<', value: { param: 'exit_village_incidence' } },
};
const lines = { 2019: { poverty_line: 321_800, exit_village_incidence: 300 }, 2020: { poverty_line: 400_000, exit_village_incidence: 300 } };

let database: TestDatabase;
let services: EligibilityServices;
const cases = fc.sample(householdCase, { numRuns: 60, seed: 3 }).map((written, i): WrittenCase => ({ id: uuidV7(), villageCode: villages[i % 2]!, written }));

beforeAll(async () => {
  database = await createTestDatabase();
  await setRules(database, [
    { code: 'household.exit', level: 'household', rule: rules.exit, effectiveFrom: '2014-01-01' },
    { code: 'household.insured', level: 'household', rule: rules.insured, effectiveFrom: '2020-06-01' },
    { code: 'village.exit', level: 'village', rule: rules.village, effectiveFrom: '2014-01-01' },
    { code: 'county.exit', level: 'county', rule: { field: 'villages_decided', operator: '=', value: { fact: 'villages_total' } }, effectiveFrom: '2014-01-01' },
  ]);
  services = await eligibilityServices(database, lines);
  await writeCases(database, cases);
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

describe('recalculation of a county', () => {
  it('computes facts and verdicts of what was written, and leaves no work behind', async () => {
    const run = await services.recalculation.recalculateCounty(county, { cause: 'test' });
    expect(run).toMatchObject({ kind: 'WHOLE', households: 60, parked: [] });
    expect(await services.inCounty(county, 'select 1 from dirty_village')).toEqual([]);
    const verdicts = await services.inCounty<{ household_id: string; year: number; rule_code: string; verdict: string }>(county, 'select * from household_verdict');
    const found = new Map(verdicts.map((row) => [`${row.household_id} ${row.year} ${row.rule_code}`, row.verdict]));
    const expected = new Map<string, string>();
    for (const written of cases) {
      for (const year of factYears) {
        const inThatYear = inYear(written, year);
        const facts = householdFactsOf(inThatYear);
        const members = inThatYear.members.filter(({ member }) => belongsInYear(member, year)).map(({ member, memberYear }) => memberFactsOf(member, memberYear, year));
        const question = { catalogue: FACT_CATALOGUE, level: 'household' as const, subject: { facts, related: { members } }, parameters: lines[year as 2019] ?? {} };
        if (isPoor(facts['status'] as HouseholdStatus)) expected.set(`${written.id} ${year} household.exit`, evaluate(rules.exit, question));
        if (year >= 2020) expected.set(`${written.id} ${year} household.insured`, evaluate(rules.insured, question));
      }
    }
    expect(Object.fromEntries([...found].filter(([key]) => expected.has(key)))).toEqual(Object.fromEntries(expected));
    expect([...found.keys()].filter((key) => factYears.some((year) => key.includes(` ${year} `)) && !expected.has(key))).toEqual([]);
    expect(new Set(expected.values())).toEqual(new Set(['met', 'not_met', 'unproven']));
  });

  it('a parameter that nobody set leaves the verdict unproven', async () => {
    const rows = await services.inCounty<{ verdict: string }>(county, `select distinct verdict from household_verdict where rule_code = 'household.exit' and year = 2021`);
    expect(rows.map(({ verdict }) => verdict).filter((verdict) => verdict === 'met')).toEqual([]);
    expect(rows).toContainEqual({ verdict: 'unproven' });
  });

  it('a rule judges only the years on whose last day it is in force', async () => {
    const rows = await services.inCounty<{ year: number }>(county, `select distinct year from household_verdict where rule_code = 'household.insured' order by year`);
    expect(rows.map(({ year }) => year).slice(0, 2)).toEqual([2020, 2021]);
  });

  it('adds villages up as the specification does', async () => {
    const rows = await services.inCounty<Record<string, unknown>>(county, 'select * from village_fact where village_code = $1 and year = 2020', [villages[0]]);
    const households = cases.filter(({ villageCode }) => villageCode === villages[0]).map((written): FactValues => householdFactsOf(inYear(written, 2020)));
    const { facts, poorVillage, decision } = villageFactsOf({ year: 2020, households, record: null, villageType: null, designated: false, decision: null });
    expect(rows[0]).toEqual({ county_code: county, village_code: villages[0], ...facts, poor_village: poorVillage, decision });
  });

  it('forgets the exit verdict of a household that exited', async () => {
    const { id } = cases.find(({ written }) => written.episodes.length === 0 && isPoor(written.household.status))!;
    const exits = () => services.inCounty(county, `select 1 from household_verdict where household_id = $1 and rule_code = 'household.exit'`, [id]);
    expect(await exits()).not.toEqual([]);
    await services.inCounty(county, `update household set status = 'EXITED_ENTITLED' where id = $1`, [id]);
    await services.recalculation.recalculateCounty(county, { cause: 'test' });
    expect(await exits()).toEqual([]);
    expect((await services.proof.proveCounty(county))?.differences).toEqual([]);
  });

  it('does nothing when nothing is dirty', async () => {
    expect(await services.recalculation.recalculateCounty(county, { cause: 'test' })).toBeNull();
  });

  it('computes one changed village and writes only what changed', async () => {
    const { id } = cases[0]!;
    await services.inCounty(county, `update household set main_cause = '99', version = version + 1 where county_code = $1 and id = $2`, [county, id]);
    const run = await services.recalculation.recalculateCounty(county, { cause: 'test' });
    const years = (run?.factsTotal ?? 0) / 30;
    expect(run).toMatchObject({ kind: 'CHANGES', villages: 1, households: 30, factsChanged: factYears.length + 1, verdictsChanged: 0 });
    expect(years).toBeGreaterThan(3);
  });

  it('computes the whole county when a parameter changes', async () => {
    services.lines[2021] = { poverty_line: 400_000 };
    const run = await services.recalculation.recalculateCounty(county, { cause: 'test' });
    expect(run).toMatchObject({ kind: 'WHOLE', factsChanged: 0 });
    expect(run?.verdictsChanged).toBeGreaterThan(0);
  });
});
