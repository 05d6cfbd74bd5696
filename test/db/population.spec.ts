import { readFileSync } from 'node:fs';
import pg from 'pg';
import { CryptoProvider } from '#platform';
import { FieldWriter } from '#households';
import { causeShares, HouseholdMaker } from '../../seeds/demo/household.js';
import { generatePopulation } from '../../seeds/demo/generate.js';
import { calibratedPlan, measureCategories, parseStock, sampledPlan } from '../../seeds/demo/plan.js';
import { Random } from '../../seeds/demo/random.js';
import { adminQuery } from '../support/admin.js';
import { testEnv } from '../support/app.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const stock = parseStock(readFileSync('seeds/reference/published/end-2016-registered.csv', 'utf8'));

describe('the generated population', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  const run = async (seed: number, households: number, counties: string[]) => {
    const client = new pg.Client(database.ownerUrl);
    await client.connect();
    try {
      const fields = new FieldWriter(new CryptoProvider(testEnv(database, '/nonexistent')));
      return await generatePopulation([client], fields, stock, { seed, households, calibrate: false, years: [2019, 2020], counties, audited: true });
    } finally {
      await client.end();
    }
  };

  it('calibrated, is exactly the published stock, county by county and category by category', () => {
    const persons = new Map<string, number>();
    let households = 0;
    for (const planned of calibratedPlan(stock, new Random(7))) {
      households++;
      for (const key of [planned.countyCode, planned.countyCode + planned.category]) persons.set(key, (persons.get(key) ?? 0) + planned.size);
    }
    let total = 0;
    for (const county of stock) {
      for (const category of measureCategories) expect(persons.get(county.countyCode + category) ?? 0).toBe(county.categories[category]);
      total += persons.get(county.countyCode) ?? 0;
    }
    expect([stock.length, total]).toEqual([74, 555_844]);
    expect(Math.abs(households - 250_000)).toBeLessThan(5_000);
  });

  it('calibrated, keeps the published shares to a tenth of a percent', () => {
    const random = new Random(3);
    const maker = new HouseholdMaker({ random, years: [2016], stockOnly: true, villagesOf: () => ['150125100201'] });
    const counts = new Map<string, number>();
    let persons = 0;
    for (const planned of sampledPlan(stock, 20_000, random)) {
      const made = maker.make(planned);
      persons += made.people.length;
      const add = (key: string, n: number) => counts.set(key, (counts.get(key) ?? 0) + n);
      add(String(made.values['mainCause']), made.people.length);
      add('women', made.people.filter((person) => person.gender === '2').length);
    }
    for (const [code, share] of causeShares) expect(Math.abs((100 * (counts.get(code) ?? 0)) / persons - share)).toBeLessThan(0.1);
    expect(Math.abs((100 * (counts.get('women') ?? 0)) / persons - 46.6)).toBeLessThan(0.1);
  });

  it('keeps the published shares of causes and of women, valid unique numbers, and consistent sums', async () => {
    const report = await run(1, 600, ['150125', '150429', '150923']);
    expect(report.households).toBe(600);
    const causes = await adminQuery<{ cause: string; share: number }>(database, `
      select main_cause as cause, 100.0 * sum(member_count) / sum(sum(member_count)) over () as share from household where main_cause is not null group by 1`);
    for (const [code, share] of causeShares) expect(Math.abs(Number(causes.find((row) => row.cause === code)?.share) - share)).toBeLessThan(2);
    const [women] = await adminQuery<{ share: number }>(database, "select 100.0 * count(*) filter (where gender = '2') / count(*) as share from member");
    expect(Math.abs(Number(women?.share) - 46.6)).toBeLessThan(1.5);
    const [sums] = await adminQuery<Record<string, number>>(database, `select
      (select count(*) from member)::int as members, (select count(distinct id_no_bidx) from member)::int as numbers,
      (select count(*) from household h where h.member_count <> (select count(*) from member m where m.household_id = h.id))::int as miscounted,
      (select count(*) from household_year y where y.net_income_fen <> coalesce(y.wage_income_fen, 0) + coalesce(y.business_income_fen, 0) + coalesce(y.property_income_fen, 0)
         + coalesce(y.transfer_income_fen, 0) - coalesce(y.business_cost_fen, 0))::int as wrong_sums,
      (select count(*) from audit_log where table_name = 'household')::int as audited`);
    expect(sums).toEqual({ members: report.persons, numbers: report.persons, miscounted: 0, wrong_sums: 0, audited: 600 });
  });

  it('is the same for the same seed', async () => {
    const digest = async () => (await adminQuery<{ d: string }>(database, `
      select md5(string_agg(h.household_code || h.head_name || h.village_code || h.member_count || coalesce(h.main_cause, ''), ',' order by h.household_code)) as d from household h`))[0]?.d;
    const clear = () => adminQuery(database, 'truncate household, episode, member, identity_register, household_year, member_year, village_year, county_year, member_name_gram cascade');
    await clear();
    await run(5, 150, ['150125']);
    const first = await digest();
    await clear();
    await run(5, 150, ['150125']);
    expect(await digest()).toBe(first);
    await clear();
    await run(6, 150, ['150125']);
    expect(await digest()).not.toBe(first);
  });
});
