import { holds, roles, roleTable, type Permission } from '#domain';
import { buildDocument } from '../../apps/api/src/openapi.js';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { OWN, plantCanaries } from '../support/canaries.js';

type Method = 'post' | 'put' | 'patch' | 'delete';

describe('A7 nobody assigns what a route does not offer', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await startTestApp();
    await plantCanaries(t.database);
  });
  afterAll(() => t.close());

  it('every field that the document does not name is refused by every changing route, whatever column it is', async () => {
    const columns = (await adminQuery<{ c: string }>(t.database, `
      select distinct c.column_name as c from information_schema.columns c where c.table_schema = 'public' and not c.table_name like 'audit_log_%'`)).map((row) => row.c);
    const camel = (name: string) => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
    const planted = [...new Set([...columns, ...columns.map(camel)])];
    const document = buildDocument(t.app);
    const schemas = (document.components?.schemas ?? {}) as Record<string, { properties?: Record<string, unknown> }>;
    const faults: string[] = [];
    let tried = 0;
    for (const [path, item] of Object.entries(document.paths)) {
      for (const method of ['post', 'put', 'patch', 'delete'] as Method[]) {
        const operation = item[method] as unknown as { 'x-permission'?: string; requestBody?: { content?: Record<string, { schema?: { $ref?: string } }> } } | undefined;
        const ref = operation?.requestBody?.content?.['application/json']?.schema?.$ref;
        if (!operation || !ref || path.includes('/sessions')) continue;
        const offered = new Set(Object.keys(schemas[ref.split('/').at(-1) ?? '']?.properties ?? {}));
        const role = roles.find((name) => operation['x-permission'] === 'signed-in' || holds(name, operation['x-permission'] as Permission));
        if (!role) continue;
        const client = await t.as(role, OWN[roleTable[role].grantLevels.includes('county') ? 'county' : (roleTable[role].grantLevels[0] ?? 'region')]);
        const url = path.replace(/\{[^}]+\}/g, '150125-00000000-0000-7000-8000-0000000000ff');
        // Forty names a request; the answer must name each of them. What it leaves out is asked about by itself.
        const send = async (fields: string[]): Promise<void> => {
          tried++;
          const response = await client[method](url, { body: JSON.stringify(Object.fromEntries(fields.map((field) => [field, 'x']))), headers: { 'content-type': 'application/json' } });
          if (response.status < 400 || response.status >= 500) faults.push(`${method} ${path} ${fields.join()}: ${response.status}`);
          if (response.status !== 422 || (response.body as { code?: string }).code !== 'validation') return;
          const answer = JSON.stringify(response.body);
          const unnamed = fields.filter((field) => !answer.includes(`"${field}"`));
          if (fields.length === 1) faults.push(...unnamed.map((field) => `${method} ${path} ${field} is not named as the fault`));
          else for (const field of unnamed) await send([field]);
        };
        const foreign = planted.filter((name) => !offered.has(name));
        for (let from = 0; from < foreign.length; from += 40) await send(foreign.slice(from, from + 40));
        tried += 2;
        for (const body of ['{"__proto__": {"status": "EXITED_ENTITLED"}}', '{"constructor": {"prototype": {"x": 1}}}']) {
          const { status } = await client[method](url, { body, headers: { 'content-type': 'application/json' } });
          if (status < 400 || status >= 500) faults.push(`${method} ${path} ${body}: ${status}`);
        }
      }
    }
    console.log(`A7: ${planted.length} names, ${tried} requests, ${faults.length} faults`);
    expect(faults.slice(0, 20)).toEqual([]);
  }, 600_000);
});
