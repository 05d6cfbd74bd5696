import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { registerHousehold, villages } from '../support/households.js';
import type { TestClient } from '../support/client.js';

/** The API remembers whose session it is. Here the database changes behind its back, as another process would change it. */
describe('A6 a remembered session', () => {
  let app: TestApp;
  let clerk: TestClient;
  beforeAll(async () => {
    app = await startTestApp();
    await registerHousehold(await app.as('village_clerk', villages.haizi), villages.haizi);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    clerk = await app.as('village_clerk', villages.haizi);
    expect((await clerk.get('/households')).status).toBe(200); // from here on it is remembered
  });
  const change = (sql: string) => adminQuery(app.database, `begin; set local app.actor = '00000000-0000-7000-8000-000000000001'; set local app.role = 'system'; ${sql}; commit`);
  const mine = () => `user_id = '${clerk.user?.userId}'`;

  it.each([
    ['a session that was revoked', () => `update user_session set revoked_at = now() where ${mine()}`],
    ['a session past its end', () => `update user_session set expires_at = now() where ${mine()}`],
    ['a session that was idle for too long', () => `update user_session set last_seen_at = now() - interval '31 minutes' where ${mine()}`],
    ['a grant that was revoked', () => `update role_grant set revoked_at = now() where ${mine()}`],
    ['a grant that ended yesterday', () => `update role_grant set valid_to = app.today() - 1 where ${mine()}`],
    ['a disabled account', () => `update app_user set status = 'DISABLED' where id = '${clerk.user?.userId}'`],
  ])('%s is refused on the next request, for reading and for writing', async (_, sql) => {
    await change(sql());
    const before = (await adminQuery(app.database, 'select count(*)::int as n from household'))[0];
    expect((await clerk.get('/households')).status).toBe(401);
    expect((await clerk.post('/households', { body: { villageCode: villages.haizi, values: {}, members: [] } })).status).toBe(401);
    expect((await adminQuery(app.database, 'select count(*)::int as n from household'))[0]).toEqual(before);
  });

  it('sees at once the territory of another division, and nothing of the one before', async () => {
    expect((await clerk.get<{ items: unknown[] }>('/households')).body.items).toHaveLength(1);
    await change(`update role_grant set division_code = '${villages.otherCity}' where ${mine()}`);
    const answer = await clerk.get<{ items: unknown[] }>('/households');
    expect([answer.status, answer.body.items]).toEqual([200, []]);
  });

  it('may at once do no more than another role may, and as much as it may', async () => {
    await change(`update role_grant set role = 'team_member' where ${mine()}`);
    expect((await clerk.get<{ items: unknown[] }>('/households')).status).toBe(200);
    expect((await clerk.post('/runs', { body: {} })).status).toBe(403);
    await change(`update role_grant set role = 'county_officer', division_code = '150221' where ${mine()}`);
    expect((await clerk.post('/runs', { body: {} })).status).toBe(202);
    await change(`update role_grant set role = 'inspector' where ${mine()}`);
    expect((await clerk.post('/runs', { body: {} })).status).toBe(403);
  });

  it('goes by the new name at once', async () => {
    await change(`update app_user set display_name = '巴雅尔 · Bayar' where id = '${clerk.user?.userId}'`);
    expect((await clerk.get('/households')).status).toBe(200);
    expect((await clerk.get<{ name: string }>('/me')).body.name).toBe('巴雅尔 · Bayar');
  });

  it('is marked as used after a minute, so that it does not fall idle', async () => {
    await change(`update user_session set last_seen_at = now() - interval '5 minutes' where ${mine()}`);
    expect((await clerk.get('/households')).status).toBe(200);
    expect(await adminQuery(app.database, `select 1 from user_session where ${mine()} and last_seen_at < now() - interval '1 minute'`)).toEqual([]);
  });
});
