import { uuidV7, type OperationResult } from '#domain';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { TestClient } from '../support/client.js';
import { villages } from '../support/households.js';
import { agreeing, plantFrame } from '../support/samples.js';
import { answerOf, attemptOf, countyOf, issuedSample, pullSpotChecks, sentFrom, soon, type SpotCheck, type Unit } from '../support/spot-checks.js';
import { clientTransport, SimulatedDevice, type Work } from '../support/sync/device.js';

const county = '150221';
const digits = '14010619800101123';

let app: TestApp;
let sampler: TestClient;
let visitor: TestClient;
let other: TestClient;
let phone: SimulatedDevice;

beforeAll(async () => {
  app = await startTestApp();
  await plantFrame(app.database, [{ village: villages.haizi, status: 'EXITED_ENTITLED', households: 12 }, { village: villages.otherCounty, status: 'EXITED_ENTITLED', households: 4 }]);
  sampler = await app.as('inspector', '15');
  visitor = await app.as('inspector', '15');
  other = await app.as('inspector', '15');
  phone = new SimulatedDevice(clientTransport(visitor));
  await phone.register();
}, 120_000);
afterAll(() => app.close());

const issued = (options: { opensAt?: string; division?: string } = {}) => issuedSample({ sampler, visitor }, options);
const pull = (client: TestClient, device = phone.id) => pullSpotChecks(client, device);
const mine = async (sample: { id: string }): Promise<SpotCheck[]> => (await pull(visitor)).body.items.filter(({ sampleId }) => sampleId === sample.id);
const one = async (sample: { id: string }): Promise<SpotCheck> => {
  const [first] = await mine(sample);
  if (!first) throw new Error('no task');
  return first;
};
const sent = (work: Work, device = phone): Promise<OperationResult> => sentFrom(device, work);

describe('the spot checks of an inspector', () => {
  it('come to the phone of a regional inspector in the order of the list, with how to find the household and nothing that is asked', async () => {
    const sample = await issued();
    const found = await mine(sample);
    expect(found.map(({ ordinal }) => ordinal)).toEqual([1, 2, 3]);
    expect(Object.keys(found[0] ?? {}).sort()).toEqual(['attempts', 'closed', 'headName', 'householdCode', 'id', 'naturalVillage', 'opensAt', 'ordinal', 'outcome', 'place', 'sampleId', 'sampleName', 'state', 'unit', 'villageCode', 'year']);
    const { raw } = await pull(visitor);
    for (const recorded of ['1200000', '500000', '600000', 'memberCount']) expect(raw.toString()).not.toContain(recorded);
    const reads = await adminQuery<{ n: number }>(app.database, `select count(*)::int as n from audit_log where op = 'READ' and payload::text like '%sync.spot-checks%' and actor_id = $1`, [visitor.user?.userId]);
    expect(reads[0]?.n).toBeGreaterThan(0);
  });

  it('come to nobody else, and before the opening to nobody', async () => {
    const later = await issued({ opensAt: soon(3_600_000) });
    expect(await mine(later)).toEqual([]);
    const sample = await issued();
    expect(await mine(sample)).toHaveLength(3);
    const foreign = new SimulatedDevice(clientTransport(other));
    await foreign.register();
    expect((await pull(other, foreign.id)).body.items).toEqual([]);
    expect((await pull(other)).body.code).toBe('sync.device-unknown');
    const officer = await app.as('county_officer', county);
    expect((await pull(officer)).status).toBe(403);
    const [hidden] = await adminQuery<{ id: string }>(app.database, `select county_code || '-' || id as id from sample_task where sample_id = $1`, [later.id.slice(7)]);
    expect(await sent(answerOf({ id: hidden?.id ?? '' }))).toMatchObject({ status: 'rejected', code: 'not-found' });
    expect(await sent(answerOf(await one(sample)), foreign)).toMatchObject({ status: 'rejected', code: 'not-found' });
  });

  it('bring no village with them', async () => {
    expect((await visitor.get(`/sync/snapshot?device=${phone.id}&village=${villages.haizi}&appVersion=1.0.0`)).status).toBe(403);
    expect((await visitor.get(`/sync/changes?device=${phone.id}&village=${villages.haizi}&cursor=x&appVersion=1.0.0`)).status).toBe(403);
  });

  it('end on the phone with their sample', async () => {
    const sample = await issued();
    expect(await sent(answerOf(await one(sample)))).toMatchObject({ status: 'applied' });
    expect((await sampler.post(`/samples/${sample.id}/close`, { body: { reason: '提前结束' } })).status).toBe(200);
    expect(await mine(sample)).toEqual([]);
  });
});

