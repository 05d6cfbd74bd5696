import { policyParameters } from '#domain';
import { startTestApp, type TestApp } from '../support/app.js';
import type { TestClient } from '../support/client.js';

interface Effective { set: boolean; value: number | null; text: string | null; basis: string | null; source: string | null }
interface Value { value: number | null; version: number; source: string; year: number | null }

describe('parameters', () => {
  let test: TestApp;
  let officer: TestClient;
  let clerk: TestClient;
  beforeAll(async () => {
    test = await startTestApp();
    officer = await test.as('region_officer', '15');
    clerk = await test.as('village_clerk', '150221100201');
  });
  afterAll(() => test.close());
  const effective = async (name: string, query = ''): Promise<Effective> => (await clerk.get<Effective>(`/parameters/${name}/effective?${query}`)).body;
  const set = (name: string, body: Record<string, unknown>) =>
    officer.put<Value>(`/parameters/${name}`, { body: { effectiveFrom: '2020-01-01', source: '试行文件〔2026〕1号', version: 0, ...body } });

  it('lists every parameter, and says of those without a value that they are not set', async () => {
    const { body } = await clerk.get<{ items: { name: string; set: boolean; values: Value[] }[] }>('/parameters');
    const found = (name: string) => body.items.find((item) => item.name === name);
    expect(body.items.map(({ name }) => name).sort()).toEqual(policyParameters.map(({ name }) => name).sort());
    expect(found('idle_fund_months')).toMatchObject({ set: false, values: [] });
    expect(found('exit_village_incidence')).toMatchObject({ set: true, values: [{ value: 300, source: '厅字〔2016〕16号' }] });
  });

  it('answers "not set" with null and never with 0', async () => {
    expect(await effective('monitoring_line', 'year=2024')).toMatchObject({ set: false, value: null, source: null });
    expect(await effective('gradual_exit_months')).toMatchObject({ set: false, value: null });
    expect(await effective('poverty_line')).toMatchObject({ set: false, value: null });
  });

  it.each([
    ['poverty_line', 'year=2015', 285_500, 'WORKING'],
    ['poverty_line', 'year=2015&basis=NBS', 285_500, 'NBS'],
    ['poverty_line', 'year=2016', 295_200, 'NBS'],
    ['poverty_line', 'year=2016&basis=WORKING', null, null],
    ['poverty_line', 'year=2020&division=150221100201', 400_000, 'WORKING'],
    ['poverty_line', 'year=2020&basis=NBS', null, null],
    ['monitoring_line', 'year=2021', 600_000, null],
    ['notice_days', '', 7, null],
    ['notice_days', 'subject=household_exit', 7, null],
    ['notice_days', 'subject=project', 10, null],
    ['exit_county_approval_rate', 'year=2020', 9_000, null],
  ])('%s?%s is %p on the basis %p', async (name, query, value, basis) => {
    expect(await effective(name, query)).toMatchObject({ set: value !== null, value, basis });
  });

  it('reads a text parameter', async () => {
    expect(await effective('notice_day_unit', 'subject=county_exit')).toMatchObject({ set: true, value: null, text: 'working' });
  });

  it('takes the value of the nearest division, and the region’s elsewhere', async () => {
    const region = await set('monitoring_line', { year: 2025, value: 700_000 });
    const prefecture = await set('monitoring_line', { year: 2025, division: '1502', value: 720_000 });
    const county = await set('monitoring_line', { year: 2025, division: '150221', value: 750_000 });
    expect([region.status, prefecture.status, county.status]).toEqual([200, 200, 200]);
    expect((await effective('monitoring_line', 'year=2025&division=150221100201')).value).toBe(750_000);
    expect((await effective('monitoring_line', 'year=2025&division=150222')).value).toBe(720_000);
    expect((await effective('monitoring_line', 'year=2025&division=150121')).value).toBe(700_000);
    const withdrawn = await set('monitoring_line', { year: 2025, division: '150221', value: null, version: county.body.version });
    expect(withdrawn.status).toBe(200);
    expect((await effective('monitoring_line', 'year=2025&division=150221')).value).toBe(720_000);
  });

  it('follows effective dates and keeps every earlier value in the history', async () => {
    const first = await set('team_min_size', { value: 4, effectiveFrom: '2030-01-01', version: 0 });
    expect(first).toMatchObject({ status: 409, body: { code: 'stale-version' } });
    const seen = (await clerk.get<{ items: Value[] }>('/parameters/team_min_size/history')).body.items[0]?.version;
    expect((await set('team_min_size', { value: 4, effectiveFrom: '2030-01-01', version: seen })).status).toBe(200);
    expect((await effective('team_min_size')).value).toBe(3);
    expect((await effective('team_min_size', 'on=2030-01-01')).value).toBe(4);
    expect((await clerk.get<{ items: Value[] }>('/parameters/team_min_size/history')).body.items.map(({ value }) => value)).toEqual([4, 3]);
  });

  it('lets only one of many writers of the same version win', async () => {
    const writers = Array.from({ length: 15 }, (_, index) => set('idle_fund_months', { value: index + 1, version: 0 }));
    const statuses = (await Promise.all(writers)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(14);
  });

  it.each([
    ['poverty_line', { year: 2026, value: 1 }, 422, 'parameter.wrong-key'],
    ['poverty_line', { year: 2026, basis: 'NBS', value: 1.5 }, 422, 'validation'],
    ['poverty_line', { year: 2026, basis: 'NBS', text: '4000' }, 422, 'validation'],
    ['exit_village_incidence', { value: 10_001 }, 422, 'parameter.out-of-range'],
    ['exit_village_incidence', { value: 200, effectiveTo: '2019-01-01' }, 422, 'parameter.dates'],
    ['exit_village_incidence', { value: 200, source: ' ' }, 422, 'parameter.source-required'],
    ['exit_village_incidence', { value: 200, division: '159999' }, 404, 'division.not-found'],
    ['visits_per_year', { value: 12 }, 422, 'parameter.wrong-key'],
    ['no_such_parameter', { value: 1 }, 404, 'parameter.unknown'],
  ])('refuses %s %j with %d %s', async (name, body, status, code) => {
    expect(await set(name, body)).toMatchObject({ status, body: { code } });
  });

  it('lets only the region write, and audits who did', async () => {
    const county = await test.as('county_officer', '150221');
    expect((await county.put('/parameters/team_min_size', { body: { value: 1, effectiveFrom: '2020-01-01', source: 'x', version: 0 } })).status).toBe(403);
    await set('team_term_years', { value: 3, year: 2026 });
    const { rows } = await audited(test, 'team_term_years');
    expect(rows).toMatchObject([{ op: 'INSERT', actor_role: 'region_officer' }]);
  });
});

async function audited(test: TestApp, name: string) {
  const { Client } = (await import('pg')).default;
  const admin = new Client(test.database.adminUrl);
  await admin.connect();
  try {
    return await admin.query("select op, actor_role from audit_log where table_name = 'parameter' and actor_role <> 'system' and payload::jsonb -> 'after' ->> 'name' = $1", [name]);
  } finally {
    await admin.end();
  }
}
