import { RecalculationService } from '#eligibility';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { TestClient } from '../support/client.js';
import { person, registerHousehold, syntheticId, villages, type HouseholdBody } from '../support/households.js';
import { record, YEAR } from '../support/procedures.js';

const NEXT = YEAR + 1;
const county = villages.haizi.slice(0, 6);
const otherCounty = villages.otherCounty.slice(0, 6);

/** Three villages with 4, 2 and 6 households of which the old year is recorded: of 12 in the region, 6 lie in the other county. */
describe('the year that is asked about when nobody names one', () => {
  let app: TestApp;
  let region: TestClient;
  const clerks = new Map<string, TestClient>();
  const households = new Map<string, HouseholdBody[]>();
  beforeAll(async () => {
    app = await startTestApp();
    region = await app.as('region_officer', '15');
    for (const [code, count] of [[villages.haizi, 4], [villages.baimiaozi, 2], [villages.otherCounty, 6]] as const) {
      const clerk = await app.as('village_clerk', code);
      clerks.set(code, clerk);
      const registered: HouseholdBody[] = [];
      for (let n = 0; n < count; n += 1) registered.push(await registerHousehold(clerk, code, { members: [person('测试户主', '01', { idNo: syntheticId('1980-05-06'), birthDate: '1980-05-06' })] }));
      households.set(code, registered);
      for (const household of registered) await record(clerk, household, { year: YEAR, wage: 500_000 });
    }
    await recalculate();
  }, 120_000);
  afterAll(() => app.close());

  async function recalculate(): Promise<void> {
    for (const code of [county, otherCounty]) await app.app.get(RecalculationService).recalculateCounty(code, { cause: 'test' });
  }
  /** Records the new year of the n-th household of a village. */
  async function begin(code: string, n: number, year = NEXT): Promise<void> {
    const household = households.get(code)?.[n];
    const clerk = clerks.get(code);
    if (!household || !clerk) throw new Error('no such household');
    await record(clerk, household, { year, wage: 500_000 });
    await recalculate();
  }
  const yearAt = async (path: string): Promise<number> => {
    const { status, body } = await region.get<{ year: number }>(path);
    return status === 200 ? body.year : status;
  };
  /** By the pages of a village, its township, its county and the region. */
  const years = async () => ({
    haizi: await yearAt(`/villages/${villages.haizi}/verdict`), baimiaozi: await yearAt(`/villages/${villages.baimiaozi}/verdict`),
    township: await yearAt(`/reports/incomes?division=${villages.haizi.slice(0, 9)}`), county: await yearAt(`/counties/${county}/verdict`),
    incomes: await yearAt(`/reports/incomes?division=${county}`), otherCounty: await yearAt(`/reports/incomes?division=${otherCounty}`), region: await yearAt('/reports/incomes'),
  });
  const all = (year: number) => ({ haizi: year, baimiaozi: year, township: year, county: year, incomes: year, otherCounty: year, region: year });

  it('is the year on record, at every level', async () => {
    expect(await years()).toEqual(all(YEAR));
  });

  it('stays with the first record of a new year: in its village, its county and the region', async () => {
    await begin(villages.haizi, 0);
    expect(await years()).toEqual(all(YEAR));
  });

  it('is the new one for a village, once half of it is there, and still the old one for whom most of it is lacking', async () => {
    await begin(villages.haizi, 1);
    expect(await years()).toEqual({ ...all(YEAR), haizi: NEXT });
  });

  it('becomes the new one from the township up, level by level', async () => {
    await begin(villages.baimiaozi, 0);
    expect(await years()).toEqual({ ...all(NEXT), otherCounty: YEAR, region: YEAR });
    for (const n of [0, 1]) await begin(villages.otherCounty, n);
    expect(await years()).toEqual({ ...all(NEXT), otherCounty: YEAR, region: YEAR });
    await begin(villages.otherCounty, 2);
    expect(await years()).toEqual(all(NEXT));
  });

  it('is not pulled ahead by a household that is two years ahead of the others', async () => {
    await begin(villages.baimiaozi, 0, NEXT + 1);
    expect(await years()).toMatchObject({ baimiaozi: NEXT + 1, haizi: NEXT, county: NEXT, region: NEXT });
  });

  it('is the same for whoever sees only the village, and kept as a count, never looked up in the records', async () => {
    const clerk = clerks.get(villages.haizi);
    expect((await clerk?.get<{ year: number }>(`/villages/${villages.haizi}/verdict`))?.body.year).toBe(NEXT);
    const kept = await adminQuery(app.database, 'select recorded_years, recorded_households from recalculation_state where village_code = $1', [county.padEnd(12, '0')]);
    expect(kept).toEqual([{ recorded_years: [YEAR, NEXT, NEXT + 1], recorded_households: [6, 3, 1] }]);
  });
});
