import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { TestClient } from '../support/client.js';

interface Version { code: string; version: number; parameters: { name: string; value?: number | string | null; origin: string }[] }

let app: TestApp;
let region: TestClient;
const document = { zh: '自治区住房和城乡建设厅 2026 年第 1 号文件（测试）', tag: 'source T1' };
const set = (client: TestClient, code: string, body: object) => client.post<Version & { code: string }>(`/checks/${code}/parameters`, { body: { basis: document, effectiveFrom: '2020-01-01', ...body } });
const stored = () => adminQuery<{ version: number; sql: string | null; sql_sha256: string | null; valid_to: string | null; basis: { tag: string }[] }>(
  app.database, `select version, sql, sql_sha256, valid_to::text, basis from check_version where code = 'A68' order by version`);

beforeAll(async () => {
  app = await startTestApp();
  region = await app.as('region_officer', '15');
});
afterAll(() => app.close());

describe('a number of a check that nobody has set', () => {
  it('is set with the document that gives it, as a new version whose statement is the one before', async () => {
    const name = (await region.get<{ check: Version }>('/checks/A68')).body.check.parameters.find(({ value }) => (value ?? null) === null)!.name;
    const answer = await set(region, 'A68', { values: { [name]: 25 } });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ code: 'A68', version: 2 });
    expect(answer.body.parameters.find((one) => one.name === name)).toMatchObject({ value: 25, origin: 'source T1' });
    const [first, second] = await stored();
    expect(first).toMatchObject({ version: 1, valid_to: '2020-01-01' });
    expect(second).toMatchObject({ version: 2, sql: first!.sql, sql_sha256: first!.sql_sha256, valid_to: null });
    expect(second!.basis.at(-1)).toMatchObject({ tag: 'source T1' });
  });

  it('is refused with a name that the check does not have, a value that does not fit, or an earlier day', async () => {
    for (const values of [{ nothing: 1 }, { constructor: 1 }]) expect((await set(region, 'A12', { values })).body.code).toBe('check.parameters');
    const name = (await region.get<{ check: Version }>('/checks/A12')).body.check.parameters[0]!.name;
    for (const value of ['much', -1, true, { $ne: 1 }]) expect([value, (await set(region, 'A12', { values: { [name]: value } })).body.code]).toEqual([value, 'check.parameters']);
    expect((await set(region, 'A12', { values: { [name]: 1 }, effectiveFrom: '2010-01-01' })).body.code).toBe('check.dates');
    expect((await set(region, 'A99', { values: {} })).status).toBe(404);
  });

  it('is set by the region only, and nobody can bring a statement of their own', async () => {
    expect((await set(await app.as('inspector', '15'), 'A12', { values: {} })).status).toBe(403);
    const statement = `insert into check_version (id, code, version, ordinal, severity, room, subject, name, meaning, basis, sql, sql_sha256, valid_from)
      select gen_random_uuid(), 'A12', 9, ordinal, severity, room, subject, name, meaning, basis, 'select 1', repeat('0', 64), '2021-01-01' from check_version where code = 'A12' limit 1`;
    await expect(app.db.run({ actor: { userId: '00000000-0000-7000-8000-000000000001', name: 's', role: 'system', division: '15', scope: '15', grantId: null, sessionId: null } }, () => app.db.query(statement))).rejects.toMatchObject({ code: 'not-found' });
  });
});
