import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { TestClient } from '../support/client.js';
import { person, readHousehold, registerHousehold, syntheticId, villages, type HouseholdBody } from '../support/households.js';

interface HistoryBody {
  items: { id: string; at: string; actor: string; role: string; roleZh: string; op: string; table: string; subject: string | null; changes: { key: string; zh: string; before: unknown; after: unknown; beforeText: string | null; afterText: string | null }[]; event: { kind: string; zh: string; on: string } | null }[];
  nextCursor: string | null;
  state: { household: HouseholdBody; years: unknown[] } | null;
}

let app: TestApp;
let county: TestClient;
let clerk: TestClient;

beforeAll(async () => {
  app = await startTestApp();
  county = await app.as('county_officer', '150221', { username: '旗县经办人甲' });
  clerk = await app.as('village_clerk', villages.haizi);
});
afterAll(() => app.close());

const history = async (id: string, query = '') => {
  const answer = await county.get<HistoryBody>(`/households/${id}/history${query}`);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body;
};
const moment = async () => {
  const [row] = await adminQuery<{ at: Date }>(app.database, 'select app.now() as at');
  await new Promise((resolve) => setTimeout(resolve, 5));
  return row!.at.toISOString();
};

describe('the timeline of a household', () => {
  it('says who changed what, field by field, with names of codes and masks', async () => {
    const household = await registerHousehold(clerk, villages.haizi, { values: { mainCause: '01', phone: '13800001234', isRelocated: false } });
    await county.patch(`/households/${household.id}`, { body: { version: 1, values: { mainCause: '02', phone: '13900005678', isRelocated: true } } });
    const { items } = await history(household.id);
    const change = items.find((item) => item.op === 'UPDATE' && item.table === 'household')!;
    expect(change).toMatchObject({ actor: '旗县经办人甲', role: 'county_officer', roleZh: '旗县经办人', subject: null });
    expect(change.changes).toEqual([
      { key: 'phone', zh: '联系电话', en: 'Telephone', before: '138****1234', after: '139****5678', beforeText: '138****1234', afterText: '139****5678' },
      { key: 'mainCause', zh: '主要致贫原因', en: 'Main cause of poverty', before: '01', after: '02', beforeText: '因病', afterText: '因残' },
      { key: 'isRelocated', zh: '是否易地扶贫搬迁户', en: 'Relocated household', before: false, after: true, beforeText: '否', afterText: '是' },
    ]);
    const added = items.find((item) => item.table === 'member')!;
    expect(added).toMatchObject({ op: 'INSERT', subject: '王小明', role: 'village_clerk' });
    expect(JSON.stringify(items)).not.toMatch(/13800001234|v1:intl|bidx/);
  });

  it('says where the house stands in words, when it was noted, corrected and taken away, and a household that moves leaves it behind', async () => {
    const household = await registerHousehold(clerk, villages.haizi, { values: { housePosition: '41.1, 110.2' } });
    expect(household.values['housePosition']).toBe('geo:41.100000,110.200000;by=typed');
    const correct = async (version: number, housePosition: unknown) => (await clerk.patch<{ code?: string }>(`/households/${household.id}`, { body: { version, values: { housePosition } } })).status;
    expect(await correct(1, 'geo:91.000000,110.200000;by=phone')).toBe(422);
    expect(await correct(1, '41.1')).toBe(422);
    expect(await correct(1, 'geo:41.123456,110.250000;u=8;on=2024-05-06;by=phone')).toBe(200);
    expect(await correct(1, null)).toBe(409);
    expect(await correct(2, null)).toBe(200);
    expect((await readHousehold(clerk, household.id)).values).not.toHaveProperty('housePosition');
    const changes = (await history(household.id)).items.filter((item) => item.op === 'UPDATE').flatMap((item) => item.changes.map(({ zh, beforeText, afterText }) => [zh, beforeText, afterText]));
    expect(changes).toEqual([
      ['住宅位置', '北纬41.123456°，东经110.250000°（±8 米，2024-05-06，手机定位）', null],
      ['住宅位置', '北纬41.100000°，东经110.200000°（手工填写）', '北纬41.123456°，东经110.250000°（±8 米，2024-05-06，手机定位）'],
    ]);
    expect(await correct(3, '41.1, 110.2')).toBe(200);
    const officer = await app.as('township_officer', '150221213');
    expect((await officer.post(`/households/${household.id}/events`, { body: { kind: 'move_village', version: 4, occurredOn: '2024-06-01', toVillageCode: villages.baimiaozi } })).status).toBe(201);
    expect((await readHousehold(officer, household.id)).values).not.toHaveProperty('housePosition');
  });

  it('carries life events and corrections of years, and pages backwards without repeat', async () => {
    const household = await registerHousehold(clerk, villages.haizi, { members: [person('甲', '01'), person('乙', '02')] });
    await clerk.put(`/households/${household.id}/years/2022`, { body: { values: { wageOther: 100_00 } } });
    await clerk.put(`/households/${household.id}/years/2022`, { body: { version: 1, reason: '漏填', values: { wageOther: 250_00 } } });
    await clerk.post(`/households/${household.id}/events`, { body: { kind: 'death', version: 1, occurredOn: '2023-05-05', memberIds: [household.members[1]!.id] } });
    const all = await history(household.id);
    expect(all.items[0]).toMatchObject({ op: 'LIFE_EVENT', event: { kind: 'death', zh: '死亡', on: '2023-05-05' } });
    expect(all.items.find((item) => item.table === 'household_year' && item.op === 'INSERT')?.changes).toContainEqual(expect.objectContaining({ key: 'wageOther', after: 25_000, afterText: '250元' }));
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: HistoryBody = await history(household.id, `?limit=2${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(all.items.map((item) => item.id));
  });

  it('is out of sight for the neighbour and closed to roles without it', async () => {
    const household = await registerHousehold(clerk, villages.haizi);
    expect((await (await app.as('village_clerk', villages.baimiaozi)).get(`/households/${household.id}/history`)).status).toBe(404);
    expect((await (await app.as('system_admin', '15')).get(`/households/${household.id}/history`)).status).toBe(403);
    for (const at of ['yesterday', '2024-01-31', '2024-W05', '2023-02-30T00:00:00Z', '2016-12-31T23:59:60Z', '2024-01-31T00:00:00']) {
      expect([at, (await county.get(`/households/${household.id}/history?at=${at}`)).status]).toEqual([at, 422]);
    }
  });
});

describe('the state at any recorded time', () => {
  it('equals, after every kind of change, what was read then', async () => {
    let household = await registerHousehold(clerk, villages.haizi, {
      values: { mainCause: '01', otherCauses: ['02'], phone: '13800001234' },
      members: [person('甲大', '01', { idNo: syntheticId() }), person('乙二', '02', { ordinal: 2 }), person('丙三', '03', { ordinal: 1 }), person('丁四', '03')],
    });
    const { id } = household;
    const snapshots: { at: string; household: unknown; years: unknown }[] = [];
    const look = async () => {
      const at = await moment();
      const years = await county.get(`/households/${id}/years`);
      household = await readHousehold(county, id);
      snapshots.push({ at, household, years: years.body });
      await new Promise((resolve) => setTimeout(resolve, 5));
    };
    const memberId = (name: string) => household.members.find((row) => row.name === name)!.id;
    const ok = async (answer: Promise<{ status: number; body: unknown }>) => {
      const { status, body } = await answer;
      if (status >= 300) throw new Error(JSON.stringify(body));
    };
    const event = (body: Record<string, unknown>) => ok(county.post(`/households/${id}/events`, { body: { version: household.version, occurredOn: '2024-01-31', ...body } }));

    await look();
    await ok(county.patch(`/households/${id}`, { body: { version: 1, values: { mainCause: '05', otherCauses: null, causeNote: '缺水' } } }));
    await look();
    await ok(county.put(`/households/${id}/years/2021`, { body: { values: { wageOther: 1_00, farmlandMu: 12.5, waterSources: ['TAP'], safeWater: true }, members: [{ memberId: memberId('乙二'), values: { health: ['2'] } }, { memberId: memberId('甲大'), values: { workMonths: 3 } }] } }));
    await look();
    await ok(county.patch(`/households/${id}/years/2021`, { body: { version: 1, reason: '更正', values: { wageOther: 2_00, safeWater: null }, members: [{ memberId: memberId('乙二'), values: { health: ['2', '4'] } }] } }));
    await ok(county.put(`/households/${id}/years/2022`, { body: { values: { businessCrop: 3_00, businessCostCrop: 4_00 } } }));
    await look();
    await ok(county.patch(`/households/${id}/members/${memberId('丙三')}`, { body: { version: 1, values: { name: '丙叁', phone: '13700001111' } } }));
    await look();
    await event({ kind: 'birth', member: person('戊五', '07') });
    await look();
    await event({ kind: 'death', memberIds: [memberId('甲大')], relations: [{ memberId: memberId('乙二'), relationToHead: '01' }] });
    await look();
    await event({ kind: 'split', memberIds: [memberId('丁四')], relations: [{ memberId: memberId('丁四'), relationToHead: '01' }] });
    await look();
    await event({ kind: 'move_village', toVillageCode: villages.changjunwan });
    await look();
    await event({ kind: 'move_out', memberIds: household.members.filter((row) => row.active).map((row) => row.id) });
    await look();

    expect(snapshots).toHaveLength(10);
    for (const [index, snapshot] of snapshots.entries()) {
      const { state } = await history(id, `?at=${encodeURIComponent(snapshot.at)}`);
      expect([index, state?.household]).toEqual([index, snapshot.household]);
      expect([index, state?.years]).toEqual([index, snapshot.years]);
    }
  });

  it('is nothing before the household was recorded, and takes a time from the timeline as including it', async () => {
    const before = await moment();
    const household = await registerHousehold(clerk, villages.haizi);
    expect((await county.get(`/households/${household.id}/history?at=${before}`)).status).toBe(404);
    await clerk.patch(`/households/${household.id}`, { body: { version: 1, values: { mainCause: '09' } } });
    const { items } = await history(household.id);
    const { state } = await history(household.id, `?at=${items[0]!.at}`);
    expect(state?.household.values).toMatchObject({ mainCause: '09' });
  });

  it('ends for a village where the household left its territory', async () => {
    const household = await registerHousehold(clerk, villages.haizi, { members: [person('迁出', '01')] });
    const there = await moment();
    await county.post(`/households/${household.id}/events`, { body: { kind: 'move_village', version: 1, occurredOn: '2024-01-31', toVillageCode: villages.changjunwan } });
    const newClerk = await app.as('village_clerk', villages.changjunwan);
    expect((await newClerk.get<HistoryBody>(`/households/${household.id}/history`)).body.items.every((item) => item.op !== 'INSERT')).toBe(true);
    expect((await newClerk.get(`/households/${household.id}/history?at=${there}`)).status).toBe(404);
    expect((await clerk.get(`/households/${household.id}/history`)).status).toBe(404);
    expect((await history(household.id, `?at=${there}`)).state?.household.village.code).toBe(villages.haizi);
  });
});
