import { randomUUID } from 'node:crypto';
import { startTestApp, type TestApp } from '../support/app.js';
import type { TestClient, TestResponse } from '../support/client.js';
import { county, fine, helpCast, newFund, newProject, poorHousehold, takeProject, village, type HelpCast, type HelpRefusal } from '../support/help.js';
import { adminQuery } from '../support/admin.js';
import { villages, type HouseholdBody } from '../support/households.js';

interface RowsBody {
  done: number;
  refused: number;
  rows: { index: number; id: string | null; status: string | null; version: number | null; problem: { code: string } | null }[];
}
interface AssignmentBody {
  id: string;
  status: string;
  version: number;
  approvedAmountFen: number | null;
  plannedAmountFen: number | null;
  startsOn: string | null;
  events: { action: string; from: string | null; to: string; by: string }[];
  allowedActions: string[];
}

let app: TestApp;
let cast: HelpCast;
beforeAll(async () => {
  app = await startTestApp();
  cast = await helpCast(app);
}, 60_000);
afterAll(() => app.close());

const plan = (client: TestClient, rows: Record<string, unknown>[], more: Record<string, unknown> = {}) =>
  client.post<RowsBody & HelpRefusal>('/assignments', { body: { measureCode: 'IND-01', year: 2026, plannedAmountFen: 500_000, rows, ...more } });
const planned = async (household: HouseholdBody, more: Record<string, unknown> = {}): Promise<string> => {
  const { rows } = fine(await plan(cast.clerk, [{ householdId: household.id }], more));
  if (rows[0]?.problem) throw new Error(JSON.stringify(rows[0].problem));
  return rows[0]?.id ?? '';
};
const read = async (id: string) => fine(await cast.officer.get<AssignmentBody>(`/assignments/${id}`));
const decide = (client: TestClient, id: string, body: Record<string, unknown>) => client.post<AssignmentBody & HelpRefusal>(`/assignments/${id}/decisions`, { body });
const act = (client: TestClient, id: string, body: Record<string, unknown>) => client.post<AssignmentBody & HelpRefusal>(`/assignments/${id}/actions`, { body });

