import type { OperationResult } from '#domain';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { TestClient } from '../support/client.js';
import { villages } from '../support/households.js';
import { plantFrame } from '../support/samples.js';
import { answerOf, attemptOf, issuedSample, pullSpotChecks, replaceOf, sentFrom, soon, type SpotCheck, type Unit } from '../support/spot-checks.js';
import { clientTransport, SimulatedDevice, type Work } from '../support/sync/device.js';

const county = '150221';
let app: TestApp;
let sampler: TestClient;
let visitor: TestClient;
let other: TestClient;
let phone: SimulatedDevice;

beforeAll(async () => {
  app = await startTestApp();
  await plantFrame(app.database, [{ village: villages.haizi, status: 'EXITED_ENTITLED', households: 12 }]);
  sampler = await app.as('inspector', '15');
  visitor = await app.as('inspector', '15');
  other = await app.as('inspector', '15');
  phone = new SimulatedDevice(clientTransport(visitor));
  await phone.register();
}, 120_000);
afterAll(() => app.close());

const issued = () => issuedSample({ sampler, visitor });
const pull = (client: TestClient, device = phone.id) => pullSpotChecks(client, device);
const mine = async (sample: { id: string }): Promise<SpotCheck[]> => (await pull(visitor)).body.items.filter(({ sampleId }) => sampleId === sample.id);
const sent = (work: Work, device = phone): Promise<OperationResult> => sentFrom(device, work);

describe('a replacement asked for on the phone', () => {
  const logOf = async (sample: { id: string }): Promise<{ kind: string; actor: string; detail: object }[]> => (await sampler.get<{ items: { kind: string; actor: string; detail: object }[] }>(`/samples/${sample.id}/log`)).body.items;

  it('puts the next reserve of the fixed order in its place, under the name of who asked; asked again, nothing more happens', async () => {
    const sample = await issued();
    const [task] = await mine(sample);
    if (!task) throw new Error('no task');
    expect(await sent(replaceOf(task))).toMatchObject({ status: 'rejected', code: 'sample.not-given-up' });
    await sent(attemptOf(task, 'ABSENT'));
    expect(await sent(replaceOf(task))).toMatchObject({ status: 'rejected', code: 'sample.not-given-up' });
    await sent(attemptOf(task, 'MOVED'));
    expect(await sent(replaceOf(task))).toMatchObject({ status: 'applied' });
    expect(await sent(replaceOf(task))).toMatchObject({ status: 'applied' });
    expect((await mine(sample)).map(({ ordinal, state }) => [ordinal, state])).toEqual([[1, 'REPLACED'], [2, 'OPEN'], [3, 'OPEN'], [4, 'OPEN']]);
    const replaced = (await logOf(sample)).filter(({ kind }) => kind === 'REPLACED');
    expect(replaced).toMatchObject([{ actor: visitor.user?.username, detail: { ordinal: 1, replacedBy: 4, reason: 'MOVED', asked: 'ASSIGNEE' } }]);
    const audit = await adminQuery<{ actor_id: string }>(app.database, `select actor_id from audit_log where table_name = 'sample_event' and payload::jsonb -> 'after' ->> 'kind' = 'REPLACED' and payload::jsonb -> 'after' ->> 'sample_id' = $1`, [sample.id.slice(7)]);
    expect(audit).toEqual([{ actor_id: visitor.user?.userId }]);
    // What the region's inspector drew stays closed to whoever was sent.
    expect((await visitor.get(`/samples/${sample.id}/units`)).status).toBe(403);
  });

  it('is refused when the reserve is used up or the household was answered for; whoever drew it reads that', async () => {
    const sample = await issued();
    const [first, second, third] = await mine(sample);
    if (!first || !second || !third) throw new Error('no task');
    await sent(attemptOf(first, 'REFUSED'));
    await sent(replaceOf(first));
    await sent(attemptOf(second, 'DECEASED'));
    expect(await sent(replaceOf(second))).toMatchObject({ status: 'rejected', code: 'sample.no-replacement' });
    await sent(answerOf(third));
    expect(await sent(replaceOf(third))).toMatchObject({ status: 'rejected', code: 'sample.task-closed' });
    const refused = (await sampler.get<{ items: { kind: string; ordinal: number; code: string }[] }>(`/sample-refusals?sample=${sample.id}`)).body.items;
    expect(refused.map(({ kind, ordinal, code }) => [kind, ordinal, code])).toEqual([['sample.replace', 3, 'sample.task-closed'], ['sample.replace', 2, 'sample.no-replacement']]);
  });

  it('is refused where the reserve lies outside of the own territory: another one has to be sent', async () => {
    await plantFrame(app.database, [{ village: villages.haizi, status: 'RETURNED', households: 1 }, { village: villages.otherCounty, status: 'RETURNED', households: 1 }]);
    const where = { combinator: 'and', rules: [{ field: 'present_status', operator: '=', value: 'RETURNED' }] };
    const drawn = await sampler.post<{ id: string }>('/samples', { body: { name: '返贫核查', question: { dataset: 'household', division: '1502', chips: where }, unit: 'household', year: 2025, method: 'simple', size: 1, replacements: 1 } });
    const sample = drawn.body;
    await sampler.post(`/samples/${sample.id}/seal`, { body: {} });
    const units = (await sampler.get<{ items: (Unit & { villageCode: string })[] }>(`/samples/${sample.id}/units`)).body.items;
    const [primary, reserve] = units;
    if (!primary || !reserve) throw new Error(JSON.stringify(drawn.body));
    expect(primary.villageCode.slice(0, 6)).not.toBe(reserve.villageCode.slice(0, 6));
    const local = await app.as('inspector', primary.villageCode.slice(0, 6));
    expect((await sampler.post(`/samples/${sample.id}/issue`, { body: { assignments: [{ assigneeId: local.user?.userId, ordinals: [1] }], opensAt: soon() } })).status).toBe(200);
    const device = new SimulatedDevice(clientTransport(local));
    await device.register();
    const [task] = (await pull(local, device.id)).body.items;
    if (!task) throw new Error('no task');
    await sent(attemptOf(task, 'UNSAFE'), device);
    expect(await sent(replaceOf(task), device)).toMatchObject({ status: 'rejected', code: 'sample.assignee' });
    expect((await pull(local, device.id)).body.items.map(({ state }) => state)).toEqual(['FAILED']);
    expect((await sampler.post(`/samples/${sample.id}/replacements`, { body: { ordinal: 1, assigneeId: visitor.user?.userId } })).status).toBe(201);
    expect((await mine(sample)).map(({ ordinal }) => ordinal)).toEqual([2]);
  });

  it('works over HTTP for whoever was sent and for nobody else', async () => {
    const sample = await issued();
    const [task] = await mine(sample);
    if (!task) throw new Error('no task');
    const ask = (client: TestClient) => client.post<{ state?: string; code?: string }>(`/sample-tasks/${task.id}/replacement`, { body: {} });
    expect((await ask(visitor)).body.code).toBe('sample.not-given-up');
    await sent(attemptOf(task, 'NOT_FOUND'));
    expect((await ask(other)).status).toBe(404);
    expect((await ask(sampler)).status).toBe(404);
    expect((await ask(await app.as('county_officer', county))).status).toBe(403);
    expect((await ask(visitor)).body).toMatchObject({ state: 'REPLACED' });
    expect(await sent(replaceOf(task, { replacedBy: 2 }))).toMatchObject({ status: 'rejected', code: 'validation' });
  });
});
