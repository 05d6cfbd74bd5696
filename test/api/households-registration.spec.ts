import { uuidV7 } from '#domain';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { TestClient } from '../support/client.js';
import { person, readHousehold, registerHousehold, syntheticId, villages, type HouseholdBody } from '../support/households.js';

let app: TestApp;
let clerk: TestClient;
let neighbour: TestClient;
let county: TestClient;

interface Refusal {
  code: string;
  params?: Record<string, unknown>;
}

beforeAll(async () => {
  app = await startTestApp();
  clerk = await app.as('village_clerk', villages.haizi);
  neighbour = await app.as('village_clerk', villages.otherCity);
  county = await app.as('county_officer', '150221');
});
afterAll(() => app.close());

describe('registering a household', () => {
  it('keeps the head, the number of members and the village, and masks what identifies a person', async () => {
    const idNo = syntheticId('1971-03-02');
    const created = await registerHousehold(clerk, villages.haizi, {
      values: { phone: '138 0000 1234', bankAccountNo: '6228480000000001234', mainCause: '01', otherCauses: ['02', '12'], poorHouseholdType: '01', naturalVillage: '东营子' },
      members: [person('王小明', '01', { idNo, ethnicGroup: 'MG' }), person('其其格', '02', { gender: '2' })],
    });
    expect(created).toMatchObject({
      status: 'CANDIDATE', headName: '王小明', memberCount: 2, version: 1,
      village: { code: villages.haizi, name: '海子村委会', county: '土默特右旗' },
      values: { phone: '138****1234', bankAccountNo: '**** 1234', mainCause: '01', otherCauses: ['02', '12'], naturalVillage: '东营子' },
    });
    expect(created.members[0]).toMatchObject({
      name: '王小明', isHead: true, active: true, values: { idNo: `${idNo.slice(0, 6)}********${idNo.slice(-4)}`, birthDate: '1971-03-02', gender: '1', ethnicGroup: 'MG' },
    });
    expect(await readHousehold(clerk, created.id)).toEqual(created);
  });

  it('stores no document number, telephone or account in clear, not even in the audit log', async () => {
    const idNo = syntheticId('1966-07-08');
    const created = await registerHousehold(clerk, villages.haizi, {
      values: { phone: '13900005678', bankAccountNo: '6217000000000005678' }, members: [person('李明', '01', { idNo, phone: '13700004321', disabilityCertNo: `${idNo}42` })],
    });
    const id = created.id.slice(7);
    const rows = await adminQuery<{ text: string }>(app.database, `
      select to_jsonb(h)::text as text from household h where id = $1 union all select to_jsonb(m)::text from member m where household_id = $1
      union all select payload from audit_log where household_id = $1`, [id]);
    expect(rows.length).toBeGreaterThanOrEqual(4);
    for (const secret of [idNo, '13900005678', '6217000000000005678', '13700004321']) expect(rows.filter((row) => row.text.includes(secret))).toEqual([]);
  });

  it('happens once when the same request arrives twice', async () => {
    const body = { id: uuidV7(), villageCode: villages.haizi, values: {}, members: [person('赵一', '01', { idNo: syntheticId() })] };
    const first = await clerk.post<HouseholdBody>('/households', { body });
    const second = await clerk.post<HouseholdBody>('/households', { body });
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
  });

  it.each([
    ['no member', [], 'validation'],
    ['no head', [person('张三', '02')], 'household.head-required'],
    ['two heads', [person('张三', '01'), person('李四', '01')], 'household.head-required'],
    ['an unknown field', [person('张三', '01', { memberStatus: 'REMOVED' })], 'validation'],
    ['a wrong check digit', [person('张三', '01', { idNo: '150221199001011230' })], 'validation'],
    ['a birth in the future', [person('张三', '01', { birthDate: '2099-01-01' })], 'event.future'],
  ])('is refused with %s', async (_name, members, code) => {
    const response = await clerk.post<Refusal>('/households', { body: { villageCode: villages.haizi, values: {}, members } });
    expect([response.status, response.body.code]).toEqual([422, code]);
  });

  it('names each faulty field in Chinese', async () => {
    const response = await clerk.post<Refusal & { params: { fields: { field: string; zh: string }[] } }>('/households', {
      body: { villageCode: villages.haizi, values: { status: 'REGISTERED', mainCause: '77' }, members: [person('张三', '01')] },
    });
    expect(JSON.stringify(response.body)).toContain('values.status');
    expect(JSON.stringify(response.body)).toContain('“主要致贫原因”不是代码表中的值');
  });

  it('is refused in a village of others, in one that does not exist and in a township', async () => {
    for (const villageCode of [villages.baimiaozi, villages.otherCity, '150221213999', '150221213000']) {
      const response = await clerk.post<Refusal>('/households', { body: { villageCode, values: {}, members: [person('张三', '01')] } });
      expect([response.status, response.body.code]).toEqual([422, 'household.village-unknown']);
    }
  });

  it('is a verb that an inspector does not hold', async () => {
    const inspector = await app.as('inspector', '15');
    const response = await inspector.post<Refusal>('/households', { body: { villageCode: villages.haizi, values: {}, members: [person('张三', '01')] } });
    expect(response.status).toBe(403);
  });
});

