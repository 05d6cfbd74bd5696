import { shanghaiDate, yearOf } from '#domain';
import { startTestApp, type TestApp } from '../support/app.js';
import type { TestClient } from '../support/client.js';
import { newCast, record, village, type Cast } from '../support/procedures.js';
import { person, registerHousehold } from '../support/households.js';

describe('the year that a case is judged by', () => {
  let test: TestApp;
  let cast: Cast;
  beforeAll(async () => {
    test = await startTestApp();
    cast = await newCast(test);
  });
  afterAll(() => test.close());

  const household = async (years: readonly number[]) => {
    const made = await registerHousehold(cast.clerk, village, { members: [person('测试户主', '01')] });
    for (const year of years) await record(cast.clerk, made, { year, wage: 100_000 });
    return made.id;
  };
  const begin = async (client: TestClient, subjectId: string, more: Record<string, unknown> = {}) => {
    const { body } = await client.post<{ id: string }>('/cases', { body: { pack: 'identification', subjectId, ...more } });
    return (await client.get<{ year: number }>(`/cases/${body.id}`)).body.year;
  };

  it('is the latest with a record and a poverty line: 2020 has a line, 2021 has none', async () => {
    expect(await begin(cast.clerk, await household([2015, 2020, 2021]))).toBe(2020);
  });

  it('is the latest record where no year has a line, and the running year without any record', async () => {
    expect(await begin(cast.clerk, await household([2022, 2023]))).toBe(2023);
    expect(await begin(cast.clerk, await household([]))).toBe(yearOf(shanghaiDate(new Date())));
  });

  it('is what whoever starts it says', async () => {
    expect(await begin(cast.clerk, await household([2020]), { year: 2015 })).toBe(2015);
  });
});
