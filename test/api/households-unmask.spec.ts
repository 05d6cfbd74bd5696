import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { TestClient } from '../support/client.js';
import { person, registerHousehold, syntheticId, villages, type HouseholdBody } from '../support/households.js';

let app: TestApp;
let officer: TestClient;
let clerk: TestClient;
let household: HouseholdBody;
const idNo = syntheticId('1962-02-03');

beforeAll(async () => {
  app = await startTestApp();
  clerk = await app.as('village_clerk', villages.haizi);
  officer = await app.as('township_officer', '150221213');
  household = await registerHousehold(clerk, villages.haizi, {
    values: { phone: '13800001234', bankAccountNo: '6228480000000001234' }, members: [person('王小明', '01', { idNo, phone: '13900002222' })],
  });
});
afterAll(() => app.close());

const unmask = (client: TestClient, body: Record<string, unknown>, id = household.id) => client.post<{ values?: Record<string, string>; code?: string }>(`/households/${id}/unmask`, { body });

describe('showing sensitive fields in clear', () => {
  it('gives the household’s and the member’s values for a stated purpose', async () => {
    const own = await unmask(officer, { fields: ['phone', 'bankAccountNo'], purpose: '核对补助发放账号', purposeCode: 'PAYMENT' });
    expect([own.status, own.body]).toEqual([200, { values: { phone: '13800001234', bankAccountNo: '6228480000000001234' } }]);
    expect(own.headers['cache-control']).toBe('no-store');
    const member = await unmask(officer, { fields: ['idNo', 'phone', 'disabilityCertNo'], memberId: household.members[0]!.id, purpose: '与公安部门比对身份' });
    expect(member.body).toEqual({ values: { idNo, phone: '13900002222', disabilityCertNo: null } });
  });

  it('leaves a record with who, which fields and why, and without the values', async () => {
    await unmask(officer, { fields: ['idNo'], memberId: household.members[0]!.id, purpose: '入户核查前联系' });
    const rows = await adminQuery<{ op: string; payload: string; household_id: string; village_code: string }>(app.database, "select op, payload, household_id, village_code from audit_log where op = 'UNMASK' and actor_id = $1 order by id desc limit 1", [officer.user?.userId]);
    expect(rows[0]).toMatchObject({ household_id: household.id.slice(7), village_code: villages.haizi });
    expect(JSON.parse(rows[0]!.payload)).toMatchObject({ fields: ['idNo'], purposeCode: 'OTHER', purpose: '入户核查前联系' });
    expect(rows[0]!.payload).not.toContain(idNo);
  });

  it.each([[undefined], ['查看'], ['        '], ['a b']])('is refused without a purpose of at least five characters: %p', async (purpose) => {
    const answer = await unmask(officer, { fields: ['phone'], purpose });
    expect([answer.status, answer.body.code]).toEqual([422, 'purpose-required']);
  });

  it('is refused for fields that are not masked', async () => {
    for (const field of ['mainCause', 'id_no_enc', 'constructor', 'idNo']) expect((await unmask(officer, { fields: [field], purpose: '核对身份信息' })).status).toBe(422);
  });

  it('is a verb that the village does not hold, and a household that others cannot see', async () => {
    expect((await unmask(clerk, { fields: ['phone'], purpose: '核对身份信息' })).status).toBe(403);
    expect((await unmask(await app.as('team_member', villages.haizi), { fields: ['phone'], purpose: '核对身份信息' })).status).toBe(403);
    expect((await unmask(await app.as('township_officer', '150221105'), { fields: ['phone'], purpose: '核对身份信息' })).status).toBe(404);
  });

  it('does not reach a member of another household through this one', async () => {
    const other = await registerHousehold(clerk, villages.haizi, { members: [person('李四', '01', { phone: '13700003333' })] });
    const answer = await unmask(officer, { fields: ['phone'], memberId: other.members[0]!.id, purpose: '核对身份信息' });
    expect(answer.status).toBe(404);
  });
});

describe('a number to call', () => {
  const dial = (client: TestClient, memberId?: string, id = household.id) => client.post<{ phone?: string | null; code?: string }>(`/households/${id}/dial`, { body: memberId === undefined ? {} : { memberId } });
  const member = () => household.members[0]!.id;

  it('is given to those who visit the village, one at a time: of the household, or of a member', async () => {
    for (const client of [clerk, await app.as('team_member', villages.haizi), officer]) {
      const own = await dial(client);
      expect([own.status, own.body, own.headers['cache-control']]).toEqual([200, { phone: '13800001234' }, 'no-store']);
    }
    expect((await dial(clerk, member())).body).toEqual({ phone: '13900002222' });
    const silent = await registerHousehold(clerk, villages.haizi);
    expect((await dial(clerk, undefined, silent.id)).body).toEqual({ phone: null });
  });

  it('never brings a document number or an account along, whatever is asked for', async () => {
    for (const body of [{ fields: ['idNo'] }, { fields: ['bankAccountNo'], memberId: member() }]) expect((await clerk.post(`/households/${household.id}/dial`, { body })).status).toBe(422);
    expect((await unmask(clerk, { fields: ['phone'], purpose: '联系农牧户入户' })).status).toBe(403);
  });

  it('is on record like every unmasking: who, whose number, what for, and not the number', async () => {
    const caller = await app.as('team_member', villages.haizi, { username: '拨号队员' });
    await dial(caller, member());
    const rows = await adminQuery<{ op: string; subject: string; row_id: string; payload: string; household_id: string; village_code: string }>(app.database, "select * from audit_log where op = 'UNMASK' and actor_id = $1", [caller.user?.userId]);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ household_id: household.id.slice(7), village_code: villages.haizi });
    expect(JSON.parse(rows[0]!.payload)).toEqual({ fields: ['phone'], purposeCode: 'CONTACT', purpose: '拨打电话联系农牧户', household: household.id });
    expect(JSON.stringify(rows)).not.toContain('13900002222');
  });

  it('is refused to whoever does not visit, outside the territory, and for a person of another household', async () => {
    for (const client of [await app.as('county_officer', '150221'), await app.as('inspector', '15')]) expect((await dial(client)).status).toBe(403);
    expect((await dial(await app.as('team_member', villages.baimiaozi))).status).toBe(404);
    const other = await registerHousehold(clerk, villages.haizi, { members: [person('赵六', '01', { phone: '13700004444' })] });
    expect((await dial(clerk, other.members[0]!.id)).status).toBe(404);
  });
});

describe('catalogues for pages', () => {
  it('lists codes and fields for every signed-in user and may be kept for an hour', async () => {
    const admin = await app.as('system_admin', '15');
    const codes = await admin.get<{ lists: { name: string; items: { code: string; zh: string }[] }[] }>('/codes');
    expect(codes.headers['cache-control']).toContain('max-age=3600');
    expect(codes.body.lists.find((list) => list.name === 'povertyCause')?.items[0]).toEqual({ code: '01', zh: '因病', en: 'Illness' });
    const fields = await admin.get<{ fields: { entity: string; key: string; masked: boolean }[] }>('/fields');
    expect(fields.body.fields.filter((field) => field.masked).map((field) => `${field.entity}.${field.key}`)).toContain('member.idNo');
    expect((await app.anonymous().get('/codes')).status).toBe(401);
  });
});
