import { randomUUID } from 'node:crypto';
import { startTestApp, type TestApp } from '../support/app.js';
import { adminQuery } from '../support/admin.js';
import type { TestClient, TestResponse } from '../support/client.js';
import { approvedAssignment, fine, helpCast, newFund, newProject, poorHousehold, SettableJudge, takeProject, type FundBody, type HelpCast, type HelpRefusal, type ProjectBody } from '../support/help.js';

interface PaymentBody {
  id: string;
  amountFen: number;
  settlement: string | null;
  reversesId: string | null;
  reversedById: string | null;
}
interface RowsBody {
  done: number;
  refused: number;
  rows: { status: string | null; problem: { code: string; params: Record<string, unknown> } | null }[];
}

let app: TestApp;
let cast: HelpCast;
let judge: SettableJudge;
beforeAll(async () => {
  app = await startTestApp();
  cast = await helpCast(app);
  judge = SettableJudge.into(app);
}, 60_000);
afterAll(() => app.close());
beforeEach(() => {
  judge.verdict = { verdict: 'met', ruleSet: true, measureVersionId: null, reasons: [], missing: [] };
});

const today = '2026-11-22';
const pay = (client: TestClient, assignmentId: string, more: Record<string, unknown> = {}): Promise<TestResponse<PaymentBody & HelpRefusal>> =>
  client.post('/payments', { body: { assignmentId, amountFen: 50_000, term: '2026', paidOn: today, ...more } });
const reverse = (client: TestClient, id: string, more: Record<string, unknown> = {}) => client.post<PaymentBody & HelpRefusal>(`/payments/${id}/reversal`, { body: { reason: '发放有误', ...more } });
const refusedWith = (code: string, status = 409) => ({ status, body: { code } });
const asSystem = (statement: string) => adminQuery(app.database, `begin; set local app.scope = '15'; set local app.actor = '00000000-0000-7000-8000-000000000001'; set local app.role = 'system'; ${statement}; commit`);

