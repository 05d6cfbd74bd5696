import { readFileSync } from 'node:fs';
import type { RuleSet } from '#domain';
import { RecalculationService } from '#eligibility';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { TestClient } from '../support/client.js';
import { plainCase } from '../support/eligibility-plain.js';
import { writeCases } from '../support/eligibility-rows.js';

const county = '150221';
const village = '150221213200';
const exit = JSON.parse(readFileSync('seeds/reference/rules/household-exit.json', 'utf8')) as RuleSet;
/** Only the income counts, and the bar is higher. */
const stricter = { combinator: 'and', rules: [{ field: 'net_income_per_capita_fen', operator: '>=', value: 800_000 }, { field: 'housing_safe', operator: '=', value: true }] };
const examples = [
  { name: { zh: '达到', en: 'above' }, facts: { net_income_per_capita_fen: 800_000, housing_safe: true }, parameters: {}, expected: 'met' },
  { name: { zh: '未达到', en: 'below' }, facts: { net_income_per_capita_fen: 799_999, housing_safe: true }, parameters: {}, expected: 'not_met' },
  { name: { zh: '不明', en: 'unknown' }, facts: { housing_safe: true }, parameters: {}, expected: 'unproven' },
];

interface Simulated {
  subjects: number;
  flips: number;
  counties: { countyCode: string; name: string; subjects: number; flips: number; changes: { before: string; after: string; subjects: number }[] }[];
  items: { id: string; name: string; before: string; after: string }[];
  nextCursor: string | null;
  seal: string;
}

let app: TestApp;
let region: TestClient;
let officer: TestClient;
beforeAll(async () => {
  app = await startTestApp();
  region = await app.as('region_officer', '15');
  officer = await app.as('county_officer', county);
  const incomes = [1_500_000, 1_600_000, 1_700_000, 400_000, null];
  await writeCases(app.database, [...incomes.map((income) => plainCase(village, { income })), plainCase('150222102200', { income: 1_500_000 })]);
  for (const code of [county, '150222']) await app.app.get(RecalculationService).recalculateCounty(code, { cause: 'test' });
}, 120_000);
afterAll(() => app.close());

const simulate = (client: TestClient, body: Record<string, unknown> = {}) =>
  client.post<Simulated & { code?: string }>('/simulations', { body: { ruleCode: 'household.exit', level: 'household', rule: stricter, year: 2020, ...body } });
const versionBody = (seal: string, more: Record<string, unknown> = {}) => ({
  level: 'household', name: exit.name, description: exit.description, rule: stricter, examples, source: { document: '测试文件', note: { zh: '说明', en: 'note' } },
  effectiveFrom: '2020-06-01', simulatedYear: 2020, seal, ...more,
});
const publish = (client: TestClient, body: unknown) => client.post<{ code: string; version: number; effectiveTo: string | null; failed?: unknown; params?: unknown }>('/rules/household.exit/versions', { body });
const verdictRows = () => adminQuery(app.database, 'select household_id, year, rule_code, verdict, rule_version_id from household_verdict order by 1, 2, 3');

describe('simulation of a rule', () => {
  it('says how many households would change, by county, and which, and writes nothing', async () => {
    const before = await verdictRows();
    const { status, body } = await simulate(region);
    expect(status).toBe(200);
    expect(body).toMatchObject({ subjects: 6, flips: 2 });
    expect(body.counties).toMatchObject([
      { countyCode: county, subjects: 5, flips: 1, changes: [{ before: 'met', after: 'not_met', subjects: 1 }] },
      { countyCode: '150222', subjects: 1, flips: 1 },
    ]);
    expect(body.counties[0]!.name).not.toBeNull();
    expect(body.items.map(({ before: was, after }) => [was, after])).toEqual([['met', 'not_met'], ['met', 'not_met']]);
    expect(await verdictRows()).toEqual(before);
  });

  it('pages through those that change', async () => {
    const first = (await simulate(region, { limit: 1 })).body;
    const second = (await simulate(region, { limit: 1, cursor: first.nextCursor })).body;
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([1, 1, null]);
    expect(first.items[0]!.id).not.toBe(second.items[0]!.id);
  });

  it('stays within the territory', async () => {
    expect((await simulate(officer)).body).toMatchObject({ subjects: 5, flips: 1 });
    expect((await simulate(officer, { division: '150222' })).status).toBe(404);
    expect((await simulate(await app.as('village_clerk', village))).status).toBe(403);
  });

  it('refuses a rule that names an unknown fact and says where', async () => {
    const { status, body } = await simulate(region, { rule: { field: 'shoe_size', operator: '>', value: 1 } });
    expect([status, body.code]).toEqual([422, 'rule.invalid']);
    expect(JSON.stringify(body)).toContain('shoe_size');
  });

  it('judges every county by its own parameters', async () => {
    const rule = { field: 'net_income_per_capita_fen', operator: '>=', value: { param: 'monitoring_line' } };
    const line = (division: string | undefined, value: number) =>
      region.put('/parameters/monitoring_line', { body: { year: 2020, ...(division ? { division } : {}), value, effectiveFrom: '2020-01-01', source: '试行文件〔2026〕1号', version: 0 } });
    expect([(await line(undefined, 100_000)).status, (await line('150222', 9_000_000)).status]).toEqual([200, 200]);
    const { body } = await simulate(region, { ruleCode: 'household.test', rule });
    const after = (code: string) => Object.fromEntries(body.counties.find(({ countyCode }) => countyCode === code)!.changes.map((change) => [change.after, change.subjects]));
    expect([after(county), after('150222')]).toEqual([{ met: 4, unproven: 1 }, { not_met: 1 }]);
    expect(body.items.map(({ id }) => id.slice(0, 6))).toEqual([county, county, county, county, county, '150222']);
  });

  it('simulates rules over members and rules of villages as well', async () => {
    const insured = { over: 'members', quantifier: 'all', where: { field: 'has_medical_insurance', operator: '=', value: true } };
    expect((await simulate(region, { ruleCode: 'household.insured', rule: insured })).body).toMatchObject({ subjects: 6, flips: 6 });
    const noPoor = await simulate(region, { ruleCode: 'village.exit', level: 'village', division: village, rule: { field: 'poor_households', operator: '=', value: 0 } });
    expect(noPoor.body.items).toMatchObject([{ id: village, before: 'unproven', after: 'not_met' }]);
  });
});

