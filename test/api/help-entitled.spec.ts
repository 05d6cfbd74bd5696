import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { approvedAssignment, fine, helpCast, newFund, poorHousehold, type HelpCast, type HelpRefusal } from '../support/help.js';
import { villages, type HouseholdBody } from '../support/households.js';

let app: TestApp;
let cast: HelpCast;
beforeAll(async () => {
  app = await startTestApp();
  cast = await helpCast(app);
}, 60_000);
afterAll(() => app.close());

const today = '2026-11-22';
/** Records the year with the school status of the second member. */
const atSchool = async (household: HouseholdBody, schoolStatus: string) =>
  fine(await cast.clerk.put(`/households/${household.id}/years/2026`, { body: { values: { wageMigrantWork: 100_000 }, members: [{ memberId: household.members[1]?.id, values: { schoolStatus } }] } }), 'year');
const pay = async (household: HouseholdBody, measureCode: string, more: Record<string, unknown> = {}) => {
  const member = measureCode.startsWith('IND') ? undefined : 1;
  const assignmentId = await approvedAssignment(cast, household, { member, measureCode, approvedFen: 150_000 });
  return cast.officer.post<HelpRefusal>('/payments', { body: { assignmentId, amountFen: 150_000, term: '2026', paidOn: today, ...more } });
};

describe('雨露计划 (EMP-01) judged by its published rule', () => {
  it('is paid for a vocational student of a registered household, and of one that has exited with its policies kept', async () => {
    for (const status of ['REGISTERED', 'EXITED_ENTITLED'] as const) {
      const household = await poorHousehold(app, cast.clerk, { status });
      await atSchool(household, '11');
      expect([status, (await pay(household, 'EMP-01')).status]).toEqual([status, 201]);
    }
  });

  it('is refused for a pupil of primary school, with the condition that fails', async () => {
    const household = await poorHousehold(app, cast.clerk);
    await atSchool(household, '03');
    const refused = await pay(household, 'EMP-01');
    expect(refused).toMatchObject({ status: 409, body: { code: 'payment.not-entitled' } });
    expect(JSON.stringify(refused.body.params['reasons'])).toContain('在校');
  });

  it('is refused while nobody has recorded the school, and the refusal says so', async () => {
    const refused = await pay(await poorHousehold(app, cast.clerk), 'EMP-01');
    expect(refused).toMatchObject({ status: 409, body: { code: 'payment.entitlement-unproven' } });
    expect(refused.body.title).toContain('在校');
  });
});

describe('a measure that no document limits', () => {
  it('is paid with a reason on record and not without', async () => {
    const fund = await newFund(cast.officer);
    expect(await pay(await poorHousehold(app, cast.clerk), 'IND-09', { fundId: fund.id })).toMatchObject({ status: 422, body: { code: 'payment.rule-not-set' } });
    expect(await pay(await poorHousehold(app, cast.clerk), 'IND-09', { fundId: fund.id, reason: '旗县会议纪要〔2026〕3号' })).toMatchObject({ status: 201, body: { reason: '旗县会议纪要〔2026〕3号' } });
  });
});

describe('300 households of a village', () => {
  it('are booked in one request, each judged by the rule of the measure', async () => {
    await adminQuery(app.database, `begin; set local app.scope = '15'; set local app.actor = '00000000-0000-7000-8000-000000000001'; set local app.role = 'system';
      insert into household (county_code, id, village_code, status, head_name, member_count) select '150221', app.uuid_v7(), '${villages.changjunwan}', case when n <= 290 then 'REGISTERED' else 'CANDIDATE' end, '批量户' || n, 1 from generate_series(1, 300) n; commit`);
    const ids = (await adminQuery<{ id: string }>(app.database, `select county_code || '-' || id as id from household where village_code = '${villages.changjunwan}'`)).map((row) => row.id);
    type Rows = { done: number; refused: number; rows: { id: string; version: number; problem: { code: string } | null }[] };
    const planned = fine(await cast.officer.post<Rows>('/assignments', { body: { measureCode: 'IND-05', year: 2026, plannedAmountFen: 30_000, rows: ids.map((householdId) => ({ householdId })) } }));
    fine(await cast.approver.post<Rows>('/assignments/decisions', { body: { decision: 'approve', rows: planned.rows.map(({ id }) => ({ id, version: 1 })) } }));
    const from = performance.now();
    const booked = fine(await cast.officer.post<Rows>('/payments/bookings', { body: { term: '2026', paidOn: today, rows: planned.rows.map(({ id }) => ({ assignmentId: id, amountFen: 30_000 })) } }));
    console.log(`300 payments judged and booked in ${Math.round(performance.now() - from)} ms`);
    expect([booked.done, booked.refused, new Set(booked.rows.flatMap((row) => row.problem?.code ?? []))]).toEqual([290, 10, new Set(['payment.not-entitled'])]);
  }, 60_000);
});
