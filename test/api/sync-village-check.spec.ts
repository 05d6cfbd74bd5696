import { villageServices, type OperationResult } from '#domain';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { TestClient } from '../support/client.js';
import { villages } from '../support/households.js';
import { agreeing, plantFrame } from '../support/samples.js';
import { answerOf, attemptOf, issuedSample, pullSpotChecks, replaceOf, sentFrom, soon, workOf, type SpotCheck } from '../support/spot-checks.js';
import { clientTransport, SimulatedDevice, type Work } from '../support/sync/device.js';

const all = (state: 'YES' | 'NO' | 'UNCLEAR', more: object = {}) => ({ ...Object.fromEntries(villageServices.map((item) => [item, state])), ...more });
interface Unit { ordinal: number; role: string; villageCode: string }
interface Results { answered: number; drawn: number; rule: string | null; total: unknown[]; differences: { field: string; differ: number; answered: number; gapFen: number | null; causes: { cause: string; count: number }[] }[] }

let app: TestApp;
let sampler: TestClient;
let visitor: TestClient;
let phone: SimulatedDevice;

beforeAll(async () => {
  app = await startTestApp();
  await plantFrame(app.database, [villages.haizi, villages.baimiaozi, villages.changjunwan].map((village) => ({ village, status: 'EXITED_ENTITLED', households: 1 })));
  const recorded = villageServices.filter((item) => item !== 'broadband');
  await adminQuery(app.database, `insert into village_fact (county_code, village_code, year, poor_village, ${recorded.join(', ')}, collective_income_fen)
    select '150221', v, 2025, true, ${recorded.map(() => 'true').join(', ')}, 5000000 from unnest(array['${villages.haizi}', '${villages.baimiaozi}', '${villages.changjunwan}']) v`);
  sampler = await app.as('inspector', '15');
  visitor = await app.as('inspector', '15');
  phone = new SimulatedDevice(clientTransport(visitor));
  await phone.register();
}, 120_000);
afterAll(() => app.close());

/** Two villages and one in reserve, given to the visitor. */
async function issued(): Promise<{ id: string; units: Unit[] }> {
  const { body } = await sampler.post<{ id: string }>('/samples', { body: { name: '出列核查', question: { dataset: 'household', division: '150221' }, unit: 'village', year: 2025, method: 'simple', size: 2, replacements: 1 } });
  await sampler.post(`/samples/${body.id}/seal`, { body: {} });
  const units = (await sampler.get<{ items: Unit[] }>(`/samples/${body.id}/units`)).body.items;
  const { status } = await sampler.post(`/samples/${body.id}/issue`, { body: { assignments: [{ assigneeId: visitor.user?.userId, ordinals: [1, 2] }], opensAt: soon() } });
  expect(status).toBe(200);
  return { id: body.id, units };
}
const mine = async (sample: { id: string }): Promise<SpotCheck[]> => (await pullSpotChecks(visitor, phone.id)).body.items.filter(({ sampleId }) => sampleId === sample.id);
const sent = (work: Work): Promise<OperationResult> => sentFrom(phone, work);
const seenIn = (task: { id: string }, village: object, more: object = {}): Work => workOf('sample.answer', task, { village, collectiveIncomeFen: 5_000_000, ...more });