describe('one assignment', () => {
  it('goes from the plan to the county, to the household and to its end, with everybody in the log', async () => {
    const id = await planned(await poorHousehold(app, cast.clerk));
    expect(await read(id)).toMatchObject({ status: 'PLANNED', version: 1, allowedActions: ['approve', 'refuse', 'cancel'] });
    expect((await decide(cast.approver, id, { decision: 'approve', version: 1, approvedAmountFen: 400_000 })).body).toMatchObject({ status: 'APPROVED', version: 2, approvedAmountFen: 400_000, plannedAmountFen: 500_000 });
    const delivered = await act(cast.member, id, { action: 'deliver', version: 2, deliveredBy: '工作队', evidence: ['照片-1'] });
    expect(delivered.body).toMatchObject({ status: 'DELIVERED', version: 3 });
    expect(delivered.body.startsOn).not.toBeNull();
    const closed = await act(cast.clerk, id, { action: 'close', version: 3, outcome: '母牛已产犊' });
    expect(closed.body).toMatchObject({ status: 'CLOSED', version: 4, allowedActions: [] });
    expect(closed.body.events.map((event) => [event.action, event.from, event.to])).toEqual([['plan', null, 'PLANNED'], ['approve', 'PLANNED', 'APPROVED'], ['deliver', 'APPROVED', 'DELIVERED'], ['close', 'DELIVERED', 'CLOSED']]);
    expect(new Set(closed.body.events.map((event) => event.by)).size).toBe(3);
  });

  it('refuses a step that its state does not allow, an old version, a delivery without evidence, a refusal without a reason', async () => {
    const id = await planned(await poorHousehold(app, cast.clerk));
    expect(await act(cast.member, id, { action: 'deliver', version: 1, deliveredBy: '甲', evidence: ['x'] })).toMatchObject({ status: 409, body: { code: 'help.wrong-action', title: '当前状态“已计划”不能进行“落实”' } });
    expect(await decide(cast.approver, id, { decision: 'refuse', version: 1 })).toMatchObject({ status: 422, body: { code: 'reason-required' } });
    expect(await decide(cast.approver, id, { decision: 'approve', version: 9 })).toMatchObject({ status: 409, body: { code: 'stale-version' } });
    fine(await decide(cast.approver, id, { decision: 'approve', version: 1 }));
    expect(await act(cast.member, id, { action: 'deliver', version: 2, deliveredBy: '甲' })).toMatchObject({ status: 422, body: { code: 'assignment.evidence-required' } });
    expect(await act(cast.member, id, { action: 'deliver', version: 2, deliveredBy: '甲', evidence: ['x'], on: '2026-11-21' })).toMatchObject({ status: 422, body: { code: 'assignment.delivered-before-approval' } });
    expect(await act(cast.member, id, { action: 'deliver', version: 2, deliveredBy: '甲', evidence: ['x'], on: '2036-01-01' })).toMatchObject({ status: 422, body: { code: 'help.in-future' } });
    expect(await decide(cast.approver, id, { decision: 'approve', version: 2 })).toMatchObject({ status: 409, body: { code: 'help.wrong-action' } });
  });

  it('is never approved by whoever planned it, in the application and in the database', async () => {
    const both = await app.as('county_officer', county, { username: 'planner-approver' });
    const same = await app.as('county_approver', county, { username: 'planner-approver' });
    const household = await poorHousehold(app, cast.clerk);
    const id = fine(await plan(both, [{ householdId: household.id }])).rows[0]?.id ?? '';
    expect(await decide(same, id, { decision: 'approve', version: 1 })).toMatchObject({ status: 403, body: { code: 'help.four-eyes' } });
    expect(await decide(cast.officer, id, { decision: 'approve', version: 1 })).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    const others = await planned(await poorHousehold(app, cast.clerk));
    const decided = fine(await same.post<RowsBody>('/assignments/decisions', { body: { decision: 'approve', rows: [{ id, version: 1 }, { id: others, version: 1 }] } }));
    expect(decided.rows.map((row) => row.problem?.code ?? row.status)).toEqual(['help.four-eyes', 'APPROVED']);
    const unguarded = adminQuery(app.database, `begin; set local app.scope = '15'; set local app.actor = '00000000-0000-7000-8000-000000000001'; set local app.role = 'system'; update assignment set decided_by = planned_by, status = 'APPROVED' where id = '${id.slice(7)}'; commit`);
    await expect(unguarded).rejects.toThrow('assignment_four_eyes');
  });

  it('is not found from another county, whatever is done with it', async () => {
    const id = await planned(await poorHousehold(app, cast.clerk));
    expect((await cast.stranger.get(`/assignments/${id}`)).status).toBe(404);
    expect((await decide(cast.strangeApprover, id, { decision: 'approve', version: 1 })).status).toBe(404);
    expect((await act(cast.stranger, id, { action: 'cancel', version: 1, reason: '越权' })).status).toBe(404);
    const rows = fine(await cast.stranger.post<RowsBody>('/assignments/actions', { body: { action: 'cancel', reason: '越权', rows: [{ id, version: 1 }] } })).rows;
    expect(rows).toMatchObject([{ status: null, version: null, problem: { code: 'not-found' } }]);
    expect((await read(id)).status).toBe('PLANNED');
  });
});