describe('booking a payment', () => {
  it('books it as payable, judged for the person and the day, and dirties the village', async () => {
    const household = await poorHousehold(app, cast.clerk);
    const id = await approvedAssignment(cast, household, { member: 1, measureCode: 'EDU-08' });
    await adminQuery(app.database, 'delete from dirty_village');
    const payment = fine(await pay(cast.officer, id));
    expect(payment).toMatchObject({ amountFen: 50_000, settlement: 'PAYABLE', reversesId: null, reversedById: null });
    expect(judge.judged.at(-1)).toEqual({ household: household.id.slice(7), memberId: household.members[1]?.id.slice(7), measureCode: 'EDU-08', on: today });
    expect(await adminQuery(app.database, "select distinct cause from dirty_village where county_code = '150221'")).toEqual([{ cause: 'household' }]);
  });

  it('is the same payment for the same id and content, and refused for the same id with another', async () => {
    const assignment = await approvedAssignment(cast, await poorHousehold(app, cast.clerk));
    const id = randomUUID();
    const first = fine(await pay(cast.officer, assignment, { id }));
    expect(fine(await pay(cast.officer, assignment, { id }))).toEqual(first);
    expect(await pay(cast.officer, assignment, { id, amountFen: 49_999 })).toMatchObject(refusedWith('idempotency-mismatch', 422));
  });

  it('two at once for the same measure, person and term: one wins, the other is refused', async () => {
    for (let i = 0; i < 5; i++) {
      const assignment = await approvedAssignment(cast, await poorHousehold(app, cast.clerk));
      const answers = await Promise.all([pay(cast.officer, assignment), pay(cast.officer2, assignment)]);
      expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
      expect(answers.find((answer) => answer.status === 409)?.body.code).toBe('payment.already-paid');
    }
  });

  it('overlapping terms at once under two assignments of the same measure: one wins', async () => {
    for (let i = 0; i < 4; i++) {
      const household = await poorHousehold(app, cast.clerk);
      const [last, current] = [await approvedAssignment(cast, household, { year: 2025 }), await approvedAssignment(cast, household, { year: 2026 })];
      const answers = await Promise.all([pay(cast.officer, last, { term: '2026' }), pay(cast.officer2, current, { term: '2026-05' })]);
      expect(answers.map((answer) => answer.body.code ?? 'booked').sort()).toEqual(['booked', 'payment.already-paid']);
    }
  });

  it('the same id twice at once is one payment and two same answers', async () => {
    const assignment = await approvedAssignment(cast, await poorHousehold(app, cast.clerk));
    const id = randomUUID();
    const answers = await Promise.all([pay(cast.officer, assignment, { id }), pay(cast.officer, assignment, { id })]);
    expect(answers.map((answer) => [answer.status, answer.body.id])).toEqual([[201, `150221-${id}`], [201, `150221-${id}`]]);
  });

  it('the database itself refuses a second one, whatever the application does', async () => {
    const assignment = await approvedAssignment(cast, await poorHousehold(app, cast.clerk));
    const { id } = fine(await pay(cast.officer, assignment));
    const copy = `insert into payment select (jsonb_populate_record(p, jsonb_build_object('id', app.uuid_v7()))).* from payment p where p.id = '${id.slice(7)}'`;
    await expect(asSystem(copy)).rejects.toThrow('payment_once');
    await expect(asSystem(`update payment set amount_fen = 1 where id = '${id.slice(7)}'`)).rejects.toThrow('cannot be changed');
  });

  it('refuses the month of a year that is paid and the year of a month that is paid', async () => {
    const household = await poorHousehold(app, cast.clerk);
    const assignment = await approvedAssignment(cast, household);
    fine(await pay(cast.officer, assignment, { term: '2026-03', amountFen: 10_000 }));
    expect(await pay(cast.officer, assignment, { term: '2026', amountFen: 10_000 })).toMatchObject(refusedWith('payment.already-paid'));
    fine(await pay(cast.officer, assignment, { term: '2026-04', amountFen: 10_000 }));
    expect(await pay(cast.officer, assignment, { term: 'once', amountFen: 10_000 })).toMatchObject(refusedWith('payment.already-paid'));
  });

  it('holds a measure with printed amounts to their term', async () => {
    const yearly = await approvedAssignment(cast, await poorHousehold(app, cast.clerk), { member: 1, measureCode: 'EDU-07' });
    expect(await pay(cast.officer, yearly, { term: '2026-09' })).toMatchObject(refusedWith('payment.term-of-measure', 422));
    expect(await pay(cast.officer, yearly, { term: '2026' })).toMatchObject({ status: 201 });
    const once = await approvedAssignment(cast, await poorHousehold(app, cast.clerk), { member: 1, measureCode: 'EDU-06' });
    expect(await pay(cast.officer, once, { term: '2026' })).toMatchObject(refusedWith('payment.term-of-measure', 422));
    expect(await pay(cast.officer, once, { term: 'once' })).toMatchObject({ status: 201 });
  });

  it('refuses whoever is not entitled on that day, and says what is missing when it is not proven', async () => {
    const assignment = await approvedAssignment(cast, await poorHousehold(app, cast.clerk));
    judge.verdict = { verdict: 'not_met', ruleSet: true, measureVersionId: null, reasons: ['该户不在册'], missing: [] };
    expect(await pay(cast.officer, assignment)).toMatchObject({ status: 409, body: { code: 'payment.not-entitled', params: { reasons: ['该户不在册'] } } });
    judge.verdict = { verdict: 'unproven', ruleSet: true, measureVersionId: null, reasons: [], missing: ['在校生状况'] };
    expect(await pay(cast.officer, assignment, { reason: '已核实' })).toMatchObject({ status: 409, body: { code: 'payment.entitlement-unproven', title: '享受条件证据不足，不能发放；缺少：在校生状况' } });
    judge.verdict = { verdict: 'unproven', ruleSet: false, measureVersionId: null, reasons: [], missing: [] };
    expect(await pay(cast.officer, assignment)).toMatchObject(refusedWith('payment.rule-not-set', 422));
    expect(await pay(cast.officer, assignment, { reason: '旗县会议纪要〔2026〕3号' })).toMatchObject({ status: 201 });
  });

  it('refuses above the approved amount, over several terms, and nothing approved means nothing paid', async () => {
    const assignment = await approvedAssignment(cast, await poorHousehold(app, cast.clerk));
    fine(await pay(cast.officer, assignment, { term: '2026-01', amountFen: 60_000 }));
    expect(await pay(cast.officer, assignment, { term: '2026-02', amountFen: 40_001 })).toMatchObject({ status: 409, body: { code: 'payment.above-approved', params: { approvedFen: 100_000, paidFen: 60_000 } } });
    fine(await pay(cast.officer, assignment, { term: '2026-02', amountFen: 40_000 }));
    const nothing = fine(await cast.clerk.post<{ rows: { id: string }[] }>('/assignments', { body: { measureCode: 'SOC-01', year: 2026, rows: [{ householdId: (await poorHousehold(app, cast.clerk)).id }] } })).rows[0]?.id ?? '';
    expect(await pay(cast.officer, nothing)).toMatchObject(refusedWith('payment.assignment-status'));
    fine(await cast.approver.post(`/assignments/${nothing}/decisions`, { body: { decision: 'approve', version: 1 } }));
    expect(await pay(cast.officer, nothing)).toMatchObject(refusedWith('payment.no-approved-amount'));
  });

  it('refuses a household that was cleared out or is no longer entitled, a person who has left, and a day to come', async () => {
    const household = await poorHousehold(app, cast.clerk);
    const assignment = await approvedAssignment(cast, household, { member: 1, measureCode: 'EDU-08' });
    expect(await pay(cast.officer, assignment, { paidOn: '2030-01-01' })).toMatchObject(refusedWith('payment.future', 422));
    expect(await pay(cast.officer, assignment, { paidOn: '2026-02-30' })).toMatchObject(refusedWith('validation', 422));
    for (const [status, code] of [['EXITED_NOT_ENTITLED', 'payment.not-entitled-status'], ['CLEARED_OUT', 'payment.household-closed'], ['DEREGISTERED', 'payment.household-closed']]) {
      await asSystem(`update household set status = '${status}' where id = '${household.id.slice(7)}'`);
      expect(await pay(cast.officer, assignment)).toMatchObject(refusedWith(code ?? ''));
    }
    await asSystem(`update household set status = 'EXITED_ENTITLED' where id = '${household.id.slice(7)}'; update member set member_status = 'DECEASED' where id = '${household.members[1]?.id.slice(7)}'`);
    expect(await pay(cast.officer, assignment)).toMatchObject(refusedWith('help.member-left'));
    await asSystem(`update member set member_status = 'ACTIVE' where id = '${household.members[1]?.id.slice(7)}'`);
    expect(await pay(cast.officer, assignment)).toMatchObject({ status: 201 });
  });

  it('refuses before the acceptance of its project, above its contract, and from a fund outside its budget', async () => {
    const [fund, other] = [await newFund(cast.officer), await newFund(cast.officer)];
    const { id: projectId } = await newProject(cast.officer, { fundId: fund.id });
    await takeProject(app, cast, { id: projectId, to: 'start', contractFen: 120_000 });
    const first = await approvedAssignment(cast, await poorHousehold(app, cast.clerk), { projectId });
    const second = await approvedAssignment(cast, await poorHousehold(app, cast.clerk), { projectId });
    const body = { fundId: fund.id, amountFen: 80_000 };
    expect(await pay(cast.officer, first, body)).toMatchObject(refusedWith('payment.project-not-accepted'));
    await asSystem(`update project set status = 'ACCEPTED' where id = '${projectId.slice(7)}'`);
    expect(await pay(cast.officer, first, { ...body, fundId: other.id })).toMatchObject(refusedWith('payment.fund-not-in-budget'));
    fine(await pay(cast.officer, first, body));
    expect(await pay(cast.officer, second, body)).toMatchObject(refusedWith('payment.above-contract'));
    fine(await pay(cast.officer, second, { ...body, amountFen: 40_000 }));
    expect(fine(await cast.officer.get<ProjectBody>(`/projects/${projectId}`)).spentFen).toBe(120_000);
  });

  it('never takes a fund above its allocation, also when many book at once', async () => {
    const fund = await newFund(cast.officer, { allocatedFen: 120_000 });
    const assignments = [];
    for (let i = 0; i < 4; i++) assignments.push(await approvedAssignment(cast, await poorHousehold(app, cast.clerk)));
    const answers = await Promise.all(assignments.map((id) => pay(cast.officer, id, { fundId: fund.id })));
    expect(answers.map((answer) => answer.body.code ?? 'booked').sort()).toEqual(['booked', 'booked', 'payment.above-allocation', 'payment.above-allocation']);
    expect(fine(await cast.officer.get<FundBody>(`/funds/${fund.id}`))).toMatchObject({ spentFen: 100_000, remainingFen: 20_000 });
    expect(await pay(cast.officer, assignments.find((_, i) => answers[i]?.status === 409) ?? '', { fundId: fund.id, amountFen: 1, paidOn: '2026-01-09' })).toMatchObject(refusedWith('payment.before-fund'));
  });
});