describe('one person, one household', () => {
  it('is kept inside the territory, and the refusal names the other household', async () => {
    const idNo = syntheticId();
    const first = await registerHousehold(clerk, villages.haizi, { members: [person('孙七', '01', { idNo })] });
    const again = await county.post<Refusal>('/households', { body: { villageCode: villages.changjunwan, values: {}, members: [person('孙七', '01', { idNo })] } });
    expect([again.status, again.body.code]).toEqual([409, 'member.id-number-registered']);
    expect(JSON.stringify(again.body)).toContain(first.id);
  });

  it('is kept across the region, and the refusal says nothing of a household elsewhere', async () => {
    const idNo = syntheticId();
    const first = await registerHousehold(clerk, villages.haizi, { members: [person('周八', '01', { idNo })] });
    const again = await neighbour.post<Refusal>('/households', { body: { villageCode: villages.otherCity, values: {}, members: [person('周九', '01', { idNo })] } });
    expect([again.status, again.body.code]).toEqual([409, 'member.id-number-registered']);
    const text = JSON.stringify(again.body);
    for (const leak of [first.id, first.id.slice(7), '周八', villages.haizi, '150221213', '海子', idNo]) expect(text).not.toContain(leak);
  });

  it('recognises the 15 digits and the disability certificate of the same person', async () => {
    const idNo = syntheticId('1955-01-02');
    await registerHousehold(clerk, villages.haizi, { members: [person('吴十', '01', { idNo })] });
    for (const other of [{ idNo: idNo.slice(0, 6) + idNo.slice(8, 17) }, { idType: 'DISABILITY_CERT', idNo: `${idNo}43` }]) {
      const again = await clerk.post<Refusal>('/households', { body: { villageCode: villages.haizi, values: {}, members: [person('吴十', '01', other)] } });
      expect(again.body.code).toBe('member.id-number-registered');
    }
  });

  it('lets exactly one of ten simultaneous registrations through', async () => {
    const idNo = syntheticId();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => (index % 2 ? clerk : neighbour).post<Refusal>('/households', {
        body: { villageCode: index % 2 ? villages.haizi : villages.otherCity, values: {}, members: [person('郑一', '01', { idNo })] },
      })),
    );
    // A machine that is busy may answer some of them with "later"; nobody is registered twice.
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => ![201, 409, 503].includes(status))).toEqual([]);
  });

  it('refuses the same number twice in one request', async () => {
    const idNo = syntheticId();
    const answer = await clerk.post<Refusal>('/households', { body: { villageCode: villages.haizi, values: {}, members: [person('甲', '01', { idNo }), person('乙', '02', { idNo })] } });
    expect([answer.status, answer.body.code]).toEqual([422, 'member.id-number-repeated']);
  });
});

describe('reading a household', () => {
  it('answers the same for a household elsewhere, one that does not exist and a broken id', async () => {
    const { id } = await registerHousehold(clerk, villages.haizi);
    for (const path of [id, `150221-${uuidV7()}`, 'nonsense', `150121-${id.slice(7)}`]) {
      const answer = await neighbour.get<Refusal>(`/households/${path}`);
      expect([answer.status, answer.body.code]).toEqual([404, 'not-found']);
    }
  });

  it('leaves a record of who looked', async () => {
    const { id } = await registerHousehold(clerk, villages.haizi);
    await readHousehold(county, id);
    const [record] = await adminQuery<{ op: string; table_name: string }>(app.database, 'select op, table_name from audit_log where actor_id = $1 and row_id = $2', [county.user?.userId, id.slice(7)]);
    expect(record).toEqual({ op: 'READ', table_name: 'household.detail' });
  });

  it('is closed to the three administrators', async () => {
    const { id } = await registerHousehold(clerk, villages.haizi);
    for (const role of ['system_admin', 'security_admin', 'audit_admin'] as const) expect((await (await app.as(role, '15')).get(`/households/${id}`)).status).toBe(403);
  });
});