describe('an answer given offline', () => {
  it('is saved by its operation, shows the differences afterwards, takes their causes, and gets the same receipt when it is sent again', async () => {
    const sample = await issued();
    const task = await one(sample);
    const work = answerOf(task, { assurances: { ...agreeing.assurances, WATER: 'PROBLEM' }, incomeFen: { ...agreeing.incomeFen, wage: 1_000_000 } });
    const operation = phone.do(work);
    const [first] = await phone.send([operation]);
    expect(first).toMatchObject({ status: 'applied', version: 1 });
    const [second] = await phone.send([operation]);
    expect(second).toMatchObject({ status: 'duplicate', first: 'applied', version: 1 });
    const after = (await mine(sample)).find(({ id }) => id === task.id);
    expect(after).toMatchObject({ state: 'ANSWERED', outcome: { id: work.entityId, version: 1 } });
    expect(after?.outcome?.differences.map(({ field, seen, recorded }) => [field, seen, recorded])).toEqual([['assurance.WATER', 'PROBLEM', 'OK'], ['income.wage', 1_000_000, 1_200_000]]);
    expect(await sent({ kind: 'sample.cause', entityId: work.entityId, payload: { field: 'income.wage', cause: 'OTHER' } })).toMatchObject({ status: 'rejected', code: 'sample.cause-note' });
    expect(await sent({ kind: 'sample.cause', entityId: work.entityId, payload: { field: 'income.wage', cause: 'OTHER', note: '按月记错' } })).toMatchObject({ status: 'applied' });
    expect((await one(sample)).outcome?.differences[1]).toMatchObject({ cause: 'OTHER', note: '按月记错' });
    const rows = await adminQuery<{ n: number }>(app.database, 'select count(*)::int as n from sample_answer where task_id = $1', [task.id.slice(7)]);
    expect(rows).toEqual([{ n: 1 }]);
  });

  it('is corrected by another one with its reason: a new version beside the first, counted as revised', async () => {
    const sample = await issued();
    const task = await one(sample);
    const work = answerOf(task, { memberCount: 5 });
    await sent(work);
    expect((await one(sample)).outcome).toMatchObject({ version: 1, reason: null, answers: { memberCount: 5, satisfaction: 'SATISFIED' } });
    expect(await sent(answerOf(task, { memberCount: 3, reason: ' ' }))).toMatchObject({ status: 'rejected', code: 'validation' });
    expect(await sent(answerOf(task, { memberCount: 3, reason: '听错人数' }))).toMatchObject({ status: 'applied', version: 2 });
    expect((await one(sample)).outcome).toMatchObject({ version: 2, reason: '听错人数', answers: { memberCount: 3 }, differences: [] });
    expect((await visitor.get<{ items: { version: number; answers: { memberCount: number } }[] }>(`/sample-tasks/${task.id}/answers`)).body.items.map(({ version, answers }) => [version, answers.memberCount])).toEqual([[2, 3], [1, 5]]);
    expect((await sampler.get<{ answered: number; revised: number }>(`/samples/${sample.id}/results`)).body).toMatchObject({ answered: 1, revised: 1 });
  });

  it('that was altered on its way is refused, and so is one for another county, another task or a task that is over', async () => {
    const sample = await issued();
    const [task, next] = await mine(sample);
    if (!task || !next) throw new Error('no task');
    const operation = phone.do(answerOf(task));
    await phone.send([operation]);
    expect(await phone.send([{ ...operation, payload: { ...operation.payload, memberCount: 9 } }])).toMatchObject([{ status: 'rejected', code: 'sync.operation-mismatch' }]);
    expect(await sent({ ...answerOf(task, { memberCount: 9 }), entityId: operation.entityId })).toMatchObject({ status: 'rejected', code: 'idempotency-mismatch' });
    expect(await sent(answerOf(task))).toMatchObject({ status: 'rejected', code: 'sample.answer-repeated' });
    expect(await sent({ ...answerOf(next), entityId: `150222-${uuidV7()}` })).toMatchObject({ status: 'rejected', code: 'validation' });
    expect(await sent({ ...answerOf(next), entityId: `110101-${uuidV7()}` })).toMatchObject({ status: 'rejected', code: 'sync.wrong-county' });
    expect(await sent(answerOf(next, { satisfaction: 'VERY' }))).toMatchObject({ status: 'rejected', code: 'validation' });
    expect(await sent(answerOf(next, { recorded: { memberCount: 3 } }))).toMatchObject({ status: 'rejected', code: 'validation' });
    await sampler.post(`/samples/${sample.id}/close`, { body: { reason: '提前结束' } });
    expect(await sent(answerOf(next))).toMatchObject({ status: 'rejected', code: 'sample.task-closed' });
  });

  it('comes from the phone of a county’s inspector just as well, within that county only', async () => {
    const local = await app.as('inspector', county);
    const device = new SimulatedDevice(clientTransport(local));
    await device.register();
    expect(device.id.slice(0, 6)).toBe(county);
    expect(await sent({ ...answerOf({ id: `150222-${uuidV7()}` }) }, device)).toMatchObject({ status: 'rejected', code: 'sync.wrong-county' });
  });

  it('needs the verb of a visit to a drawn household, whoever holds a device', async () => {
    const clerk = await app.as('village_clerk', villages.haizi);
    const device = new SimulatedDevice(clientTransport(clerk));
    await device.register();
    expect(await sent(answerOf(await one(await issued())), device)).toMatchObject({ status: 'rejected', code: 'forbidden' });
  });
});