describe('a village of a sample of villages', () => {
  it('comes to the phone blind, is answered offline, and only then shows where the record parts from what was seen', async () => {
    const sample = await issued();
    const [task] = await mine(sample);
    if (!task) throw new Error('no task');
    expect(task).toMatchObject({ ordinal: 1, unit: 'village', headName: null, villageCode: sample.units[0]?.villageCode, outcome: null });
    const { raw } = await pullSpotChecks(visitor, phone.id);
    for (const secret of ['5000000', 'hardened_road', 'collectiveIncome']) expect(raw.toString()).not.toContain(secret);
    const work = seenIn(task, all('YES', { clinic: 'NO', village_doctor: 'UNCLEAR' }), { collectiveIncomeFen: 3_000_000, note: '卫生室已停用' });
    expect(await sent(work)).toMatchObject({ status: 'applied', version: 1 });
    const after = (await mine(sample))[0];
    expect(after).toMatchObject({ state: 'ANSWERED', outcome: { id: work.entityId, answers: { note: '卫生室已停用' } } });
    expect(after?.outcome?.differences.map(({ field, seen, recorded }) => [field, seen, recorded])).toEqual([
      ['village.clinic', 'NO', 'YES'], ['village.broadband', 'YES', null], ['village.collective_income', 3_000_000, 5_000_000],
    ]);
    expect(await sent({ kind: 'sample.cause', entityId: work.entityId, payload: { field: 'village.clinic', cause: 'CHANGED_SINCE' } })).toMatchObject({ status: 'applied' });
    expect(await sent({ kind: 'sample.cause', entityId: work.entityId, payload: { field: 'village.cooperative', cause: 'CHANGED_SINCE' } })).toMatchObject({ status: 'rejected', code: 'sample.no-difference' });
    expect(await sent(seenIn(task, all('YES')))).toMatchObject({ status: 'rejected', code: 'sample.answer-repeated' });
    expect(await sent(seenIn(task, all('YES', { clinic: 'NO' }), { reason: '村医室在村部二楼' }))).toMatchObject({ status: 'applied', version: 2 });
  });

  it('is counted item by item at the desk, without rates; when the sample is closed it stays so', async () => {
    const sample = await issued();
    expect((await sampler.get<{ code: string }>(`/samples/${sample.id}/results`)).body.code).toBe('sample.nothing-answered');
    for (const [index, task] of (await mine(sample)).entries()) await sent(seenIn(task, all('YES', { broadband: 'UNCLEAR', hardened_road: 'NO' }), { collectiveIncomeFen: index === 0 ? 4_000_000 : null }));
    const { body } = await sampler.get<Results>(`/samples/${sample.id}/results`);
    expect(body).toMatchObject({ answered: 2, drawn: 2, rule: null, total: [] });
    expect(body.differences.map(({ field, differ, answered, gapFen }) => [field, differ, answered, gapFen])).toEqual([['village.hardened_road', 2, 2, null], ['village.collective_income', 1, 2, -1_000_000]]);
    expect((await sampler.post(`/samples/${sample.id}/close`, { body: {} })).status).toBe(200);
    const closed = (await sampler.get<Results>(`/samples/${sample.id}/results`)).body;
    expect(closed.differences).toEqual(body.differences);
  });

  it('takes no form of a household, a broken one, or one of somebody else; its replacement follows the order', async () => {
    const sample = await issued();
    const [task] = await mine(sample);
    if (!task) throw new Error('no task');
    expect(await sent(answerOf(task))).toMatchObject({ status: 'rejected', code: 'sample.village-unit' });
    expect(await sent(seenIn(task, { clinic: 'YES' }))).toMatchObject({ status: 'rejected', code: 'validation' });
    expect(await sent(seenIn(task, all('YES', { swimming_pool: 'YES' })))).toMatchObject({ status: 'rejected', code: 'validation' });
    expect(await sent(seenIn(task, all('YES'), { collectiveIncomeFen: -1 }))).toMatchObject({ status: 'rejected', code: 'validation' });
    const body = { id: task.id.slice(7), village: all('YES'), collectiveIncomeFen: null };
    expect((await sampler.post(`/sample-tasks/${task.id}/village-answers`, { body })).status).toBe(404);
    expect((await (await app.as('county_officer', '150221')).post(`/sample-tasks/${task.id}/village-answers`, { body })).status).toBe(403);
    await sent(attemptOf(task, 'UNSAFE'));
    expect(await sent(replaceOf(task))).toMatchObject({ status: 'applied' });
    expect((await mine(sample)).map(({ ordinal, state }) => [ordinal, state])).toEqual([[1, 'REPLACED'], [2, 'OPEN'], [3, 'OPEN']]);
    const [, , reserve] = await mine(sample);
    expect((await visitor.post<{ version: number }>(`/sample-tasks/${reserve?.id ?? ''}/village-answers`, { body })).body).toMatchObject({ version: 1 });
    const households = await issuedSample({ sampler, visitor }, { size: 1, replacements: 0 });
    const [house] = await mine(households);
    expect(await sent(seenIn(house as SpotCheck, all('YES')))).toMatchObject({ status: 'rejected', code: 'sample.household-unit' });
    expect(await sent(answerOf(house as SpotCheck, { ...agreeing }))).toMatchObject({ status: 'applied' });
  });
});