describe('correcting', () => {
  it('raises the version and refuses whoever read an older one, with both values', async () => {
    const { id } = await registerHousehold(clerk, villages.haizi, { values: { mainCause: '01' } });
    const changed = await clerk.patch<HouseholdBody>(`/households/${id}`, { body: { version: 1, values: { mainCause: '02', causeNote: '家中两人残疾' } } });
    expect(changed.body).toMatchObject({ version: 2, values: { mainCause: '02', causeNote: '家中两人残疾' } });
    const late = await county.patch<Refusal>(`/households/${id}`, { body: { values: { mainCause: '03', phone: '13900001111' } }, headers: { 'if-match': '"1"' } });
    expect([late.status, late.body.code]).toEqual([409, 'stale-version']);
    expect(late.body.params).toMatchObject({ version: 2, yourVersion: 1, current: { mainCause: '02' }, yours: { mainCause: '03', phone: '139****1111' } });
    expect((await clerk.patch<Refusal>(`/households/${id}`, { body: { values: {} } })).body.code).toBe('version-required');
  });

  it('never touches what decisions and moves set', async () => {
    const { id } = await registerHousehold(clerk, villages.haizi);
    const valid = { status: 'REGISTERED', villageCode: villages.baimiaozi, exitYear: 2018, returnYear: 2019, returnReason: '因病' };
    for (const [key, value] of Object.entries({ ...valid, countyCode: '150222', version: 9, memberCount: 1, headName: '某人', id: 'x' })) {
      const answer = await clerk.patch<Refusal>(`/households/${id}`, { body: { version: 1, values: { [key]: value } } });
      expect([key, answer.status, answer.body.code]).toEqual([key, 422, 'validation']);
    }
    for (const name of ['__proto__', 'constructor']) {
      const polluted = await clerk.patch<Refusal>(`/households/${id}`, { body: `{"version": 1, "values": {"${name}": {"status": "REGISTERED"}}}`, headers: { 'content-type': 'application/json' } });
      expect([name, polluted.status < 500]).toEqual([name, true]);
    }
    expect(await readHousehold(clerk, id)).toMatchObject({ version: 1, status: 'CANDIDATE' });
  });

  it('of a person follows in head name and search, and moves the number in the register', async () => {
    const first = syntheticId('1980-05-06');
    const second = syntheticId('1980-05-06');
    const household = await registerHousehold(clerk, villages.haizi, { members: [person('冯二', '01', { idNo: first })] });
    const head = household.members[0]!;
    const changed = await clerk.patch<HouseholdBody>(`/households/${household.id}/members/${head.id}`, { body: { version: 1, values: { name: '冯贰', idNo: second } } });
    expect(changed.body).toMatchObject({ headName: '冯贰', members: [{ version: 2, values: { name: '冯贰' } }] });
    await registerHousehold(clerk, villages.haizi, { members: [person('另一人', '01', { idNo: first })] });
    const taken = await clerk.post<Refusal>('/households', { body: { villageCode: villages.haizi, values: {}, members: [person('再一人', '01', { idNo: second })] } });
    expect(taken.body.code).toBe('member.id-number-registered');
  });

  it('of a birth date is judged by the document number on record', async () => {
    const household = await registerHousehold(clerk, villages.haizi, { members: [person('陈三', '01', { idNo: syntheticId('1980-05-06') })] });
    const answer = await clerk.patch<Refusal>(`/households/${household.id}/members/${household.members[0]!.id}`, { body: { version: 1, values: { birthDate: '1981-01-01' } } });
    expect([answer.status, answer.body.code]).toEqual([422, 'validation']);
    expect(JSON.stringify(answer.body)).toContain('出生日期与证件号码不一致');
  });
});
