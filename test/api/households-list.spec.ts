import { systemActor } from '#platform';
import { startTestApp, type TestApp } from '../support/app.js';
import type { TestClient } from '../support/client.js';
import { person, registerHousehold, syntheticId, villages, type HouseholdBody } from '../support/households.js';

interface Page {
  items: { id: string; headName: string; matchedName: string | null; phone: string | null; village: { name: string; township: string } }[];
  nextCursor: string | null;
}

let app: TestApp;
let county: TestClient;
let made: HouseholdBody[];

beforeAll(async () => {
  app = await startTestApp();
  const region = { haizi: await app.as('village_clerk', villages.haizi), changjunwan: await app.as('village_clerk', villages.changjunwan), otherCity: await app.as('village_clerk', villages.otherCity) };
  county = await app.as('county_officer', '150221');
  made = [
    await registerHousehold(region.haizi, villages.haizi, { values: { phone: '13800001234', mainCause: '01', householdCode: 'H15022100001', poorHouseholdType: '01' }, members: [person('王小明', '01', { idNo: syntheticId() }), person('王小军', '03')] }),
    await registerHousehold(region.haizi, villages.haizi, { values: { mainCause: '02', otherCauses: ['01'], householdCode: '15022100002' }, members: [person('欧阳娜仁', '01'), person('单小明', '02')] }),
    await registerHousehold(region.changjunwan, villages.changjunwan, { values: { mainCause: '03' }, members: [person('阿拉坦·其其格', '01')] }),
    await registerHousehold(region.otherCity, villages.otherCity, { members: [person('王小明', '01')] }),
  ];
});
afterAll(() => app.close());

const find = async (client: TestClient, query: string): Promise<string[]> => {
  const answer = await client.get<Page>(`/households?${query}`);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body.items.map((item) => item.headName);
};
const q = (text: string) => `q=${encodeURIComponent(text)}`;

describe('the list of households', () => {
  it('shows the territory of the reader, with names of villages and masked telephones', async () => {
    const { body } = await county.get<Page>('/households');
    expect(body.items.map((item) => item.headName)).toEqual(['阿拉坦·其其格', '王小明', '欧阳娜仁']);
    expect(body.items[1]).toMatchObject({ id: made[0]!.id, phone: '138****1234', village: { name: '海子村委会' } });
    expect(JSON.stringify(body)).not.toContain('13800001234');
  });

  it('narrows to a division and answers nothing for one outside the territory', async () => {
    expect(await find(county, `division=${villages.haizi}`)).toEqual(['王小明', '欧阳娜仁']);
    expect(await find(county, 'division=15')).toHaveLength(3);
    expect(await find(county, `division=${villages.otherCity}`)).toEqual([]);
    expect(await find(county, 'division=1501')).toEqual([]);
  });

  it.each([
    ['cause=01', ['王小明', '欧阳娜仁']],
    ['type=01', ['王小明']],
    ['status=CANDIDATE&cause=03', ['阿拉坦·其其格']],
    ['status=REGISTERED,PRE_EXIT', []],
    ['verdict=met', []],
  ])('filters by %s', async (query, expected) => {
    expect(await find(county, query)).toEqual(expected);
  });

  it.each([
    ['王', ['王小明']],
    ['小明', ['王小明', '欧阳娜仁']],
    ['王小明', ['王小明']],
    ['娜仁', ['欧阳娜仁']],
    ['其其格', ['阿拉坦·其其格']],
    ['阿拉坦·其其格', ['阿拉坦·其其格']],
    ['明小', []],
    ['王小五', []],
    ['wx', ['王小明']],
    ['WXM', ['王小明']],
    ['oyn', ['欧阳娜仁']],
    ['sxm', ['欧阳娜仁']],
    ['15022100002', ['欧阳娜仁']],
    ['   ', ['阿拉坦·其其格', '王小明', '欧阳娜仁']],
    ["王' or 1=1 --", []],
    ['%', []],
  ])('finds %p by name, initials or number', async (typed, expected) => {
    expect(await find(county, q(typed))).toEqual(expected);
  });

  it('filters by the computed verdict of a rule in a year, and shows it', async () => {
    await app.db.run({ actor: systemActor('15') }, () => app.db.query(
      `insert into household_verdict (county_code, household_id, village_code, year, rule_code, verdict, leaves, rule_version_id, run_id, computed_at)
       select county_code, id, village_code, 2020, 'household.exit', 'not_met', 'f', app.uuid_v7(), app.uuid_v7(), app.now() from household where head_name = '欧阳娜仁'`));
    expect(await find(county, 'verdict=not_met&year=2020')).toEqual(['欧阳娜仁']);
    expect(await find(county, 'verdict=not_met&year=2021')).toEqual([]);
    expect(await find(county, 'verdict=not_met&year=2020&rule=household.re_entry')).toEqual([]);
    const { body } = await county.get<{ items: { headName: string; verdict: string | null }[] }>('/households?year=2020');
    expect(body.items.map((item) => [item.headName, item.verdict])).toEqual([['阿拉坦·其其格', null], ['王小明', null], ['欧阳娜仁', 'not_met']]);
  });

  it('names the person found, and lists a household once when two of its members match', async () => {
    const { body } = await county.get<Page>(`/households?${q('王小')}`);
    expect(body.items).toHaveLength(1);
    const other = await county.get<Page>(`/households?${q('单小')}`);
    expect(other.body.items[0]).toMatchObject({ headName: '欧阳娜仁', matchedName: '单小明' });
  });

  it('never finds a person of another territory', async () => {
    expect(await find(await app.as('village_clerk', villages.otherCity), q('王小明'))).toEqual(['王小明']);
    expect(await find(await app.as('village_clerk', villages.baimiaozi), q('王'))).toEqual([]);
    expect(await find(await app.as('inspector', '15'), q('王小明'))).toHaveLength(2);
  });

  it.each(['division=15022', 'status=POOR', 'limit=0', 'limit=201', 'cursor=broken', 'unknown=1', `q=${'x'.repeat(41)}`, 'verdict=true', 'year=19'])('refuses %s', async (query) => {
    expect((await county.get(`/households?${query}`)).status).toBe(422);
  });

  it('pages without gap or repeat while households are added before and after the cursor', async () => {
    const clerk = await app.as('village_clerk', villages.baimiaozi);
    const before: string[] = [];
    for (let index = 0; index < 7; index += 1) before.push((await registerHousehold(clerk, villages.baimiaozi, { members: [person('赵甲', '01')] })).id);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const { body }: { body: Page } = await clerk.get<Page>(`/households?${q('赵')}&limit=3${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...body.items.map((item) => item.id));
      cursor = body.nextCursor;
      if (seen.length === 3) await registerHousehold(clerk, villages.baimiaozi, { members: [person('赵乙', '01')] });
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(before));
    expect(seen).toHaveLength(8);
  });
});
