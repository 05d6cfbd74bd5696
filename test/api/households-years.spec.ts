import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { TestClient } from '../support/client.js';
import { person, readHousehold, registerHousehold, villages, type HouseholdBody } from '../support/households.js';

interface Year {
  year: number;
  version: number;
  correctionReason: string | null;
  supersededAt: string | null;
  values: Record<string, unknown>;
  income: { groups: { group: string; fen: number | null; items: { key: string; zh: string; fen: number }[] }[]; netFen: number; perCapitaFen: number; memberCount: number; formulaZh: string; monitoringFen: number };
  members: { memberId: string; version: number; values: Record<string, unknown> }[];
}
interface Refusal {
  code: string;
  params: Record<string, unknown>;
}

let app: TestApp;
let clerk: TestClient;
let household: HouseholdBody;

const put = <Body = Year>(year: number, body: Record<string, unknown>, headers?: Record<string, string>) => clerk.put<Body>(`/households/${household.id}/years/${year}`, { body, headers });

beforeAll(async () => {
  app = await startTestApp();
  clerk = await app.as('village_clerk', villages.haizi);
});
afterAll(() => app.close());
beforeEach(async () => {
  household = await registerHousehold(clerk, villages.haizi, { members: [person('王小明', '01'), person('李小红', '02'), person('王大宝', '03')] });
});