describe('planning', () => {
  it('refuses each row for its own reason and does the others', async () => {
    const good = await poorHousehold(app, cast.clerk);
    const twice = await poorHousehold(app, cast.clerk);
    await planned(twice);
    const cleared = await poorHousehold(app, cast.clerk);
    await adminQuery(app.database, `begin; set local app.scope = '15'; set local app.actor = '00000000-0000-7000-8000-000000000001'; set local app.role = 'system'; update household set status = 'CLEARED_OUT' where id = '${cleared.id.slice(7)}'; commit`);
    const ended = await poorHousehold(app, cast.clerk);
    await adminQuery(app.database, `begin; set local app.scope = '15'; set local app.actor = '00000000-0000-7000-8000-000000000001'; set local app.role = 'system'; update household set status = 'EXITED_NOT_ENTITLED' where id = '${ended.id.slice(7)}'; commit`);
    const absent = `150221-${randomUUID()}`;
    const body = fine(await plan(cast.clerk, [good.id, twice.id, cleared.id, ended.id, absent].map((householdId) => ({ householdId }))));
    expect([body.done, body.refused]).toEqual([1, 4]);
    expect(body.rows.map((row) => row.problem?.code ?? row.status)).toEqual(['PLANNED', 'assignment.exists', 'help.household-closed', 'help.not-entitled-status', 'not-found']);
  });

  it('all or nothing leaves nothing behind when one row is refused, and names every refused row', async () => {
    const good = await poorHousehold(app, cast.clerk);
    const twice = await poorHousehold(app, cast.clerk);
    await planned(twice);
    const response = await plan(cast.clerk, [{ householdId: good.id }, { householdId: twice.id }], { allOrNothing: true });
    expect(response).toMatchObject({ status: 409, body: { code: 'help.batch-refused', params: { refused: 1, rows: [{ index: 1, code: 'assignment.exists' }] } } });
    expect((await cast.clerk.get<unknown[]>(`/households/${good.id}/assignments`)).body).toEqual([]);
  });

  it('knows a repeated request by its ids and refuses the same id with another content', async () => {
    const household = await poorHousehold(app, cast.clerk);
    const id = randomUUID();
    const first = fine(await plan(cast.clerk, [{ id, householdId: household.id }]));
    fine(await decide(cast.approver, first.rows[0]?.id ?? '', { decision: 'approve', version: 1 }));
    expect(fine(await plan(cast.clerk, [{ id, householdId: household.id }])).rows[0]).toMatchObject({ id: first.rows[0]?.id, status: 'APPROVED', version: 2, problem: null });
    expect(fine(await plan(cast.clerk, [{ id, householdId: household.id }], { plannedAmountFen: 1 })).rows[0]?.problem?.code).toBe('idempotency-mismatch');
  });

  it('holds persons to measures for persons, households to measures for households, and villages to neither', async () => {
    const household = await poorHousehold(app, cast.clerk);
    const other = await poorHousehold(app, cast.clerk);
    const code = async (measureCode: string, row: Record<string, unknown>) => {
      const response = await plan(cast.clerk, [{ householdId: household.id, ...row }], { measureCode });
      return response.body.code ?? response.body.rows[0]?.problem?.code ?? response.body.rows[0]?.status;
    };
    expect(await code('EDU-07', {})).toBe('help.member-required');
    expect(await code('IND-01', { memberId: household.members[0]?.id })).toBe('help.member-not-wanted');
    expect(await code('INF-01', {})).toBe('help.measure-not-for-households');
    expect(await code('XXX-99', {})).toBe('help.unknown-measure');
    expect(await code('EDU-07', { memberId: other.members[1]?.id })).toBe('member.not-in-household');
    expect(await code('EDU-07', { memberId: household.members[1]?.id })).toBe('PLANNED');
    expect(await code('EDU-07', { memberId: household.members[1]?.id })).toBe('assignment.exists');
    expect(await code('EDU-07', { memberId: household.members[0]?.id })).toBe('PLANNED');
  });

  it('is about one village at a time, names nobody twice, and no end before its beginning', async () => {
    const here = await poorHousehold(app, cast.officer);
    const there = await poorHousehold(app, cast.officer, { at: villages.baimiaozi });
    expect(await plan(cast.officer, [{ householdId: here.id }, { householdId: there.id }])).toMatchObject({ status: 422, body: { code: 'help.several-villages' } });
    expect(await plan(cast.officer, [{ householdId: here.id }, { householdId: here.id }])).toMatchObject({ status: 422, body: { code: 'help.rows-repeated' } });
    expect(await plan(cast.officer, [{ householdId: here.id }], { startsOn: '2026-02-01', endsOn: '2026-01-31' })).toMatchObject({ status: 422, body: { code: 'help.dates' } });
    expect(await plan(cast.officer, [{ householdId: here.id }], { startsOn: '2026-02-30' })).toMatchObject({ status: 422, body: { code: 'validation' } });
    expect(fine(await plan(cast.clerk, [{ householdId: there.id }])).rows[0]?.problem?.code).toBe('not-found');
  });

  it('takes up a project only once it is in the library', async () => {
    const fund = await newFund(cast.officer);
    const household = await poorHousehold(app, cast.clerk);
    const { id } = await newProject(cast.officer, { fundId: fund.id });
    expect(await plan(cast.clerk, [{ householdId: household.id }], { projectId: id })).toMatchObject({ status: 409, body: { code: 'assignment.project-not-listed' } });
    await takeProject(app, cast, { id, to: 'enter' });
    expect(fine(await plan(cast.clerk, [{ householdId: household.id }], { projectId: id })).done).toBe(1);
    expect((await cast.officer.get<{ items: unknown[] }>(`/assignments?projectId=${id}`)).body.items).toHaveLength(1);
  });

  it('two requests for the same household at once leave one assignment', async () => {
    const household = await poorHousehold(app, cast.clerk);
    const answers = await Promise.all([plan(cast.clerk, [{ householdId: household.id }]), plan(cast.officer, [{ householdId: household.id }])]);
    expect(answers.map((answer) => fine(answer).rows[0]?.problem?.code ?? 'done').sort()).toEqual(['assignment.exists', 'done']);
  });
});

