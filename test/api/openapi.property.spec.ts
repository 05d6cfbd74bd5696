import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import fc from 'fast-check';
import type { OpenAPIObject } from '@nestjs/swagger';
import { holds, roles, roleTable, type Permission } from '#domain';
import { buildDocument } from '../../apps/api/src/openapi.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { OWN, plantCanaries } from '../support/canaries.js';
import type { TestClient } from '../support/client.js';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
type Schema = Record<string, unknown>;
interface Operation {
  method: Method;
  path: string;
  permission: string;
  parameters: { name: string; in: string; schema?: Schema }[];
  body: Schema | null;
  responses: Record<string, Schema | null>;
}

const CASES = Number(process.env['OPENAPI_CASES'] ?? 40);

/** Reads the live document, makes valid-looking, boundary, broken and wrong-type input, and holds each answer against its schema. */
describe('C1 every operation against its own document', () => {
  let t: TestApp;
  let operations: Operation[];
  let document: OpenAPIObject;
  const clients = new Map<string, TestClient>();
  const ajv = new Ajv({ strict: false, allErrors: false });
  (formats as unknown as (instance: Ajv) => void)(ajv);
  const compiled = new Map<string, ValidateFunction>();

  beforeAll(async () => {
    t = await startTestApp();
    await plantCanaries(t.database);
    document = buildDocument(t.app);
    ajv.addSchema({ $id: 'doc', components: document.components as Schema });
    operations = Object.entries(document.paths).flatMap(([path, item]) =>
      (['get', 'post', 'put', 'patch', 'delete'] as const).flatMap((method) => {
        const operation = item[method] as unknown as Record<string, unknown> | undefined;
        return operation ? [describeOperation(method, path, operation)] : [];
      }),
    );
    for (const role of roles) clients.set(role, await t.as(role, OWN[roleTable[role].grantLevels.includes('county') ? 'county' : (roleTable[role].grantLevels[0] ?? 'region')]));
  }, 120_000);
  afterAll(() => t.close());

  function describeOperation(method: Method, path: string, operation: Record<string, unknown>): Operation {
    const content = (value: unknown): Schema | null => ((value as { content?: Record<string, { schema?: Schema }> })?.content?.['application/json']?.schema ?? null);
    const responses = Object.fromEntries(Object.entries((operation['responses'] ?? {}) as Record<string, unknown>).map(([status, response]) => [status, content(response)]));
    return {
      method, path, permission: String(operation['x-permission'] ?? 'missing'),
      parameters: (operation['parameters'] ?? []) as Operation['parameters'],
      body: content(operation['requestBody']), responses,
    };
  }

  const resolve = (schema: Schema): Schema => {
    const ref = schema['$ref'];
    if (typeof ref !== 'string') return schema;
    return ((document.components?.schemas ?? {}) as Record<string, Schema>)[ref.split('/').at(-1) ?? ''] ?? {};
  };

  /** Values that fit a schema, with edges; one in eight is of a wrong type. */
  function arbitraryOf(given: Schema, depth = 0): fc.Arbitrary<unknown> {
    const schema = resolve(given);
    const junk = fc.constantFrom<unknown>(null, '', 'null', -1, 1e18, 0.5, true, [], {}, '\u0000', '𠮷', "' or 1=1 --", '2025-02-30', 'a'.repeat(5000), { __proto__: { a: 1 } });
    const options: fc.Arbitrary<unknown>[] = [];
    if (Array.isArray(schema['enum'])) options.push(fc.constantFrom(...(schema['enum'] as unknown[])));
    else if (Array.isArray(schema['allOf'])) options.push(arbitraryOf((schema['allOf'] as Schema[])[0] ?? {}, depth));
    else if (schema['type'] === 'integer' || schema['type'] === 'number') options.push(fc.integer({ min: Number(schema['minimum'] ?? -3), max: Number(schema['maximum'] ?? 2 ** 31) }));
    else if (schema['type'] === 'boolean') options.push(fc.boolean());
    else if (schema['type'] === 'array') options.push(depth > 3 ? fc.constant([]) : fc.array(arbitraryOf((schema['items'] ?? {}) as Schema, depth + 1), { maxLength: 3 }));
    else if (schema['type'] === 'object' || schema['properties']) {
      const properties = Object.entries((schema['properties'] ?? {}) as Record<string, Schema>);
      const required = new Set((schema['required'] ?? []) as string[]);
      options.push(fc.record(Object.fromEntries(properties.map(([key, value]) => [key, depth > 4 ? fc.constant(null) : arbitraryOf(value, depth + 1)])), { requiredKeys: properties.map(([key]) => key).filter((key) => required.has(key)) }));
    } else if (schema['format'] === 'uuid') options.push(fc.uuid());
    else if (schema['format'] === 'date') options.push(fc.constantFrom('2025-01-01', '2024-02-29', '1999-12-31'));
    else if (typeof schema['pattern'] === 'string') options.push(fc.stringMatching(new RegExp(schema['pattern'].replace(/\$$/, '$'), 'u')), fc.string({ maxLength: 20 }));
    else options.push(fc.string({ maxLength: 30 }), fc.constantFrom('150125100201', '150125', '2025', '王'));
    return fc.oneof({ weight: 7, arbitrary: fc.oneof(...options) }, { weight: 1, arbitrary: junk });
  }

  const clientFor = (operation: Operation): TestClient => {
    const role = operation.permission === 'signed-in' ? 'county_officer' : roles.find((name) => holds(name, operation.permission as Permission) && name === 'county_officer') ?? roles.find((name) => holds(name, operation.permission as Permission));
    return (role && clients.get(role)) || t.anonymous();
  };

  const pathValue = (schema: Schema | undefined) =>
    fc.oneof(fc.constantFrom('150125', '150125100201', '150125-01900000-0000-7000-8000-000000000000', '2025', '1', '%00', '..%2f', '%F0%A0%AE%B7'), schema ? arbitraryOf(schema).map((value) => encodeURIComponent(typeof value === 'object' ? JSON.stringify(value) : String(value))) : fc.constant('x')).map((value) => value || '_');

  it('never answers 5xx, never with a body that its schema does not allow, and invalid input with 4xx', async () => {
    const faults: string[] = [];
    let sent = 0;
    const skipped = (operation: Operation) => operation.path.includes('/sessions') || !operation.path.startsWith('/api/');
    for (const operation of operations.filter((entry) => !skipped(entry))) {
      const path = fc.tuple(...operation.parameters.filter((p) => p.in === 'path').map((p) => pathValue(p.schema)));
      const query = fc.record(Object.fromEntries(operation.parameters.filter((p) => p.in === 'query').map((p) => [p.name, arbitraryOf(p.schema ?? {})])), { requiredKeys: [] });
      const body = operation.body ? fc.option(arbitraryOf(operation.body), { freq: 20, nil: undefined }) : fc.constant(undefined);
      const samples = fc.sample(fc.record({ path, query, body }), { numRuns: CASES, seed: 20261122 });
      for (const sample of samples) {
        sent++;
        let index = 0;
        const search = new URLSearchParams(Object.entries(sample.query).map(([key, value]): [string, string] => [key, typeof value === 'object' ? JSON.stringify(value) : String(value)])).toString();
        const url = operation.path.replace(/\{[^}]+\}/g, () => sample.path[index++] ?? 'x') + (search ? `?${search}` : '');
        const payload = sample.body === undefined || typeof sample.body === 'object' ? sample.body : JSON.stringify(sample.body);
        const headers: Record<string, string> = typeof payload === 'string' ? { 'content-type': 'application/json' } : {};
        const response = await clientFor(operation)[operation.method](url, { body: payload ?? undefined, headers });
        const fault = judge(operation, response);
        if (fault) faults.push(`${operation.method} ${operation.path}: ${fault} for ${url.slice(0, 200)} ${JSON.stringify(sample.body)?.slice(0, 300)}`);
      }
    }
    console.log(`C1: ${operations.length} operations, ${sent} requests, ${faults.length} faults`);
    expect(faults.slice(0, 20)).toEqual([]);
  }, 900_000);

  function judge(operation: Operation, response: { status: number; body: unknown; headers: Record<string, unknown> }): string | null {
    if (response.status >= 500) return `status ${response.status} ${JSON.stringify(response.body).slice(0, 200)}`;
    if (response.status >= 400) {
      const code = (response.body as { code?: unknown })?.code;
      return typeof code === 'string' && String(response.headers['content-type']).includes('application/problem+json') ? null : `refusal ${response.status} without a code`;
    }
    if (!(String(response.status) in operation.responses)) return `undocumented status ${response.status}`;
    const schema = operation.responses[String(response.status)];
    if (!schema || !String(response.headers['content-type'] ?? '').includes('json')) return null;
    const key = `${operation.method} ${operation.path} ${response.status}`;
    const validate = compiled.get(key) ?? ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('#/components', 'doc#/components').replaceAll('"nullable":true', '"nullable":true')) as Schema);
    compiled.set(key, validate);
    return validate(response.body) ? null : `response does not fit: ${ajv.errorsText(validate.errors)}`;
  }
});
