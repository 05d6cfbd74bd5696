import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { TestClient } from '../support/client.js';
import { villages } from '../support/households.js';
import { plantFrame } from '../support/samples.js';

interface Sample { id: string; strata: { stratum: string; drawn: number }[] }
interface Unit { stratum: string; householdId: string; villageCode: string }

jest.setTimeout(120_000);
const county = '150221';
const YEAR = 2025;

describe('sizes of strata and hardness of villages', () => {
  let app: TestApp;
  let sampler: TestClient;
  let visitor: TestClient;

  beforeAll(async () => {
    app = await startTestApp();
    await plantFrame(app.database, [
      { village: villages.haizi, status: 'EXITED_ENTITLED', households: 12 }, { village: villages.baimiaozi, status: 'EXITED_ENTITLED', households: 8 }, { village: villages.changjunwan, status: 'EXITED_ENTITLED', households: 10 },
    ]);
    sampler = await app.as('inspector', '15');
    visitor = await app.as('inspector', county);
  });
  afterAll(() => app.close());

  const plan = { name: '退出核查', question: { dataset: 'household', division: county }, unit: 'household', year: YEAR, method: 'stratified', stratifyBy: 'township', size: 6, replacements: 2 };
  const drawn = async (more: object): Promise<Sample> => {
    const response = await sampler.post<Sample>('/samples', { body: { ...plan, ...more } });
    if (response.status !== 201) throw new Error(JSON.stringify(response.body));
    return response.body;
  };
  const units = async (sample: Sample): Promise<Unit[]> => (await sampler.get<{ items: Unit[] }>(`/samples/${sample.id}/units`)).body.items;
  const code = (response: { body: unknown }): string => (response.body as { code: string }).code;

  it('tells the strata of a frame and draws as many in each as are typed, their sum and no other', async () => {
    const strata = await sampler.post<{ items: { stratum: string; name: string; units: number }[] }>('/samples/strata', { body: { question: plan.question, unit: 'household', year: YEAR, stratifyBy: 'village' } });
    expect(strata.body.items.map(({ stratum, units: count }) => [stratum, count])).toEqual([[villages.changjunwan, 10], [villages.haizi, 12], [villages.baimiaozi, 8]]);
    for (const { name } of strata.body.items) expect(name).toMatch(/\p{Script=Han}/u);
    const given = { stratifyBy: 'village', allocation: 'given', size: undefined, replacements: 0, given: [{ stratum: villages.haizi, units: 4 }, { stratum: villages.baimiaozi, units: 0 }, { stratum: villages.changjunwan, units: 1 }] };
    const sample = await drawn({ ...given, seed: 'typed' });
    expect(sample.strata.map(({ stratum, drawn: count }) => [stratum, count])).toEqual([[villages.changjunwan, 1], [villages.haizi, 4], [villages.baimiaozi, 0]]);
    expect((await units(await drawn({ ...given, seed: 'typed' }))).map(({ householdId }) => householdId)).toEqual((await units(sample)).map(({ householdId }) => householdId));
    const refusal = async (more: object) => code(await sampler.post('/samples', { body: { ...plan, ...given, ...more } }));
    expect([await refusal({ size: 6 }), await refusal({ given: [{ stratum: villages.haizi, units: 13 }] }), await refusal({ given: [{ stratum: '150222', units: 1 }] })]).toEqual(['sample.plan', 'sample.frame-too-small', 'sample.plan']);
    expect(await refusal({ given: [{ stratum: villages.haizi, units: 1 }, { stratum: villages.haizi, units: 2 }] })).toBe('validation');
    expect(code(await visitor.post('/samples/strata', { body: { question: { dataset: 'household', division: '15' }, unit: 'household', year: YEAR, stratifyBy: 'village' } }))).toBe('sample.plan');
    expect((await (await app.as('county_officer', county)).post('/samples/strata', { body: { question: plan.question, unit: 'household', year: YEAR, stratifyBy: 'village' } })).status).toBe(403);
  });

  it('calls villages hard by poor households, open clues or units of the frame, and by nothing that only a household has', async () => {
    await adminQuery(app.database, `insert into village_fact (county_code, village_code, year, poor_households, poor_village) select '150221', v, 2024, p, true from (values ('${villages.haizi}', 3), ('${villages.baimiaozi}', 9), ('${villages.changjunwan}', 5)) t(v, p)`);
    await adminQuery(app.database, `begin; set local app.scope = '15'; set local app.actor = '00000000-0000-7000-8000-000000000001'; set local app.role = 'system';
      insert into risk_clue (county_code, id, village_code, place, channel, kind, severity, description, attachment_ids, occurred_at, reported_by, reported_by_name, reported_at, status, content_hash)
      select '150221', app.uuid_v7(), '${villages.changjunwan}', '村东', 'HOTLINE', 'ILLNESS', 'LOW', '待核实', '{}', now(), app.actor(), '测试员', now(), 'OPEN', 'x'; commit`);
    const hardest = async (hardestBy: string) => (await units(await drawn({ unit: 'village', year: 2024, stratifyBy: 'hardest', hardestBy, size: 1, replacements: 0 }))).map(({ villageCode, stratum }) => [stratum, villageCode]);
    expect(await hardest('poorHouseholds')).toEqual([['HARDEST', villages.baimiaozi]]);
    expect(await hardest('openClues')).toEqual([['HARDEST', villages.changjunwan]]);
    expect(await hardest('size')).toEqual([['HARDEST', villages.haizi]]);
    const households = await units(await drawn({ year: 2024, stratifyBy: 'hardest', hardestBy: 'openClues', size: 4, replacements: 0 }));
    expect(households.filter(({ stratum }) => stratum === 'HARDEST').map(({ villageCode }) => villageCode)).toEqual([villages.changjunwan, villages.changjunwan]);
    expect(code(await sampler.post('/samples', { body: { ...plan, unit: 'village', stratifyBy: 'hardest', hardestBy: 'member_count', size: 1 } }))).toBe('sample.plan');
    expect(code(await sampler.post('/samples', { body: { ...plan, unit: 'village', year: 2023, stratifyBy: 'hardest', hardestBy: 'poorHouseholds', size: 1 } }))).toBe('sample.frame-value');
  });
});