describe('300 households of a village', () => {
  it('are planned, approved, delivered and closed in one request each, with a result for each row', async () => {
    await adminQuery(app.database, `begin; set local app.scope = '15'; set local app.actor = '00000000-0000-7000-8000-000000000001'; set local app.role = 'system';
      insert into household (county_code, id, village_code, status, head_name, member_count) select '150221', app.uuid_v7(), '${villages.changjunwan}', 'REGISTERED', '批量户' || n, 1 from generate_series(1, 300) n; commit`);
    const ids = (await adminQuery<{ id: string }>(app.database, `select county_code || '-' || id as id from household where village_code = '${villages.changjunwan}'`)).map((row) => row.id);
    const times: Record<string, number> = {};
    const timed = async (name: string, request: () => Promise<TestResponse<RowsBody>>) => {
      const from = performance.now();
      const body = fine(await request(), name);
      times[name] = Math.round(performance.now() - from);
      expect([name, body.done, body.refused]).toEqual([name, 300, 0]);
      return body.rows.map(({ id, version }) => ({ id, version }));
    };
    let rows: Record<string, unknown>[] = await timed('plan', () => plan(cast.officer, ids.map((householdId) => ({ householdId })), { allOrNothing: true }));
    rows = await timed('approve', () => cast.approver.post<RowsBody>('/assignments/decisions', { body: { decision: 'approve', rows } }));
    rows = await timed('deliver', () => cast.officer.post<RowsBody>('/assignments/actions', { body: { action: 'deliver', deliveredBy: '旗县', evidence: ['清册'], rows } }));
    await timed('close', () => cast.officer.post<RowsBody>('/assignments/actions', { body: { action: 'close', outcome: '完成', rows } }));
    console.log(`300 households: ${JSON.stringify(times)} ms`);
    const again = fine(await cast.officer.post<RowsBody>('/assignments/actions', { body: { action: 'close', outcome: '完成', rows: rows.slice(0, 2) } }));
    expect(again.rows.map((row) => row.problem?.code)).toEqual(['stale-version', 'stale-version']);
    const events = await adminQuery<{ n: number }>(app.database, `select count(*)::int as n from help_event where village_code = '${villages.changjunwan}'`);
    expect(events[0]?.n).toBe(1200);
  }, 60_000);

  it('list page by page, each once', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { items: { id: string }[]; nextCursor: string | null } = fine(await cast.officer.get(`/assignments?division=${villages.changjunwan}&limit=70${cursor ? `&cursor=${cursor}` : ''}`));
      seen.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor;
    }
    expect([seen.length, new Set(seen).size]).toEqual([300, 300]);
    expect((await cast.stranger.get<{ items: unknown[] }>('/assignments')).body.items).toEqual([]);
    expect((await cast.clerk.get<{ items: { village: string }[] }>('/assignments?limit=200')).body.items.every((item) => item.village === village)).toBe(true);
    expect((await cast.officer.get('/assignments?cursor=xyz')).status).toBe(422);
  });
});