describe('an attempt given offline', () => {
  it('needs a reason; the next reserve in the order of the list comes to the phone, and the given up household takes no answer', async () => {
    const sample = await issued();
    const task = await one(sample);
    expect(await sent(attemptOf(task, ''))).toMatchObject({ status: 'rejected', code: 'validation' });
    expect(await sent(attemptOf(task, 'REFUSED', { triedOn: '2020-01-01' }))).toMatchObject({ status: 'rejected', code: 'sample.tried-on' });
    const work = attemptOf(task, 'REFUSED', { note: '不愿接受' });
    expect(await sent(work)).toMatchObject({ status: 'applied' });
    expect(await sent(work)).toMatchObject({ status: 'applied' });
    expect((await one(sample)).attempts).toEqual([expect.objectContaining({ reason: 'REFUSED', note: '不愿接受' })]);
    await sampler.post(`/samples/${sample.id}/replacements`, { body: { ordinal: task.ordinal } });
    expect((await mine(sample)).map(({ ordinal, state }) => [ordinal, state])).toEqual([[1, 'REPLACED'], [2, 'OPEN'], [3, 'OPEN'], [4, 'OPEN']]);
    expect(await sent(answerOf(task))).toMatchObject({ status: 'rejected', code: 'sample.task-closed' });
  });
});

