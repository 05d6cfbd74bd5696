import { RecalculationService } from '#eligibility';
import { startTestApp, type TestApp } from '../support/app.js';
import type { TestClient } from '../support/client.js';
import { plainCase } from '../support/eligibility-plain.js';
import { writeCases } from '../support/eligibility-rows.js';

const county = '150221';
const stricter = { combinator: 'and', rules: [{ field: 'status', operator: 'in', value: ['REGISTERED', 'PRE_EXIT', 'RETURNED'] }, { field: 'labour_count', operator: '>=', value: 2 }] };
const example = (zh: string, facts: object, expected: string) => ({ name: { zh, en: zh }, facts, parameters: {}, expected });
const examples = [example('两个劳动力', { status: 'REGISTERED', labour_count: 2 }, 'met'), example('一个劳动力', { status: 'REGISTERED', labour_count: 1 }, 'not_met'), example('未采集', { status: 'REGISTERED' }, 'unproven')];
const version = {
  kind: 'INDUSTRY', level: 'household', delivery: 'PLAN', name: { zh: '特色产业扶贫', en: 'specialised industries' }, eligibility: stricter, moves: { facts: ['net_income_per_capita_fen'], causes: ['07'] },
  overlaps: [], sources: [{ document: 'S001', place: { zh: '第六条', en: 'article 6' } }], examples, effectiveFrom: '2026-01-01',
};

let test: TestApp;
let region: TestClient;
beforeAll(async () => {
  test = await startTestApp();
  region = await test.as('region_officer', '15');
  await writeCases(test.database, [plainCase('150221213200', { persons: 1 }), plainCase('150221213200', { persons: 2 }), plainCase('150221213201', { status: 'EXITED_ENTITLED' })]);
  await test.app.get(RecalculationService, { strict: false }).recalculateCounty(county, { cause: 'test' });
}, 120_000);
afterAll(() => test.close());

const simulate = () => region.post<{ flips: number; seal: string; counties: unknown[] }>('/measures/IND-01/simulations', { body: { level: 'household', eligibility: stricter } });
const publish = (body: object) => region.post('/measures/IND-01/versions', { body });

describe('publishing a version of a measure', () => {
  it('shows first whom it changes', async () => {
    const { status, body } = await simulate();
    expect(status).toBe(200);
    expect(body).toMatchObject({ flips: 2, counties: [{ countyCode: county, changes: [{ before: 'met', after: 'not_met', subjects: 2 }] }] });
  });

  it('is refused without that, when an example fails, when a rule is faulty, or when it is not later than the last', async () => {
    const { seal } = (await simulate()).body;
    expect(await publish({ ...version, seal: '0'.repeat(64) })).toMatchObject({ status: 409, body: { code: 'measure.simulate-first', title: expect.stringMatching(/模拟/) } });
    expect(await publish({ ...version, seal, examples: [example('错', { status: 'REGISTERED', labour_count: 1 }, 'met'), ...examples] })).toMatchObject({ status: 422, body: { code: 'measure.examples-failed' } });
    expect(await publish({ ...version, seal, eligibility: { field: 'nothing', operator: '=', value: 1 } })).toMatchObject({ status: 422, body: { code: 'measure.invalid' } });
    expect(await publish({ ...version, seal, sources: [{ document: 'S999', place: null }] })).toMatchObject({ status: 422, body: { code: 'measure.invalid' } });
    expect(await publish({ ...version, seal, effectiveFrom: '2016-01-01' })).toMatchObject({ status: 422, body: { code: 'measure.dates' } });
    expect(await publish({ ...version, seal, level: 'member' })).toMatchObject({ status: 422, body: { code: 'measure.level' } });
  });

  it('is nobody\'s but the region\'s', async () => {
    const officer = await test.as('county_officer', county);
    expect((await officer.post('/measures/IND-01/versions', { body: { ...version, seal: '0'.repeat(64) } })).status).toBe(403);
  });

  it('ends the version before and judges everybody anew', async () => {
    const { seal } = (await simulate()).body;
    expect(await publish({ ...version, seal })).toMatchObject({ status: 201, body: { version: 2, effectiveFrom: '2026-01-01' } });
    expect((await region.get('/measures/IND-01')).body).toMatchObject({ versions: [{ version: 2, effectiveTo: null }, { version: 1, effectiveTo: '2026-01-01' }] });
    await test.app.get(RecalculationService, { strict: false }).recalculateCounty(county, { cause: 'test' });
    expect((await simulate()).body.flips).toBe(0);
  });
});