describe('a reversal', () => {
  it('is an entry of its own after which the same term can be paid again, and the sums are right', async () => {
    const fund = await newFund(cast.officer, { allocatedFen: 50_000 });
    const household = await poorHousehold(app, cast.clerk);
    const assignment = await approvedAssignment(cast, household);
    const payment = fine(await pay(cast.officer, assignment, { fundId: fund.id }));
    const reversal = fine(await reverse(cast.officer, payment.id));
    expect(reversal).toMatchObject({ amountFen: -50_000, settlement: null, reversesId: payment.id });
    expect(fine(await cast.officer.get<PaymentBody>(`/payments/${payment.id}`))).toMatchObject({ amountFen: 50_000, reversedById: reversal.id });
    expect(fine(await cast.officer.get<FundBody>(`/funds/${fund.id}`)).spentFen).toBe(0);
    expect((await pay(cast.officer, assignment, { fundId: fund.id })).status).toBe(201);
    expect(fine(await cast.officer.get<PaymentBody[]>(`/households/${household.id}/payments`)).map((row) => row.amountFen)).toEqual([50_000, -50_000, 50_000]);
  });

  it('is made once, answers the same for the same id, and is not reversed itself', async () => {
    const payment = fine(await pay(cast.officer, await approvedAssignment(cast, await poorHousehold(app, cast.clerk))));
    const id = randomUUID();
    const reversal = fine(await reverse(cast.officer, payment.id, { id }));
    expect(fine(await reverse(cast.officer, payment.id, { id })).id).toBe(reversal.id);
    expect(await reverse(cast.officer, payment.id)).toMatchObject(refusedWith('payment.already-reversed'));
    expect(await reverse(cast.officer, reversal.id)).toMatchObject(refusedWith('payment.is-reversal'));
    const second = fine(await pay(cast.officer, await approvedAssignment(cast, await poorHousehold(app, cast.clerk))));
    const answers = await Promise.all([reverse(cast.officer, second.id), reverse(cast.officer2, second.id)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
  });

  it('needs the verb, a reason and the territory', async () => {
    const payment = fine(await pay(cast.officer, await approvedAssignment(cast, await poorHousehold(app, cast.clerk))));
    expect((await reverse(cast.township, payment.id)).status).toBe(403);
    expect((await reverse(cast.approver, payment.id)).status).toBe(403);
    expect((await cast.officer.post(`/payments/${payment.id}/reversal`, { body: {} })).status).toBe(422);
    expect((await reverse(cast.stranger, payment.id)).status).toBe(404);
    expect((await cast.stranger.get(`/payments/${payment.id}`)).status).toBe(404);
    expect((await cast.township.get(`/payments/${payment.id}`)).status).toBe(200);
  });
});

describe('booking for many', () => {
  it('books each row or says why not, and all or nothing books none', async () => {
    const good = await approvedAssignment(cast, await poorHousehold(app, cast.clerk));
    const paid = await approvedAssignment(cast, await poorHousehold(app, cast.clerk));
    fine(await pay(cast.officer, paid));
    const rows = [good, paid, `150221-${randomUUID()}`].map((assignmentId) => ({ assignmentId, amountFen: 50_000 }));
    const body = { term: '2026', paidOn: today, rows };
    expect(await cast.officer.post<HelpRefusal>('/payments/bookings', { body: { ...body, allOrNothing: true } })).toMatchObject({ status: 409, body: { code: 'help.batch-refused', params: { refused: 2 } } });
    const booked = fine(await cast.officer.post<RowsBody>('/payments/bookings', { body }));
    expect(booked.rows.map((row) => row.problem?.code ?? row.status)).toEqual(['PAYABLE', 'payment.already-paid', 'not-found']);
    expect((await cast.clerk.post('/payments/bookings', { body })).status).toBe(403);
    const foreign = fine(await cast.stranger.post<RowsBody>('/payments/bookings', { body }));
    expect(foreign.rows.map((row) => row.problem?.code)).toEqual(['not-found', 'not-found', 'not-found']);
  });

  it('counts the rows of one request against the fund one after another', async () => {
    const fund = await newFund(cast.officer, { allocatedFen: 100_000 });
    const rows = [];
    for (let i = 0; i < 3; i++) rows.push({ assignmentId: await approvedAssignment(cast, await poorHousehold(app, cast.clerk)), amountFen: 50_000 });
    const booked = fine(await cast.officer.post<RowsBody>('/payments/bookings', { body: { term: '2026', paidOn: today, fundId: fund.id, rows } }));
    expect(booked.rows.map((row) => row.problem?.code ?? row.status)).toEqual(['PAYABLE', 'PAYABLE', 'payment.above-allocation']);
  });
});