describe('the record of a year', () => {
  it('shows the formula item by item, with group sums, net income and income per head', async () => {
    const { status, body } = await put(2020, {
      values: { wageMigrantWork: 1_200_000, transferMinimumAllowance: 240_000, transferCoal: 30_000, businessLivestock: 500_000, businessCostFodder: 170_001, claims: 5_000, outOfPocket: 2_000, farmlandMu: 12.5, safeWater: true, foodOk: true },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ year: 2020, version: 1, correctionReason: null, values: { memberCount: 3, farmlandMu: 12.5, safeWater: true, netIncome: 1_799_999, wageIncome: 1_200_000 } });
    expect(body.income).toMatchObject({ netFen: 1_799_999, perCapitaFen: 599_999, memberCount: 3, monitoringFen: 1_802_999 });
    expect(body.income.groups.map(({ group, fen }) => [group, fen])).toEqual([
      ['wage', 1_200_000], ['business', 500_000], ['property', null], ['transfer', 270_000], ['businessCost', 170_001], ['claims', 5_000], ['outOfPocket', 2_000],
    ]);
    expect(body.income.groups[3]?.items).toEqual([
      { key: 'transferMinimumAllowance', zh: '低保金', en: 'Subsistence allowance', fen: 240_000 }, { key: 'transferCoal', zh: '燃煤补贴', en: 'Coal subsidy', fen: 30_000 },
    ]);
    expect(body.income.formulaZh).toBe('纯收入 = 务工收入 12000 + 养殖业收入 5000 + 低保金 2400 + 燃煤补贴 300 − 饲草料支出 1700.01 = 17999.99元；人均 = 17999.99 ÷ 3 = 5999.99元');
    expect((await readHousehold(clerk, household.id)).years).toEqual([2020]);
  });

  it('is never overwritten: a second writing is a correction with a reason, and the old version stays', async () => {
    await put(2020, { values: { wageOther: 100_000 } });
    expect((await put<Refusal>(2020, { values: { wageOther: 200_000 } })).body.code).toBe('version-required');
    expect((await put<Refusal>(2020, { version: 1, values: { wageOther: 200_000 } })).body.code).toBe('reason-required');
    expect((await put<Refusal>(2020, { version: 1, reason: '   ', values: { wageOther: 200_000 } })).body.code).toBe('reason-required');
    const corrected = await put(2020, { version: 1, reason: '务工收入漏填', values: { wageOther: 200_000 } });
    expect(corrected.body).toMatchObject({ version: 2, correctionReason: '务工收入漏填', values: { wageOther: 200_000 } });
    const versions = await clerk.get<Year[]>(`/households/${household.id}/years/2020/versions`);
    expect(versions.body.map((row) => [row.version, row.values['wageOther'], row.supersededAt === null])).toEqual([[2, 200_000, true], [1, 100_000, false]]);
  });

  it('is not corrected by whoever read an older version; the answer carries both values', async () => {
    await put(2020, { values: { wageOther: 1 } });
    await put(2020, { reason: '更正', values: { wageOther: 2 } }, { 'if-match': '1' });
    const late = await put<Refusal>(2020, { version: 1, reason: '更正', values: { wageOther: 3 } });
    expect([late.status, late.body.code]).toEqual([409, 'stale-version']);
    expect(late.body.params).toMatchObject({ version: 2, yourVersion: 1, current: { wageOther: 2 }, yours: { wageOther: 3 } });
  });

  it('lets one of two simultaneous corrections through', async () => {
    await put(2020, { values: { wageOther: 1 } });
    const answers = await Promise.all([2, 3].map((wageOther) => put<Refusal>(2020, { version: 1, reason: '更正', values: { wageOther } })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
  });

  it('does not change when the same values are written again', async () => {
    const first = await put(2020, { values: { wageOther: 1, farmlandMu: 3.25, waterSources: ['TAP', 'WELL'] } });
    const again = await put(2020, { version: 1, values: { wageOther: 1, farmlandMu: 3.25, waterSources: ['TAP', 'WELL'], housingM2: null } });
    expect(again.body).toEqual(first.body);
  });

  it('correcting one field of a person keeps what else was recorded of that person', async () => {
    const memberId = household.members[0]?.id ?? '';
    await put(2020, { values: {}, members: [{ memberId, values: { health: ['2'], labourSkill: '1', schoolStatus: '01', workMonths: 5 } }] });
    const { status, body } = await clerk.patch<Year>(`/households/${household.id}/years/2020`, {
      body: { version: 1, reason: '更正务工时间', values: {}, members: [{ memberId, values: { workMonths: 8 } }] },
    });
    expect(status).toBe(200);
    expect(body.members.find((entry) => entry.memberId === memberId)).toMatchObject({ version: 2, values: { health: ['2'], labourSkill: '1', schoolStatus: '01', workMonths: 8 } });
  });

  it('may be corrected field by field, and what is not named keeps its value', async () => {
    await put(2020, { values: { wageOther: 100_000, transferPension: 5_000, memberCount: 4 } });
    const { body } = await clerk.patch<Year>(`/households/${household.id}/years/2020`, { body: { version: 1, reason: '更正养老金', values: { transferPension: 6_000 } } });
    expect(body).toMatchObject({ version: 2, values: { wageOther: 100_000, transferPension: 6_000, memberCount: 4, netIncome: 106_000, perCapitaIncome: 26_500 } });
    const missing = await clerk.patch<Refusal>(`/households/${household.id}/years/2019`, { body: { version: 1, reason: '更正', values: {} } });
    expect([missing.status, missing.body.code]).toEqual([404, 'year.not-recorded']);
  });

  it('carries the members, each versioned for itself', async () => {
    const [head, wife] = household.members;
    const first = await put(2020, {
      values: {}, members: [{ memberId: head!.id, values: { education: '2', health: ['2', '4'], hasMedicalInsurance: true } }, { memberId: wife!.id, values: { education: '3' } }],
    });
    expect(first.body.members).toMatchObject([{ memberId: head!.id, version: 1, values: { health: ['2', '4'] } }, { memberId: wife!.id, version: 1 }]);
    const second = await put(2020, { version: 1, reason: '体检结果', values: {}, members: [{ memberId: head!.id, values: { education: '2', health: ['4'], hasMedicalInsurance: true } }, { memberId: wife!.id, values: { education: '3' } }] });
    expect(second.body.version).toBe(1);
    expect(second.body.members).toMatchObject([{ version: 2, values: { health: ['4'] } }, { version: 1 }]);
    const stranger = await registerHousehold(clerk, villages.haizi);
    expect((await put<Refusal>(2021, { values: {}, members: [{ memberId: stranger.members[0]!.id, values: {} }] })).body.code).toBe('member.not-in-household');
  });

  it('is refused for a future year, with a computed field, and with a period that ends before it begins', async () => {
    const today = await adminQuery<{ year: number }>(app.database, 'select extract(year from app.today())::integer as year');
    expect((await put<Refusal>(today[0]!.year + 1, { values: {} })).body.code).toBe('year.future');
    expect((await put<Refusal>(2020, { values: { netIncome: 5 } })).status).toBe(422);
    expect((await put<Refusal>(2020, { values: { incomePeriodStart: '2020-10-01', incomePeriodEnd: '2020-09-30' } })).status).toBe(422);
    for (const year of ['1999', '20', 'x', '2101']) expect((await clerk.get(`/households/${household.id}/years/${year}`)).status).toBe(404);
  });

  it('makes its village due for recalculation in the same transaction', async () => {
    await adminQuery(app.database, 'delete from dirty_village');
    await put(2020, { values: { wageOther: 1 } });
    const causes = await adminQuery<{ village_code: string; cause: string }>(app.database, 'select distinct village_code, cause from dirty_village');
    expect(causes).toContainEqual({ village_code: villages.haizi, cause: 'household_year' });
    await adminQuery(app.database, 'delete from dirty_village');
    await put<Refusal>(2020, { version: 9, reason: 'x', values: {} });
    expect(await adminQuery(app.database, 'select 1 from dirty_village')).toEqual([]);
  });

  it('is out of sight for the neighbour', async () => {
    await put(2020, { values: { wageOther: 1 } });
    const neighbour = await app.as('village_clerk', villages.baimiaozi);
    for (const path of ['years', 'years/2020', 'years/2020/versions']) expect((await neighbour.get(`/households/${household.id}/${path}`)).status).toBe(404);
    expect((await neighbour.put(`/households/${household.id}/years/2019`, { body: { values: {} } })).status).toBe(404);
  });
});
