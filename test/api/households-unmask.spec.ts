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