describe('publication of a rule', () => {
  it('needs the verb', async () => {
    expect((await publish(officer, versionBody('0'.repeat(64)))).status).toBe(403);
  });

  it('is refused without having seen its effect, when an example fails, and when it begins before the version in force', async () => {
    const { seal } = (await simulate(region)).body;
    expect((await publish(region, versionBody('0'.repeat(64)))).body.code).toBe('rule.simulate-first');
    const wrong = examples.map((example) => ({ ...example, expected: 'met' }));
    expect((await publish(region, versionBody(seal, { examples: wrong }))).body.code).toBe('rule.examples-failed');
    expect((await publish(region, versionBody(seal, { examples: examples.slice(0, 1) }))).body.code).toBe('rule.examples-failed');
    expect((await publish(region, versionBody(seal, { rule: { field: 'shoe_size', operator: '>', value: 1 } }))).body.code).toBe('rule.invalid');
    expect((await publish(region, versionBody(seal, { effectiveFrom: exit.effectiveFrom }))).body.code).toBe('rule.dates');
    expect((await region.get<unknown[]>('/rules/household.exit/versions')).body).toHaveLength(1);
  });

  it('is refused when the households changed since the simulation', async () => {
    const { seal } = (await simulate(region)).body;
    await adminQuery(app.database, `update household_verdict set verdict = 'not_met' where verdict = 'met' and rule_code = 'household.exit' and county_code = '150222'`);
    expect((await publish(region, versionBody(seal))).body.code).toBe('rule.simulate-first');
    await adminQuery(app.database, `update household_verdict set verdict = 'met' where verdict = 'not_met' and rule_code = 'household.exit' and county_code = '150222'`);
  });

  it('ends the version before, makes every county due, and the recalculation judges by it', async () => {
    const { seal } = (await simulate(region)).body;
    const answer = await publish(region, versionBody(seal));
    expect([answer.status, answer.body.version]).toEqual([201, 2]);
    const versions = await region.get<{ version: number; effectiveTo: string | null; sentence: { zh: string } }[]>('/rules/household.exit/versions');
    expect(versions.body.map(({ version, effectiveTo }) => [version, effectiveTo])).toEqual([[2, null], [1, '2020-06-01']]);
    expect(versions.body[0]!.sentence.zh).toContain('人均纯收入');
    const run = await app.app.get(RecalculationService).recalculateCounty(county, { cause: 'test' });
    expect(run?.kind).toBe('WHOLE');
    const counts = await adminQuery(app.database, `select verdict, count(*)::int as n from household_verdict where rule_code = 'household.exit' and year = 2020 and county_code = $1 group by 1 order by 1`, [county]);
    expect(counts).toEqual([{ verdict: 'met', n: 2 }, { verdict: 'not_met', n: 1 + 1 }, { verdict: 'unproven', n: 1 }]);
    const audited = await adminQuery(app.database, `select count(*)::int as n from audit_log where table_name = 'rule_version' and op = 'INSERT' and actor_id = $1`, [region.user!.userId]);
    expect(audited).toEqual([{ n: 1 }]);
  });

  it('lists every rule with its sentence for whoever may read rules', async () => {
    const { body } = await officer.get<{ code: string; sentence: { zh: string; en: string } }[]>('/rules');
    expect(body.map(({ code }) => code)).toEqual(expect.arrayContaining(['county.exit', 'household.exit', 'household.identify', 'household.ineligible', 'household.re_entry', 'village.exit']));
    expect((await officer.get('/rules/no.such/versions')).status).toBe(404);
  });
});
