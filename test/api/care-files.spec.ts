import { writeFileSync } from 'node:fs';
import { RecalculationService } from '#eligibility';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { TestClient } from '../support/client.js';
import { asSystem } from '../support/care.js';
import { person, registerHousehold, syntheticId, villages, type HouseholdBody } from '../support/households.js';

interface Section { title: string; fields: { label: string; value: string }[]; columns: string[]; rows: string[][] }
interface File { title: string; subject: string; masked: boolean; purpose: string | null; sections: Section[] }

const county = '150221';
const clear = { head: syntheticId('1970-05-06'), wife: syntheticId('1972-05-06', '2'), phone: '13912345678', account: '6229123456789012' };

let app: TestApp;
let clerk: TestClient;
let township: TestClient;
let family: HouseholdBody;
beforeAll(async () => {
  app = await startTestApp();
  clerk = await app.as('village_clerk', villages.haizi);
  township = await app.as('township_officer', villages.haizi.slice(0, 9));
  const members = [
    person('乌云<b>格日乐', '01', { idNo: clear.head, gender: '1' }), person('萨仁', '02', { idNo: clear.wife, gender: '2' }),
    person('巴特尔', '03', { gender: '1', birthDate: '2014-03-02' }), person('其其格', '12', { gender: '2', birthDate: '1948-01-01' }),
  ];
  family = await registerHousehold(clerk, villages.haizi, { members, values: { phone: clear.phone, bankName: '农村信用社', bankAccountNo: clear.account, mainCause: '01', poorHouseholdType: '01' } });
  await asSystem(app.database, `update household set status = 'REGISTERED' where id = '${family.id.slice(7)}'`);
  for (const year of [2024, 2025]) {
    const body = {

      values: { memberCount: 4, wageMigrantWork: 1_850_000, businessLivestock: 2_340_000, businessCostFodder: 910_000, transferGrassland: 405_000, transferPension: 156_000, housingGrade: 'B', safeWater: true, housingM2: 78, roadType: '2' },
      members: family.members.map((member, i) => ({ memberId: member.id, values: { education: ['3', '2', '2', '1'][i], schoolStatus: ['01', '01', '03', '01'][i], health: [['4'], ['1'], ['1'], ['2']][i], labourSkill: ['3', '1', '4', '4'][i], hasMedicalInsurance: true, hasMinimumAllowance: i === 3 } })),
    };
    const answer = await clerk.put(`/households/${family.id}/years/${year}`, { body });
    if (answer.status >= 400) throw new Error(JSON.stringify(answer.body));
  }
  await app.app.get(RecalculationService).recalculateCounty(county, { cause: 'test' });
}, 120_000);
afterAll(() => app.close());

const section = (file: File, title: string) => file.sections.find((part) => part.title.startsWith(title));
const html = async (client: TestClient, path: string) => (await client.get<string>(`${path}?format=html`)).raw.toString('utf8');

describe('the household file', () => {
  it('holds the household, its people, every year with its items, verdicts and registers', async () => {
    const { body, status } = await clerk.get<File>(`/households/${family.id}/file`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ title: '户情档案', subject: '乌云<b>格日乐', masked: true, purpose: null });
    expect(section(body, '家庭成员')?.rows.map(([name]) => name)).toEqual(['乌云<b>格日乐', '萨仁', '巴特尔', '其其格']);
    expect(section(body, '历年收入')?.rows[0]).toEqual(['2025', '4', '18,500.00', '23,400.00', '—', '5,610.00', '9,100.00', '38,410.00', '9,602.50']);
    expect(section(body, '收入和支出明细（2025年度')?.rows).toHaveLength(5);
    expect(section(body, '按规则测算')?.rows.length).toBeGreaterThan(0);
    expect(section(body, '关爱台账')?.rows.map(([name, who]) => [name, who])).toContainEqual(['残疾人', '乌云<b>格日乐']);
  });

  it('prints as one page without a script and without any clear number; a name is never markup', async () => {
    const page = await html(clerk, `/households/${family.id}/file`);
    if (process.env['CARE_FILE_OUT']) writeFileSync(process.env['CARE_FILE_OUT'], page);
    expect(page).toContain('@page');
    expect(page).not.toMatch(/<script|\son[a-z]+=/i);
    expect(page).toContain('乌云&lt;b&gt;格日乐');
    for (const secret of Object.values(clear)) expect(page).not.toContain(secret);
    expect(page).not.toMatch(/(?<![\d.])\d{17}[\dX](?!\d)/);
    expect(page).toContain('敏感信息已遮蔽');
  });

  it('shows clear numbers only to who may see them, for a purpose, and leaves one record of it', async () => {
    const ask = (client: TestClient, body: object) => client.post<File & { code: string }>(`/households/${family.id}/file/unmasked`, { body });
    const purpose = { purposeCode: 'IDENTITY_CHECK', purpose: '核对退出公示名单' };
    expect((await ask(clerk, purpose)).status).toBe(403);
    expect((await ask(township, { ...purpose, purpose: '     ' })).body.code).toBe('purpose-required');
    const records = () => adminQuery<{ payload: string }>(app.database, `select payload from audit_log where op = 'UNMASK' and row_id = $1`, [family.id.slice(7)]);
    expect(await records()).toEqual([]);
    const { body, status } = await ask(township, purpose);
    expect([status, body.masked, body.purpose]).toEqual([200, false, '核对退出公示名单']);
    for (const secret of Object.values(clear)) expect(JSON.stringify(body)).toContain(secret);
    const [record, ...others] = await records();
    expect(others).toEqual([]);
    expect(JSON.parse(record?.payload ?? '{}')).toMatchObject({ what: 'household.file', purpose: '核对退出公示名单' });
    for (const secret of Object.values(clear)) expect(record?.payload).not.toContain(secret);
  });

  it('is not to be had outside the territory, and reading it is recorded', async () => {
    const neighbour = await app.as('village_clerk', villages.baimiaozi);
    expect((await neighbour.get(`/households/${family.id}/file`)).status).toBe(404);
    expect((await neighbour.get(`/households/${family.id}/file?format=html`)).status).toBe(404);
    const [{ n } = { n: 0 }] = await adminQuery<{ n: number }>(app.database, `select count(*)::int as n from audit_log where op = 'READ' and table_name = 'household.file' and row_id = $1`, [family.id.slice(7)]);
    expect(n).toBeGreaterThan(0);
  });
});

describe('the village file', () => {
  it('counts households by status and cause, and people on every register, and names no villager', async () => {
    const { body } = await clerk.get<File>(`/villages/${villages.haizi}/file`);
    expect(section(body, '建档立卡户')?.rows).toEqual([['未脱贫', '1', '4']]);
    expect(section(body, '主要致贫原因')?.rows).toEqual([['因病', '1', '4']]);
    expect(section(body, '关爱台账')?.rows).toHaveLength(10);
    expect(section(body, '关爱台账')?.rows.find(([name]) => name === '残疾人')).toEqual(['残疾人', '1', '0']);
    expect(JSON.stringify(body)).not.toContain('萨仁');
    const page = await html(clerk, `/villages/${villages.haizi}/file`);
    if (process.env['CARE_FILE_OUT']) writeFileSync(`${process.env['CARE_FILE_OUT']}.village.html`, page);
    expect(page).toContain('村情档案');
  });

  it('answers 404 alike for a village of others and for one that there is not', async () => {
    expect((await clerk.get(`/villages/${villages.baimiaozi}/file`)).status).toBe(404);
    expect((await township.get(`/villages/${villages.haizi.slice(0, 9)}999/file`)).status).toBe(404);
  });
});
