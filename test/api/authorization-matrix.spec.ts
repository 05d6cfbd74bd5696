import { formatCaseId, holds, roles, roleTable, type Permission, type Role } from '#domain';
import { RouteLaw, type RouteInfo } from '#platform';
import { startTestApp, type TestApp } from '../support/app.js';
import { OWN, plantCanaries, type Canary } from '../support/canaries.js';
import type { TestClient } from '../support/client.js';
import { adminQuery } from '../support/admin.js';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** Every role at its own place around the village of the first canary. */
const divisionOf = (role: Role) => OWN[roleTable[role].grantLevels.includes('county') ? 'county' : (roleTable[role].grantLevels[0] ?? 'region')];

/** Made from the live routes: a route that is added later is covered without a line here. */
describe('A1 authorization matrix', () => {
  let t: TestApp;
  let routes: RouteInfo[];
  let canaries: Canary[];
  const clients = new Map<Role, TestClient>();

  beforeAll(async () => {
    t = await startTestApp();
    canaries = await plantCanaries(t.database);
    routes = t.app.get(RouteLaw).routes();
    for (const role of roles) clients.set(role, await t.as(role, divisionOf(role)));
  }, 120_000);
  afterAll(() => t.close());

  const call = (client: TestClient, route: RouteInfo, path: string) => {
    const method = route.method.toLowerCase() as Method;
    return client[method](path, method === 'get' || method === 'delete' ? {} : { body: {} });
  };
  const fill = (path: string, value: string) => path.replace(/:[A-Za-z]+/g, value);
  const inApi = (route: RouteInfo) => !/^\/(live|ready|metrics)/.test(route.path);
  const guarded = () => routes.filter((route) => inApi(route) && route.permission !== 'public');
  const endsMySession = (route: RouteInfo) => route.path.startsWith('/sessions/current');

  it('lets a role do what its table says and answers 403 to everything else', async () => {
    const faults: string[] = [];
    let cells = 0;
    for (const route of guarded().filter((entry) => !endsMySession(entry))) {
      for (const role of roles) {
        const client = clients.get(role);
        if (!client) continue;
        cells++;
        const { status, body } = await call(client, route, fill(route.path, formatCaseId('150125', '00000000-0000-7000-8000-0000000000ff')));
        const allowed = route.permission === 'signed-in' || holds(role, route.permission as Permission);
        const refused = status === 403 && (body as { code?: string }).code === 'forbidden';
        if (allowed === refused || status >= 500) faults.push(`${role} ${route.method} ${route.path}: ${status}`);
      }
    }
    console.log(`A1: ${guarded().length} routes × ${roles.length} roles = ${cells} cells, ${faults.length} faults`);
    expect(faults).toEqual([]);
  }, 300_000);

  it('answers 401 without a session on every route, whatever it is given', async () => {
    const faults: string[] = [];
    for (const route of guarded()) {
      const { status } = await call(t.anonymous(), route, fill(route.path, '1'));
      if (status !== 401) faults.push(`${route.method} ${route.path}: ${status}`);
    }
    expect(faults).toEqual([]);
  });

  it('B6 refuses every changing route without the token, and from a foreign origin', async () => {
    const faults: string[] = [];
    let tried = 0;
    const client = clients.get('county_officer');
    for (const route of guarded().filter((entry) => entry.method !== 'GET')) {
      for (const headers of [{ 'x-csrf-token': '' }, { origin: 'https://evil.example' }] as Record<string, string>[]) {
        tried++;
        const method = route.method.toLowerCase() as Method;
        const { status, body } = await client![method](fill(route.path, '1'), { headers, body: {} });
        if (status !== 403 || (body as { code?: string }).code !== 'csrf') faults.push(`${route.method} ${route.path}: ${status}`);
      }
    }
    console.log(`B6: ${tried} requests without token or from a foreign origin, ${faults.length} let through`);
    expect(faults).toEqual([]);
  });

  it('never shows or changes a row outside the territory: absent and foreign look the same', async () => {
    const faults: string[] = [];
    let tried = 0;
    const tables = await adminQuery<{ name: string }>(t.database, 'select name from app.case_table order by 1');
    const ids: { table: string; village_code: string; id: string }[] = [];
    for (const { name } of tables) {
      const hasId = await adminQuery(t.database, "select 1 from information_schema.columns where table_schema = 'public' and table_name = $1 and column_name = 'id' and data_type = 'uuid'", [name]);
      if (hasId.length === 0) continue;
      ids.push(...(await adminQuery<{ table: string; village_code: string; id: string }>(t.database, `select '${name}' as table, village_code, county_code || '-' || id as id from "${name}" limit 20`)));
    }
    for (const role of roles) {
      const client = clients.get(role);
      const scope = holds(role, 'household.read') ? divisionOf(role) : 'none';
      for (const route of guarded().filter((entry) => entry.path.includes(':') && (entry.permission === 'signed-in' || holds(role, entry.permission as Permission)))) {
        for (const foreign of ids.filter((row) => !row.village_code.startsWith(scope))) {
          tried++;
          const { status } = await call(client!, route, fill(route.path, foreign.id));
          if (status < 400 || status >= 500 || status === 403) faults.push(`${role} ${route.method} ${route.path} with ${foreign.table}: ${status}`);
        }
      }
    }
    console.log(`A1: ${tried} requests for rows outside the territory, ${faults.length} answered`);
    expect(faults).toEqual([]);
  }, 600_000);

  it('A5 shows no foreign name in any list and no clear number anywhere', async () => {
    const faults: string[] = [];
    let tried = 0;
    for (const role of roles) {
      const client = clients.get(role);
      const scope = holds(role, 'household.read') ? divisionOf(role) : 'none';
      for (const route of guarded().filter((entry) => entry.method === 'GET' && !entry.path.includes(':'))) {
        tried++;
        const { raw } = await client!.get(route.path);
        const text = raw.toString('utf8');
        for (const canary of canaries) {
          if (!canary.villageCode.startsWith(scope) && (text.includes(canary.name) || text.includes(canary.householdId))) faults.push(`${role} ${route.path}: ${canary.relation}`);
          if (text.includes(canary.secret)) faults.push(`${role} ${route.path}: clear number`);
        }
      }
    }
    console.log(`A5: ${tried} lists read, ${faults.length} leaks`);
    expect(faults).toEqual([]);
  }, 300_000);
});
