import { formatCaseId, uuidV7, type OperationResult } from '#domain';
import { startTestApp, type TestApp } from '../support/app.js';
import type { TestClient } from '../support/client.js';
import { person, readHousehold, registerHousehold, syntheticId, villages, type HouseholdBody } from '../support/households.js';
import { clientTransport, SimulatedDevice } from '../support/sync/device.js';

describe('births, deaths, marriages and moves done offline', () => {
  let t: TestApp;
  let clerk: TestClient;
  let device: SimulatedDevice;
  let family: HouseholdBody;
  beforeAll(async () => {
    t = await startTestApp();
    clerk = await t.as('village_clerk', villages.haizi);
    device = new SimulatedDevice(clientTransport(clerk));
    await device.register();
  });
  beforeEach(async () => {
    family = await registerHousehold(clerk, villages.haizi, { members: [person('王小明', '01', { idNo: syntheticId() }), person('李秀兰', '02', { idNo: syntheticId('1984-02-03', '2') })] });
  });
  afterAll(() => t.close());

  const fresh = () => formatCaseId('150221', uuidV7());
  const happen = (entityId: string, payload: object) => device.do({ kind: 'household.event', entityId, payload: { householdId: family.id, ...payload } });
  const send = async (): Promise<readonly OperationResult[]> => device.send(device.outbox.batch(100));
  const outcome = async () => (await send()).map(({ status, code }) => [status, code]);
  const memberOf = (name: string) => family.members.find((member) => member.name === name)?.id ?? '';
  const active = async () => (await readHousehold(clerk, family.id)).members.filter((member) => member.active).map((member) => member.name).sort();

  it('a child is born once, however often the work is sent, also as a new piece of work', async () => {
    const child = fresh();
    const birth = { kind: 'birth', occurredOn: '2026-01-05', values: { name: '王安', gender: '1', relationToHead: '03' } };
    const operation = happen(child, birth);
    expect(await outcome()).toEqual([['applied', undefined]]);
    expect((await device.send([operation]))[0]?.status).toBe('duplicate');
    happen(child, birth);
    expect(await outcome()).toEqual([['applied', undefined]]);
    const after = await readHousehold(clerk, family.id);
    expect(after.members.filter((member) => member.name === '王安')).toMatchObject([{ id: child, values: { birthDate: '2026-01-05', joinedOn: '2026-01-05' } }]);
    expect(after.memberCount).toBe(3);
  });

  it('two phones that report the same death record it once; another day is refused', async () => {
    const death = { kind: 'death', occurredOn: '2026-01-06' };
    happen(memberOf('李秀兰'), death);
    happen(memberOf('李秀兰'), death);
    happen(memberOf('李秀兰'), { ...death, occurredOn: '2026-01-07' });
    expect(await outcome()).toEqual([['applied', undefined], ['applied', undefined], ['rejected', 'member.already-left']]);
    expect(await active()).toEqual(['王小明']);
  });

  it('is done although the household was corrected meanwhile', async () => {
    expect((await clerk.patch(`/households/${family.id}`, { body: { version: family.version, values: { naturalVillage: '东营子' } } })).status).toBe(200);
    happen(fresh(), { kind: 'marriage_in', occurredOn: '2026-01-08', values: { name: '赵小云', relationToHead: '05', idNo: syntheticId('1999-09-09', '2') } });
    expect(await outcome()).toEqual([['applied', undefined]]);
    expect(await active()).toHaveLength(3);
  });

  it('a head who dies leaves the place to somebody who is named', async () => {
    happen(memberOf('王小明'), { kind: 'death', occurredOn: '2026-01-06' });
    expect(await outcome()).toEqual([['rejected', 'household.head-required']]);
    happen(memberOf('王小明'), { kind: 'death', occurredOn: '2026-01-06', relations: [{ memberId: memberOf('李秀兰'), relationToHead: '01' }] });
    expect(await outcome()).toEqual([['applied', undefined]]);
    expect((await readHousehold(clerk, family.id)).headName).toBe('李秀兰');
  });

  it('refuses what belongs to the office, what the form would refuse, and an id that is somebody else’s', async () => {
    happen(fresh(), { kind: 'split', occurredOn: '2026-01-06' });
    happen(fresh(), { kind: 'birth', occurredOn: '2026-01-06', values: { name: '王安', relationToHead: '03', idNo: '150221202601050011' } });
    happen(fresh(), { kind: 'death', occurredOn: '2026-01-06', stamped: true });
    happen(memberOf('李秀兰'), { kind: 'birth', occurredOn: '2026-01-06', values: { name: '王安', relationToHead: '03' } });
    expect(await outcome()).toEqual([['rejected', 'validation'], ['rejected', 'validation'], ['rejected', 'validation'], ['rejected', 'idempotency-mismatch']]);
    expect(await active()).toHaveLength(2);
  });
});