describe('refused work of a spot check', () => {
  interface Refused { id: string; kind: string; ordinal: number; sampleId: string; sentBy: string; code: string; title: string; outcome: string | null; note: string | null; content?: Record<string, unknown> }
  interface Settled { operationId: string; outcome: string; note: string | null; settledBy: string }
  const refusedOf = async (sample: { id: string }, client = sampler, more = ''): Promise<Refused[]> => (await client.get<{ items: Refused[] }>(`/sample-refusals?sample=${sample.id}${more}`)).body.items;
  const settle = (work: Refused, body: object, client = sampler) => client.post<Refused & { code: string }>(`/sample-refusals/${work.id}/settle`, { body });

  it('lies with whoever drew the sample, once, with what was typed and nothing on record; for everybody else it is not there', async () => {
    const sample = await issued();
    const [task, next] = await mine(sample);
    if (!task || !next) throw new Error('no task');
    const answered = answerOf(next, { memberCount: 2 });
    await sent(answered);
    await sent(attemptOf(task, 'MOVED'));
    await sampler.post(`/samples/${sample.id}/replacements`, { body: { ordinal: task.ordinal } });
    const late = phone.do(answerOf(task, { memberCount: 5, note: `后来见到了 ${digits}` }));
    expect(await phone.send([late])).toMatchObject([{ status: 'rejected', code: 'sample.task-closed' }]);
    await phone.send([late]);
    await sent(attemptOf(task, 'REFUSED'));
    await sent({ kind: 'sample.cause', entityId: answered.entityId, payload: { field: 'memberCount', cause: 'OTHER' } });
    const found = await refusedOf(sample);
    expect(found.map(({ kind, ordinal, code }) => [kind, ordinal, code])).toEqual([['sample.cause', next.ordinal, 'sample.cause-note'], ['sample.attempt', task.ordinal, 'sample.task-closed'], ['sample.answer', task.ordinal, 'sample.task-closed']]);
    expect(found[2]).toMatchObject({ sentBy: visitor.user?.username, sampleId: sample.id, outcome: null, title: '该任务已替换或样本已关闭' });
    const detail = await sampler.get<Refused>(`/sample-refusals/${found[2]?.id ?? ''}`);
    expect(detail.body.content).toMatchObject({ memberCount: 5, note: '后来见到了 140***1123', incomeFen: { wage: 1_200_000 } });
    expect(Object.keys(detail.body)).not.toContain('recorded');
    for (const stranger of [other, visitor, await app.as('inspector', county)]) {
      expect(await refusedOf(sample, stranger)).toEqual([]);
      expect((await stranger.get(`/sample-refusals/${found[2]?.id ?? ''}`)).status).toBe(404);
      expect((await settle(found[2] as Refused, { outcome: 'LATE_NOTE' }, stranger)).status).toBe(404);
    }
    const officer = await app.as('county_officer', county);
    expect([(await officer.get('/sample-refusals')).status, (await settle(found[2] as Refused, { outcome: 'LATE_NOTE' }, officer)).status]).toEqual([403, 403]);
    const reads = await adminQuery<{ n: number }>(app.database, `select count(*)::int as n from audit_log where op = 'READ' and payload::text like '%sample-refusal"%' and actor_id = $1`, [sampler.user?.userId]);
    expect(reads[0]?.n).toBe(1);
  });

  it('is kept as a late note or dismissed with a reason, once; answers and results stay, and the logs name no household', async () => {
    const sample = await issued();
    const [task, next, last] = await mine(sample);
    if (!task || !next || !last) throw new Error('no task');
    await sent(answerOf(next));
    expect((await sampler.post(`/samples/${sample.id}/close`, { body: { reason: '提前结束' } })).status).toBe(200);
    const late = phone.do(answerOf(task, { satisfaction: 'DISSATISFIED' }));
    const lost = phone.do(answerOf(last));
    await phone.send([late, lost]);
    const results = (await sampler.get(`/samples/${sample.id}/results`)).body;
    const told = async (client: TestClient, device = phone.id) => (await client.get<{ settled: Settled[] }>(`/sync/spot-checks?device=${device}&appVersion=1.0.0`)).body.settled;
    const before = (await told(visitor)).length;
    const waiting = async (client: TestClient, of = `?sample=${sample.id}`) => (await client.get<{ count: number }>(`/sample-refusals/count${of}`)).body;
    const readings = async () => (await adminQuery<{ n: number }>(app.database, `select count(*)::int as n from audit_log where op = 'READ' and actor_id = $1`, [sampler.user?.userId]))[0]?.n;
    const read = await readings();
    expect([await waiting(sampler), await waiting(other), await waiting(visitor)]).toEqual([{ count: 2 }, { count: 0 }, { count: 0 }]);
    expect((await waiting(sampler, '')).count).toBeGreaterThanOrEqual(2);
    expect(await readings()).toBe(read);
    expect((await (await app.as('county_officer', county)).get('/sample-refusals/count')).status).toBe(403);
    const [second, first] = await refusedOf(sample);
    if (!first || !second) throw new Error('nothing was kept');
    expect((await settle(first, { outcome: 'DISMISSED' })).status).toBe(422);
    expect((await settle(first, { outcome: 'DISMISSED', note: '  ' })).status).toBe(422);
    expect((await settle(first, { outcome: 'TAKEN_UP', note: '补录' })).status).toBe(422);
    expect((await settle(first, { outcome: 'LATE_NOTE' })).body).toMatchObject({ outcome: 'LATE_NOTE', note: null });
    expect((await settle(second, { outcome: 'DISMISSED', note: `与${last.headName}核实后不采用` })).body).toMatchObject({ outcome: 'DISMISSED' });
    expect((await settle(first, { outcome: 'DISMISSED', note: '改主意' })).body.code).toBe('sample.refusal-settled');
    expect(await refusedOf(sample)).toEqual([]);
    expect(await waiting(sampler)).toEqual({ count: 0 });
    // Whoever sent it hears what became of it, by the operation that the phone knows; nobody else does.
    expect((await told(visitor)).slice(0, (await told(visitor)).length - before)).toMatchObject([
      { operationId: lost.opId, outcome: 'DISMISSED', note: `与${last.headName}核实后不采用`, settledBy: sampler.user?.username }, { operationId: late.opId, outcome: 'LATE_NOTE', note: null },
    ]);
    const foreign = new SimulatedDevice(clientTransport(other));
    await foreign.register();
    expect(await told(other, foreign.id)).toEqual([]);
    expect((await refusedOf(sample, sampler, '&all=true')).map(({ outcome }) => outcome)).toEqual(['DISMISSED', 'LATE_NOTE']);
    expect((await sampler.get(`/samples/${sample.id}/results`)).body).toEqual(results);
    const answers = await adminQuery<{ n: number }>(app.database, 'select count(*)::int as n from sample_answer where sample_id = $1', [sample.id.slice(7)]);
    expect(answers).toEqual([{ n: 1 }]);
    const log = (await other.get<{ items: { kind: string; detail: object }[] }>(`/samples/${sample.id}/log`)).body.items.filter(({ kind }) => kind === 'REFUSAL_SETTLED');
    expect(log.map(({ detail }) => detail)).toEqual([{ ordinal: task.ordinal, work: 'sample.answer', outcome: 'LATE_NOTE' }, { ordinal: last.ordinal, work: 'sample.answer', outcome: 'DISMISSED' }]);
    const audit = await adminQuery<{ text: string }>(app.database, `select row_to_json(l)::text as text from audit_log l where l.op = 'SAMPLE_REFUSAL' and l.row_id = any($1)`, [[first, second].map(({ id }) => id.slice(7))]);
    expect([audit.length, audit.filter(({ text }) => text.includes('核实') || text.includes(last.headName) || sample.units.some(({ householdId }) => text.includes(householdId.slice(7))))]).toEqual([2, []]);
  });

  it('of an inspector from above the county reaches the county’s inspector who drew the sample, also from a phone that was ended', async () => {
    const drawer = await app.as('inspector', county);
    const above = await app.as('inspector', '15');
    const device = new SimulatedDevice(clientTransport(above));
    await device.register();
    const drawn = (await drawer.post<{ id: string }>('/samples', { body: { name: '旗县自查', question: { dataset: 'household', division: county }, unit: 'household', year: 2025, method: 'simple', size: 1, replacements: 0 } })).body;
    await drawer.post(`/samples/${drawn.id}/seal`, { body: {} });
    const [unit] = (await drawer.get<{ items: Unit[] }>(`/samples/${drawn.id}/units`)).body.items;
    expect((await drawer.post(`/samples/${drawn.id}/issue`, { body: { assignments: [{ assigneeId: above.user?.userId, ordinals: [unit?.ordinal] }], opensAt: soon() } })).status).toBe(200);
    const [task] = (await pull(above, device.id)).body.items;
    if (!task) throw new Error('no task');
    expect(await sent(attemptOf(task, 'ABSENT', { triedOn: '2020-01-01' }), device)).toMatchObject({ code: 'sample.tried-on' });
    expect((await above.post(`/sync/devices/${device.id}/sign-off`, { body: { reason: '换手机' } })).status).toBe(200);
    expect(await sent(answerOf(task), device)).toMatchObject({ code: 'sync.device-revoked' });
    const found = await refusedOf(drawn, drawer);
    expect(found.map(({ kind, code }) => [kind, code])).toEqual([['sample.answer', 'sync.device-revoked'], ['sample.attempt', 'sample.tried-on']]);
    expect((await settle(found[0] as Refused, { outcome: 'LATE_NOTE', note: '手机停用前所记' }, drawer)).status).toBe(200);
    expect(await refusedOf(drawn, above)).toEqual([]);
  });
});

