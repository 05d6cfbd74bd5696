import { formatCaseId, holds, type Permission } from '#domain';
import { RouteLaw, type RouteInfo } from '#platform';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { OWN, plantCanaries, type Canary } from '../support/canaries.js';

describe('G2 what was done, read or refused is written down once', () => {
  let t: TestApp;
  let routes: RouteInfo[];
  let own: Canary;
  beforeAll(async () => {
    t = await startTestApp();
    own = (await plantCanaries(t.database))[0] as Canary;
    routes = t.app.get(RouteLaw).routes().filter((route) => route.permission !== 'public');
  });
  afterAll(() => t.close());

  const count = async (where: string, params: unknown[] = []) =>
    (await adminQuery<{ n: number }>(t.database, `select count(*)::int as n from audit_log a where ${where}`, params))[0]?.n ?? 0;

  it('every refused verb leaves exactly one record that names route and actor', async () => {
    const clerk = await t.as('village_clerk', OWN.village);
    const forbidden = routes.filter((route) => route.permission !== 'signed-in' && !holds('village_clerk', route.permission as Permission));
    for (const route of forbidden) {
      const method = route.method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete';
      expect([route.path, (await clerk[method](route.path.replace(/:[A-Za-z]+/g, '1'), method === 'get' ? {} : { body: {} })).status]).toEqual([route.path, 403]);
    }
    expect(await count("a.op = 'REFUSED' and a.actor_id = $1", [clerk.user?.userId])).toBe(forbidden.length);
    const distinct = await adminQuery<{ n: number }>(t.database, "select count(distinct request_id)::int as n from audit_log where op = 'REFUSED' and actor_id = $1", [clerk.user?.userId]);
    console.log(`G2: ${forbidden.length} refused requests, ${distinct[0]?.n} records`);
    expect(distinct[0]?.n).toBe(forbidden.length);
  });

  it('every read of personal data leaves exactly one record, at the household that was read', async () => {
    const officer = await t.as('county_officer', OWN.county);
    const sensitive = routes.filter((route) => route.logRead !== null && route.method === 'GET' && holds('county_officer', route.permission as Permission));
    let read = 0;
    for (const route of sensitive) {
      const { status } = await officer.get(route.path.replace(/:[A-Za-z]+/g, formatCaseId(own.countyCode, own.householdId)));
      if (status === 200) read++;
    }
    expect(read).toBeGreaterThan(0);
    console.log(`G2: ${read} sensitive reads`);
    expect(await count("a.op = 'READ' and a.actor_id = $1", [officer.user?.userId])).toBe(read);
  });

  it('a read outside the territory is refused, recorded, and not recorded as a read', async () => {
    const stranger = await t.as('county_officer', '150221');
    expect((await stranger.get(`/households/${formatCaseId(own.countyCode, own.householdId)}`)).status).toBe(404);
    expect(await count("a.op = 'REFUSED' and a.actor_id = $1", [stranger.user?.userId])).toBe(1);
    expect(await count("a.op = 'READ' and a.actor_id = $1", [stranger.user?.userId])).toBe(0);
  });

  it('a write that fails leaves nothing but its refusal; one that succeeds leaves one record per row', async () => {
    const security = await t.as('security_admin', OWN.region);
    const before = await count("a.table_name = 'role_grant' and a.op = 'INSERT' and a.actor_id = $1", [security.user?.userId]);
    await security.post(`/accounts/${security.user?.userId}/grants`, { body: { role: 'county_officer', divisionCode: '15' } });
    expect(await count("a.table_name = 'role_grant' and a.op = 'INSERT' and a.actor_id = $1", [security.user?.userId])).toBe(before);
    const target = await t.as('inspector', OWN.region);
    const granted = await security.post(`/accounts/${target.user?.userId}/grants`, { body: { role: 'inspector', divisionCode: '1501' } });
    expect(granted.status).toBe(201);
    expect(await count("a.table_name = 'role_grant' and a.op = 'INSERT' and a.actor_id = $1", [security.user?.userId])).toBe(before + 1);
  });

  it('G4 a business change whose audit record cannot be written does not happen', async () => {
    const actor = await t.as('security_admin', OWN.region);
    const subject = await t.as('inspector', OWN.region);
    await adminQuery(t.database, "alter table audit_log add constraint planted check (table_name <> 'role_grant') not valid");
    const { status } = await actor.post(`/accounts/${subject.user?.userId}/grants`, { body: { role: 'inspector', divisionCode: '1504' } });
    await adminQuery(t.database, 'alter table audit_log drop constraint planted');
    expect(status).toBeGreaterThanOrEqual(400);
    const grants = await adminQuery<{ n: number }>(t.database, "select count(*)::int as n from role_grant where division_code = '1504'");
    expect(grants[0]?.n).toBe(0);
  });
});
