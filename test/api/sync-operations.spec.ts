import { formatCaseId, uuidV7, type OperationResult } from '#domain';
import { OperationHandlers } from '../../libs/sync/src/kind/operation-handlers.js';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { TestClient } from '../support/client.js';
import { readHousehold, registerHousehold, syntheticId, villages, type HouseholdBody } from '../support/households.js';
import { clientTransport, SimulatedDevice } from '../support/sync/device.js';

describe('operations of devices', () => {
  let t: TestApp;
  let clerk: TestClient;
  let other: TestClient;
  let household: HouseholdBody;
  beforeAll(async () => {
    t = await startTestApp();
    clerk = await t.as('village_clerk', villages.haizi, { username: '海子甲' });
    other = await t.as('team_member', villages.haizi, { username: '海子乙' });
  });
  afterAll(() => t.close());
  beforeEach(async () => {
    household = await registerHousehold(clerk, villages.haizi, { values: { phone: '13800000001', mainCause: '01' } });
  });

  const deviceOf = async (client: TestClient, skew = 0) => {
    const device = new SimulatedDevice(clientTransport(client), skew);
    await device.register();
    return device;
  };
  const correct = (device: SimulatedDevice, values: Record<string, unknown>, base: Record<string, unknown> = {}, baseVersion = household.version) =>
    device.do({ kind: 'household.correct', entityId: household.id, baseVersion, payload: { values, base } });
  const rowsOf = (opId: string) => adminQuery<{ status: string; payload_enc: string | null; clock_suspect: boolean }>(t.database, 'select status, payload_enc, clock_suspect from sync_operation where id = $1', [opId]);
  const eventsOf = (opId: string) => adminQuery(t.database, "select 1 from audit_log where op = 'SYNC' and row_id = $1", [opId]);
  const statuses = (results: readonly OperationResult[]) => results.map((result) => result.status);

  it('a registration that is sent twice is one device', async () => {
    const device = new SimulatedDevice(clientTransport(clerk));
    await device.register();
    const first = device.id;
    await device.register();
    expect(device.id).toBe(first);
    expect(device.id.startsWith('150221-')).toBe(true);
  });

  it('an operation is applied once, and a resend is a duplicate with the first answer', async () => {
    const device = await deviceOf(clerk);
    const operation = correct(device, { householdCode: `H${Date.now()}` });
    const [first] = await device.send([operation]);
    expect(first).toMatchObject({ opId: operation.opId, status: 'applied', version: household.version + 1 });
    const [second] = await device.send([operation]);
    expect(second).toMatchObject({ status: 'duplicate', first: 'applied', version: household.version + 1 });
    expect((await readHousehold(clerk, household.id)).version).toBe(household.version + 1);
    expect((await rowsOf(operation.opId)).map((row) => [row.status, row.payload_enc])).toEqual([['applied', null]]);
    expect(await eventsOf(operation.opId)).toHaveLength(1);
  });

  it('twenty sendings at the same time are applied once', async () => {
    const device = await deviceOf(clerk);
    const operation = correct(device, { causeNote: '同时' });
    const send = clientTransport(clerk);
    const answers = await Promise.all(Array.from({ length: 20 }, () => send('POST', '/sync/operations', { operations: [operation] })));
    const found = answers.map((answer) => (answer.body['results'] as OperationResult[])[0]?.status);
    expect(found.filter((status) => status === 'applied')).toHaveLength(1);
    expect(found.every((status) => status === 'applied' || status === 'duplicate' || status === 'retry')).toBe(true);
    expect((await readHousehold(clerk, household.id)).version).toBe(household.version + 1);
  });

  it('what stands above a gap waits, and goes through once the gap is filled', async () => {
    const device = await deviceOf(clerk);
    const [one, two, three] = [correct(device, { causeNote: '一' }), correct(device, { causeNote: '二' }, { causeNote: '一' }), correct(device, { causeNote: '三' }, { causeNote: '二' })];
    expect(await device.send([two, three])).toMatchObject([{ status: 'retry', code: 'sync.gap', expectedSeq: 1 }, { status: 'retry', code: 'sync.gap' }]);
    expect(statuses(await device.send([one, two, three]))).toEqual(['applied', 'applied', 'applied']);
    expect((await readHousehold(clerk, household.id)).values['causeNote']).toBe('三');
  });

  it('the same operation with other content is refused and changes nothing', async () => {
    const device = await deviceOf(clerk);
    const operation = correct(device, { causeNote: '原文' });
    await device.send([operation]);
    const [answer] = await device.send([{ ...operation, payload: { values: { causeNote: '篡改' }, base: {} } }]);
    expect(answer).toMatchObject({ status: 'rejected', code: 'sync.operation-mismatch' });
    expect((await readHousehold(clerk, household.id)).values['causeNote']).toBe('原文');
  });

  it('a number that another operation took is given anew by the device', async () => {
    const device = await deviceOf(clerk);
    await device.send([correct(device, { causeNote: '先' })]);
    const late = correct(device, { causeNote: '后' }, { causeNote: '先' });
    const [answer] = await device.send([{ ...late, deviceSeq: 1 }]);
    expect(answer).toMatchObject({ status: 'retry', code: 'sync.sequence-taken', expectedSeq: 2 });
    await device.drain();
    expect((await readHousehold(clerk, household.id)).values['causeNote']).toBe('后');
  });

  it('one bad operation among many is rejected, kept sealed, and holds nothing up', async () => {
    const device = await deviceOf(clerk);
    const good = correct(device, { causeNote: '好' });
    const unknown = correct(device, { noSuchField: 1 });
    const broken = { ...correct(device, {}), kind: 'house.burn' };
    const last = correct(device, { mainCause: '03' }, { mainCause: '01' });
    const results = await device.send([good, unknown, broken as never, last]);
    expect(results).toMatchObject([{ status: 'applied' }, { status: 'rejected', code: 'validation' }, { status: 'rejected', code: 'sync.malformed' }, { status: 'applied' }]);
    expect((await rowsOf(unknown.opId))[0]?.payload_enc).toMatch(/^v1:intl:/);
    expect(statuses(await device.send([unknown]))).toEqual(['rejected']);
  });

  it('a clock that is ten years wrong decides nothing, and the time is marked as doubtful', async () => {
    for (const years of [-10, 10]) {
      const device = await deviceOf(clerk, years * 365.25 * 86_400_000);
      const operation = correct(device, { causeNote: `${years}` }, {}, (await readHousehold(clerk, household.id)).version);
      expect(statuses(await device.send([operation]))).toEqual(['applied']);
      expect((await rowsOf(operation.opId))[0]?.clock_suspect).toBe(true);
    }
  });

  it('different fields of two devices merge; the same field waits with both values until a person chooses', async () => {
    const [mine, theirs] = [await deviceOf(clerk), await deviceOf(other)];
    correct(mine, { mainCause: '02' }, { mainCause: '01' });
    correct(theirs, { mainCause: '03', causeNote: '缺技术' }, { mainCause: '01' });
    await mine.drain();
    const [answer] = await theirs.send(theirs.outbox.batch(1));
    expect(answer).toMatchObject({ status: 'conflict', contested: ['mainCause'] });
    expect((await readHousehold(clerk, household.id)).values).toMatchObject({ mainCause: '02', causeNote: '缺技术' });
    const list = await clerk.get<{ items: { id: string; version: number; recordedNow: unknown; proposedValue: unknown; proposedBy: string; label: string }[] }>(`/sync/contested?householdId=${household.id}`);
    expect(list.body.items).toMatchObject([{ recordedNow: '02', proposedValue: '03', proposedBy: '海子乙' }]);
    const item = list.body.items[0]!;
    expect((await clerk.post(`/sync/contested/${item.id}/choose`, { body: { choice: 'proposed', version: item.version } })).status).toBe(200);
    expect((await readHousehold(clerk, household.id)).values['mainCause']).toBe('03');
    expect((await clerk.post(`/sync/contested/${item.id}/choose`, { body: { choice: 'recorded', version: item.version } })).body).toMatchObject({ code: 'sync.already-chosen' });
  });

  it('a house located by two phones apart from each other stands in one place until a person chooses the other', async () => {
    const place = (minute: number) => `geo:41.12345${minute},110.250000;u=${minute};on=2026-11-20;by=phone`;
    const [mine, theirs] = [await deviceOf(clerk), await deviceOf(other)];
    correct(mine, { housePosition: place(5) });
    correct(theirs, { housePosition: place(7), causeNote: '住在沟里' });
    await mine.drain();
    const [answer] = await theirs.send(theirs.outbox.batch(1));
    expect(answer).toMatchObject({ status: 'conflict', contested: ['housePosition'] });
    const snapshot = await clerk.get<{ rows: { households: Record<string, unknown>[]; contested: Record<string, unknown>[] } }>(`/sync/snapshot?device=${mine.id}&village=${villages.haizi}`);
    expect(snapshot.body.rows.households.find((row) => row['id'] === household.id.slice(7))).toMatchObject({ housePosition: place(5), causeNote: '住在沟里' });
    const list = await clerk.get<{ items: { id: string; version: number; recordedNow: unknown; proposedValue: unknown; label: string }[] }>(`/sync/contested?householdId=${household.id}`);
    expect(list.body.items).toMatchObject([{ label: '住宅位置', recordedNow: place(5), proposedValue: place(7) }]);
    expect((await clerk.post(`/sync/contested/${list.body.items[0]!.id}/choose`, { body: { choice: 'proposed', version: 1 } })).status).toBe(200);
    const now = await readHousehold(clerk, household.id);
    expect(now.values['housePosition']).toBe(place(7));
    correct(mine, { housePosition: null }, { housePosition: place(7) }, now.version);
    expect(statuses(await mine.send(mine.outbox.batch(1)))).toEqual(['applied']);
    expect((await readHousehold(clerk, household.id)).values).not.toHaveProperty('housePosition');
    correct(mine, { housePosition: 'here' });
    expect(await mine.send(mine.outbox.batch(1))).toMatchObject([{ status: 'rejected', code: 'validation' }]);
  });

  it('a contested document number or telephone is shown masked, sealed in the table, and written in clear only by the choice', async () => {
    const [mine, theirs] = [await deviceOf(clerk), await deviceOf(other)];
    const masked = household.values['phone'];
    correct(mine, { phone: '13900000002' }, { phone: masked });
    correct(theirs, { phone: '13711113333' }, { phone: masked });
    await mine.drain();
    await theirs.drain();
    const stored = await adminQuery(t.database, 'select * from contested_field where household_id = $1', [household.id.slice(7)]);
    expect(JSON.stringify(stored)).not.toContain('13711113333');
    const { body } = await clerk.get<{ items: { id: string; version: number; proposedValue: string }[] }>(`/sync/contested?householdId=${household.id}`);
    expect(body.items[0]?.proposedValue).toMatch(/\*.*3333$/);
    await clerk.post(`/sync/contested/${body.items[0]!.id}/choose`, { body: { choice: 'proposed', version: 1 } });
    expect((await readHousehold(clerk, household.id)).values['phone']).toMatch(/\*.*3333$/);
  });

  it('a year merges by field too, for the household and for its persons', async () => {
    const memberId = household.members[0]!.id;
    const put = await clerk.put(`/households/${household.id}/years/2025`, { body: { values: { wageMigrantWork: 100_000, housingM2: 60.5 }, members: [{ memberId, values: { workMonths: 3 } }] } });
    expect(put.status).toBe(200);
    const [mine, theirs] = [await deviceOf(clerk), await deviceOf(other)];
    const year = (device: SimulatedDevice, values: Record<string, unknown>, base: Record<string, unknown>, members: unknown[] = []) =>
      device.do({ kind: 'year.correct', entityId: household.id, baseVersion: 1, payload: { year: 2025, reason: '入户核实', values, base, members } });
    year(mine, { wageMigrantWork: 200_000 }, { wageMigrantWork: 100_000 });
    year(theirs, { wageMigrantWork: 300_000, housingM2: 75.25 }, { wageMigrantWork: 100_000, housingM2: 60.5 }, [{ memberId, baseVersion: 1, values: { workMonths: 8 }, base: { workMonths: 3 } }]);
    await mine.drain();
    const [answer] = await theirs.send(theirs.outbox.batch(1));
    expect(answer).toMatchObject({ status: 'conflict', contested: ['wageMigrantWork'], version: 3 });
    const read = await clerk.get<{ values: Record<string, unknown>; members: { values: Record<string, unknown> }[] }>(`/households/${household.id}/years/2025`);
    expect(JSON.stringify(read.body)).toContain('75.25');
    const { body } = await clerk.get<{ items: { id: string; recordedNow: unknown; proposedValue: unknown; year: number }[] }>(`/sync/contested?householdId=${household.id}`);
    expect(body.items).toMatchObject([{ recordedNow: 200_000, proposedValue: 300_000, year: 2025 }]);
    const chosen = await other.post(`/sync/contested/${body.items[0]!.id}/choose`, { body: { choice: 'proposed', version: 1 } });
    expect([chosen.status, chosen.body['recordedNow']]).toEqual([200, 300_000]);
  });

  it('a person is corrected by the same rules as on the page', async () => {
    const device = await deviceOf(clerk);
    const member = household.members[0]!;
    device.do({ kind: 'member.correct', entityId: member.id, baseVersion: member.version, payload: { householdId: household.id, values: { idNo: syntheticId('1985-01-01') }, base: {} } });
    device.do({ kind: 'member.correct', entityId: member.id, baseVersion: member.version, payload: { householdId: household.id, values: { birthDate: '1970-01-01' }, base: { birthDate: '1985-01-01' } } });
    const results = await device.send(device.outbox.batch(2));
    expect(statuses(results)).toEqual(['applied', 'rejected']);
  });

  it('work for another village is rejected and kept, and its content does not show what is there', async () => {
    const stranger = await t.as('village_clerk', villages.baimiaozi);
    const device = await deviceOf(stranger);
    correct(device, { causeNote: '越界' });
    device.do({ kind: 'household.correct', entityId: formatCaseId('150222', uuidV7()), payload: { values: {}, base: {} } });
    const results = await device.send(device.outbox.batch(2));
    expect(results).toMatchObject([{ status: 'rejected', code: 'not-found' }, { status: 'rejected', code: 'sync.wrong-county' }]);
    expect((await readHousehold(clerk, household.id)).values['causeNote']).toBeUndefined();
  });

  it('work under a grant that has ended is rejected, and the township finds it', async () => {
    const person = await t.as('team_member', villages.changjunwan, { username: '调岗人员' });
    const device = await deviceOf(person);
    const operation = device.do({ kind: 'household.correct', entityId: household.id, payload: { values: { causeNote: '旧岗' }, base: {} } });
    const moved = await t.as('team_member', villages.haizi, { username: '调岗人员' });
    const late = new SimulatedDevice(clientTransport(moved));
    expect(await late.send([operation])).toMatchObject([{ status: 'retry', code: 'sync.other-grant' }]);
    await adminQuery(t.database, 'set session_replication_role = replica; update role_grant set revoked_at = now() where division_code = $1'.replace('$1', `'${villages.changjunwan}'`));
    expect(await late.send([operation])).toMatchObject([{ status: 'rejected', code: 'sync.scope-ended' }]);
    expect(await late.send([operation])).toMatchObject([{ status: 'rejected', code: 'sync.scope-ended' }]);
    expect(await adminQuery(t.database, 'select village_code, payload_enc is not null as kept from sync_operation where id = $1', [operation.opId])).toEqual([{ village_code: villages.changjunwan, kept: true }]);
  });

  it('the township sees what has not arrived and what was refused, reads it masked, and says once what became of it', async () => {
    const team = await t.as('team_member', villages.baimiaozi, { username: '掉线人员' });
    const device = await deviceOf(team);
    const [first, second] = [correct(device, { phone: '13655557777' }), correct(device, { causeNote: '二' })];
    await device.send([second]);
    const township = await t.as('township_officer', '150221213');
    type Devices = { items: { deviceId: string; pendingOperations: number; gapFrom: number | null; kept: number }[] };
    const mine = async () => (await township.get<Devices>('/sync/pending?division=150221213201')).body.items.find((item) => item.deviceId === device.id);
    expect(await mine()).toMatchObject({ pendingOperations: 2, gapFrom: 1, kept: 0 });
    await device.send([first, second]);
    expect(await mine()).toMatchObject({ gapFrom: null, kept: 2 });
    const kept = await township.get<{ items: { id: string; code: string; userName: string }[] }>('/sync/kept?division=150221213201');
    const item = kept.body.items.find((row) => row.id === `150221-${first.opId}`);
    expect(item).toMatchObject({ code: 'not-found', userName: '掉线人员' });
    const detail = await township.get(`/sync/kept/${item!.id}`);
    expect(detail.raw.toString()).toContain('7777');
    expect(detail.raw.toString()).not.toContain('13655557777');
    const settle = () => township.post(`/sync/kept/${item!.id}/settle`, { body: { outcome: 'TAKEN_UP', note: '已由乡镇补录' } });
    expect([(await settle()).status, (await settle()).body['code']]).toEqual([200, 'sync.already-settled']);
    expect(await mine()).toMatchObject({ kept: 1 });
    const elsewhere = await t.as('township_officer', '150221105');
    expect((await elsewhere.get(`/sync/kept/${item!.id}`)).status).toBe(404);
    expect((await elsewhere.get<Devices>('/sync/pending?division=150221213201')).body.items).toEqual([]);
  });

  it('numbers that a device no longer holds do not hold it up, and are on record', async () => {
    const device = await deviceOf(clerk);
    for (const note of ['一', '二', '三']) correct(device, { causeNote: note }, { causeNote: note });
    device.outbox.forget(0);
    const operations = device.outbox.batch(9);
    const answer = await clientTransport(clerk)('POST', '/sync/operations', { device: { deviceId: device.id, heldFrom: 3 }, operations: operations.slice(2) });
    expect((answer.body['results'] as OperationResult[])[0]?.status).not.toBe('retry');
    expect(await adminQuery(t.database, 'select from_seq::int, to_seq::int from sync_gap where device_id = $1', [device.id.slice(7)])).toEqual([{ from_seq: 1, to_seq: 2 }]);
  });

  it('a fault of the server is tried again once, then the work is kept and the next one goes on', async () => {
    const handlers = t.app.get(OperationHandlers, { strict: false });
    const device = await deviceOf(clerk);
    const [bad, good] = [correct(device, { causeNote: '故障' }), correct(device, { mainCause: '05' }, { mainCause: '01' })];
    let tries = 0;
    const of = handlers.of.bind(handlers);
    const spy = jest.spyOn(handlers, 'of').mockImplementation((kind) => ({
      kind,
      apply: (incoming) => {
        if (incoming.operation.opId !== bad.opId) return of(kind).apply(incoming);
        tries += 1;
        return Promise.reject(new TypeError('planted'));
      },
    }));
    try {
      expect(await device.send([bad, good])).toMatchObject([{ status: 'rejected', code: 'sync.poison' }, { status: 'applied' }]);
    } finally {
      spy.mockRestore();
    }
    expect(tries).toBe(2);
    expect((await rowsOf(bad.opId))[0]?.payload_enc).toMatch(/^v1:intl:/);
  });

  it('a shape of tomorrow waits for the server, one that nobody understands any more is kept, a value of an old list is told apart', async () => {
    const device = await deviceOf(clerk);
    const tomorrow = { ...correct(device, { causeNote: '新' }), schemaVersion: 99 };
    expect(await device.send([tomorrow])).toMatchObject([{ status: 'retry', code: 'sync.server-too-old' }]);
    expect(await device.send([{ ...tomorrow, schemaVersion: 0 }])).toMatchObject([{ status: 'rejected', code: 'sync.schema-too-old' }]);
    const outdated = { ...correct(device, { mainCause: '77' }), codeListVersion: 'ffffffff' };
    expect(await device.send([outdated])).toMatchObject([{ status: 'rejected', code: 'sync.code-list-outdated' }]);
  });

  it('a revoked device is told to wipe; what it still sends is kept apart', async () => {
    const lost = await t.as('team_member', villages.haizi, { username: '丢手机' });
    const device = await deviceOf(lost);
    const operation = correct(device, { causeNote: '捡到' });
    const township = await t.as('township_officer', '150221213');
    expect((await township.post(`/sync/devices/${device.id}/revoke`, { body: { reason: '手机遗失' } })).status).toBe(200);
    expect(await device.send([operation])).toMatchObject([{ status: 'rejected', code: 'sync.device-revoked' }]);
    await expect(device.register()).rejects.toThrow(/sync.device-revoked/);
    expect((await readHousehold(clerk, household.id)).values['causeNote']).toBeUndefined();
  });

  it('an old build is told so before anything is read, and an epoch of before a restore makes the device resend', async () => {
    const device = await deviceOf(clerk);
    const send = clientTransport(clerk);
    await adminQuery(t.database, "set session_replication_role = replica; update sync_policy set min_app_version = '2.0.0'");
    expect(await send('POST', '/sync/operations', { appVersion: '1.9.9', operations: [] })).toMatchObject({ status: 426, body: { code: 'sync.client-too-old', params: { minimum: '2.0.0' } } });
    await adminQuery(t.database, "set session_replication_role = replica; update sync_policy set min_app_version = '0.0.0'");
    await device.send([correct(device, { causeNote: '恢复前' })]);
    await adminQuery(t.database, 'update installation set epoch = gen_random_uuid()');
    await device.send([]);
    expect(device.outbox.waiting()).toHaveLength(1);
    expect(statuses(await device.send(device.outbox.batch(9)))).toEqual(['duplicate']);
  });
});