describe('what a spot check leaves behind', () => {
  it('names no household and no answer in the audit log, and shows neither phone nor refused work to the offices of the place', async () => {
    const local = await app.as('inspector', county);
    const device = new SimulatedDevice(clientTransport(local));
    await device.register();
    const sample = await issued();
    await sent({ ...answerOf(await one(sample), { note: digits }) });
    await sent({ ...answerOf(await one(sample), { note: digits }) }, device);
    const drawn = sample.units.map(({ householdId }) => householdId.slice(7));
    const log = await adminQuery<{ text: string }>(app.database, `select row_to_json(l)::text as text from audit_log l where l.table_name in ('sync_operation', 'sample_answer', 'device') or l.payload::text like '%spot-checks%'`);
    expect(log.length).toBeGreaterThan(3);
    expect(log.filter(({ text }) => text.includes(digits) || drawn.some((id) => text.includes(id)))).toEqual([]);
    const officer = await app.as('county_officer', county);
    const devices = (await officer.get<{ items: { id: string }[] }>('/sync/pending?all=true')).body.items;
    const kept = (await officer.get<{ items: { id: string; kind: string }[] }>('/sync/kept?all=true')).body.items;
    expect([devices.some(({ id }) => id === device.id), kept.filter(({ kind }) => kind.startsWith('sample.') || kind === 'malformed').length > 1]).toEqual([false, false]);
    const [refused] = await adminQuery<{ id: string }>(app.database, `select county_code || '-' || id as id from sync_operation where device_id = $1 and status = 'rejected'`, [device.id.slice(7)]);
    expect(refused?.id.slice(0, 6)).toBe(county);
    expect((await officer.get(`/sync/kept/${refused?.id ?? ''}`)).status).toBe(404);
  });

  it('keeps its photographs within the inspection', async () => {
    const task = await one(await issued());
    const entityId = `${countyOf(task)}-${uuidV7()}`;
    const photo = { id: uuidV7(), kind: 'signature', mime: 'image/png', bytes: 20_000, sha256: 'a'.repeat(64), divisionCode: villages.haizi, subject: { kind: 'sample', id: entityId.slice(7) } };
    const announced = await visitor.post<{ id: string }>('/attachments', { body: photo });
    expect([200, 201]).toContain(announced.status);
    expect(await sent({ ...answerOf(task, { attachmentIds: [photo.id] }), entityId })).toMatchObject({ status: 'rejected', code: 'attachment.not-ready' });
    const clerk = await app.as('village_clerk', villages.haizi);
    expect((await clerk.get(`/attachments/${announced.body.id}`)).status).toBe(404);
    expect((await sampler.get(`/attachments/${announced.body.id}`)).status).toBe(200);
  });
});
