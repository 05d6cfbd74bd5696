import { exitAt, householdWithYear, newCast, setStatus, YEAR, type Cast } from '../support/procedures.js';
import { startTestApp, type TestApp } from '../support/app.js';

jest.setTimeout(120_000);

interface Incomes {
  year: number;
  step: number;
  bins: { from: number; households: number }[];
  unknown: number;
  line: number | null;
}
interface Funnel {
  steps: { code: string; reached: number; waiting: number }[];
  outcomes: { status: string; cases: number }[];
}

describe('reports that are drawn', () => {
  let test: TestApp;
  let cast: Cast;

  beforeAll(async () => {
    test = await startTestApp({ worker: true });
    cast = await newCast(test);
    for (const income of ['poor', 'safe'] as const) {
      const household = await householdWithYear(cast.clerk, { income });
      await setStatus(test, household, 'REGISTERED');
      if (income === 'safe') await exitAt(test, cast, { household, to: 'COUNTY_DECISION' });
    }
  });
  afterAll(() => test.close());

  it('count households by income per head in steps of 1,000 yuan beside the poverty line', async () => {
    for (let tries = 0; tries < 100; tries += 1) {
      const { body } = await cast.approver.get<Incomes>(`/reports/incomes?year=${YEAR}`);
      if (body.bins.reduce((sum, { households }) => sum + households, 0) === 2) {
        expect(body).toMatchObject({ year: YEAR, step: 100_000, unknown: 0, line: expect.any(Number) });
        const [low, high] = body.bins.filter(({ households }) => households > 0);
        expect((low?.from ?? 0) < (body.line ?? 0) && (high?.from ?? 0) + body.step > (body.line ?? 0)).toBe(true);
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('the two households never appeared');
  });

  it('say how far the cases of a procedure came, and where they stand now', async () => {
    const { today } = (await cast.approver.get<{ today: string }>('/clock')).body;
    const { body } = await cast.approver.get<Funnel>(`/reports/cases?pack=household_exit&year=${today.slice(0, 4)}`);
    const at = body.steps.findIndex(({ waiting }) => waiting === 1);
    expect(body.steps[at]?.code).toBe('COUNTY_DECISION');
    expect(body.steps.map(({ reached }) => reached)).toEqual(body.steps.map((_, index) => (index <= at ? 1 : 0)));
    expect(body.outcomes).toEqual([{ status: 'OPEN', cases: 1 }]);
    expect((await cast.approver.get<Funnel>('/reports/cases?pack=household_exit&year=2019')).body.steps.some(({ reached }) => reached > 0)).toBe(false);
  });

  it('do not exist outside the territory', async () => {
    expect((await cast.approver.get('/reports/incomes?division=150222')).status).toBe(404);
    expect((await cast.approver.get('/reports/cases?pack=household_exit&year=2020&division=150222')).status).toBe(404);
  });
});
