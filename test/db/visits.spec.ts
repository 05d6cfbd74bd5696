import { formatCaseId, uuidV7, type CaseId } from '#domain';
import { Db, systemActor, type Actor } from '#platform';
import { ClueService, TaskService, VisitService } from '#teams';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { OWN, plantCanaries, type Canary } from '../support/canaries.js';
import { sevenAnswers, visitDraft } from '../support/field-work.js';

let t: TestApp;
let own: Canary;
let near: Canary;
let household: CaseId;
let team: Actor;

beforeAll(async () => {
  t = await startTestApp();
  [own, near] = (await plantCanaries(t.database)) as [Canary, Canary];
  household = { countyCode: own.countyCode, id: own.householdId };
  const { user } = await t.as('team_member', OWN.village);
  team = { ...systemActor(OWN.village), userId: user?.userId ?? '', name: '驻村队员', role: 'team_member' };
});
afterAll(() => t.close());

const inTransaction = <T>(fn: () => Promise<T>, actor: Actor = team): Promise<T> => t.app.get(Db).run({ actor }, fn);
const record = (draft = visitDraft(), correction?: { of: string; reason: string }, actor = team) =>
  inTransaction(() => t.app.get(VisitService).record({ householdId: household, draft, correction }), actor);
const visitsOf = () => adminQuery<{ id: string; corrects_id: string | null; correction_no: number; assurances: { count: number }[]; visited_on: string; clock_ahead: boolean }>(
  t.database, 'select * from visit where household_id = $1 order by recorded_at, id', [own.householdId]);
const failure = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'nothing';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a visit', () => {
  it('is the same visit when it comes again, and a fault when the id comes with other content', async () => {
    const draft = visitDraft({ notes: '羊羔成活率高' });
    expect(await record(draft)).toMatchObject({ repeated: false, villageCode: OWN.village });
    expect(await record(draft)).toMatchObject({ repeated: true });
    expect((await visitsOf()).filter(({ id }) => id === draft.id)).toHaveLength(1);
    expect(await failure(record({ ...draft, notes: '另一内容' }))).toBe('idempotency-mismatch');
    expect(await failure(inTransaction(() => t.app.get(VisitService).record({ householdId: { ...household, id: uuidV7() }, draft })))).toBe('not-found');
    const other = { householdId: { ...household, id: near.householdId }, draft };
    expect(await failure(inTransaction(() => t.app.get(VisitService).record(other), { ...team, scope: OWN.county }))).toBe('idempotency-mismatch');
  });

  it('sent ten times at once is recorded once', async () => {
    const draft = visitDraft();
    const results = await Promise.all(Array.from({ length: 10 }, () => record(draft)));
    expect(results.filter(({ repeated }) => !repeated)).toHaveLength(1);
  });

  it('lets the same answers be carried forward three times and then asks to look again', async () => {
    await record();
    for (let i = 1; i <= 3; i++) {
      await record(visitDraft({ assurances: sevenAnswers(true) }));
      expect((await visitsOf()).at(-1)?.assurances.map(({ count }) => count)).toEqual(sevenAnswers().map(() => i));
    }
    expect(await failure(record(visitDraft({ assurances: sevenAnswers(true) })))).toBe('visit.carried-too-often');
    expect(await failure(record(visitDraft({ way: 'NOT_HOME', assurances: undefined, notHomeReason: '放牧' })))).toBe('nothing');
    expect(await failure(record(visitDraft({ assurances: sevenAnswers(true) })))).toBe('visit.carried-too-often');
    expect(await failure(record())).toBe('nothing');
  });

  it('counts in the order of writing, also when an earlier transaction comes later', async () => {
    await record();
    const visits = t.app.get(VisitService);
    const carried = () => ({ householdId: household, draft: visitDraft({ assurances: sevenAnswers(true) }) });
    await inTransaction(async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      await inTransaction(() => visits.record(carried()));
      await visits.record(carried());
    });
    await inTransaction(() => visits.record(carried()));
    expect(await failure(inTransaction(() => visits.record(carried())))).toBe('visit.carried-too-often');
    await record();
  });

  it('made on a phone that did not know of a later one is taken all the same', async () => {
    const first = visitDraft();
    await record(first);
    await record(visitDraft({ assurances: sevenAnswers(false, 'PROBLEM') }));
    const late = visitDraft({ assurances: sevenAnswers(true) });
    expect(await failure(record(late))).toBe('visit.carry-differs');
    expect(await failure(record({ ...late, baseVisitId: uuidV7() }))).toBe('visit.base-unknown');
    expect(await failure(record({ ...late, baseVisitId: first.id }))).toBe('nothing');
  });

  it('knows the members whom it met, and nobody else', async () => {
    expect(await failure(record(visitDraft({ personsMet: [own.memberId] })))).toBe('nothing');
    expect(await failure(record(visitDraft({ personsMet: [uuidV7()] })))).toBe('visit.person-unknown');
  });

  it('of a broken clock counts on the day on which it arrived', async () => {
    const draft = visitDraft({ visitedAt: '2099-01-01T00:00:00Z' });
    await record(draft);
    const [row] = await adminQuery<{ same: boolean; clock_ahead: boolean }>(t.database, 'select visited_on = recorded_on as same, clock_ahead from visit where id = $1', [draft.id]);
    expect(row).toEqual({ same: true, clock_ahead: true });
  });

  it('cannot be changed or deleted, neither by the application nor by the owner of the table', async () => {
    expect(await failure(inTransaction(() => t.app.get(Db).query("update visit set notes = 'x'")))).toBe('not-found');
    expect(await failure(inTransaction(() => t.app.get(Db).query('delete from visit')))).toBe('not-found');
    await expect(adminQuery(t.database, "update visit set notes = 'x'")).rejects.toThrow('a visit cannot be changed');
    await expect(adminQuery(t.database, 'delete from visit')).rejects.toThrow('a visit cannot be changed');
  });

  it('is corrected by a further record that names the first one', async () => {
    const first = visitDraft();
    await record(first);
    expect(await failure(record(visitDraft(), { of: first.id, reason: ' ' }))).toBe('reason-required');
    const second = visitDraft({ notes: '见到的是邻居' });
    await record(second, { of: first.id, reason: '记错了人' });
    const third = visitDraft();
    await record(third, { of: second.id, reason: '再次更正' });
    const rows = (await visitsOf()).filter(({ corrects_id }) => corrects_id === first.id);
    expect(rows.map(({ id, correction_no }) => [id, correction_no])).toEqual([[second.id, 1], [third.id, 2]]);
  });

  it('leaves one audit record and makes nothing to be recalculated', async () => {
    const draft = visitDraft();
    const before = await adminQuery(t.database, 'select 1 from dirty_village');
    await record(draft);
    expect(await adminQuery(t.database, "select 1 from audit_log where table_name = 'visit' and row_id = $1", [draft.id])).toHaveLength(1);
    expect(await adminQuery(t.database, 'select 1 from dirty_village')).toHaveLength(before.length);
  });

  it('keeps its place out of sight', async () => {
    const draft = visitDraft({ position: { latitudeE6: 40_812_345, longitudeE6: 111_654_321, accuracyM: 9 } });
    await record(draft);
    const [row] = await adminQuery<{ everything: string }>(t.database, 'select to_jsonb(v)::text || (select string_agg(payload, \'\') from audit_log where row_id = v.id::text) as everything from visit v where id = $1', [draft.id]);
    expect(row?.everything).not.toMatch(/40812345|111654321/);
  });
});

describe('a problem', () => {
  const problems = (more: object = {}) => [{ id: uuidV7(), kind: 'WATER', description: '井水发黄', dueOn: '2026-02-01', ...more }];
  const statusOf = async (id: string) => (await adminQuery<{ status: string; owner_name: string | null }>(t.database, 'select status, owner_name from task where id = $1', [id]))[0];

  it('becomes a task, assigned when somebody in office is named', async () => {
    const [open, assigned, gone] = [problems(), problems({ ownerName: '水利局 张某' }), problems({ ownerId: uuidV7() })].flat();
    await record(visitDraft({ problems: [open!, assigned!, gone!] }));
    expect(await statusOf(open!.id)).toEqual({ status: 'OPEN', owner_name: null });
    expect(await statusOf(assigned!.id)).toEqual({ status: 'ASSIGNED', owner_name: '水利局 张某' });
    expect(await statusOf(gone!.id)).toEqual({ status: 'OPEN', owner_name: null });
  });

  it('is done, checked by somebody else, reopened with a reason, and all of it stays in the log', async () => {
    const [found] = problems({ ownerName: '水利局 张某' });
    await record(visitDraft({ problems: [found!] }));
    const task = { countyCode: own.countyCode, id: found!.id };
    const act = (action: 'DO' | 'VERIFY' | 'REOPEN', note?: string, actor = team) => inTransaction(() => t.app.get(TaskService).act(task, { eventId: uuidV7(), action, note }), actor);
    await act('DO', '已换净水器');
    expect(await failure(act('VERIFY'))).toBe('task.own-work');
    expect(await failure(act('VERIFY', undefined, { ...team, userId: uuidV7() }))).toBe('forbidden');
    const township = { ...systemActor(OWN.township), userId: uuidV7(), name: '苏木干部', role: 'township_officer' as const };
    expect(await failure(act('REOPEN', undefined, township))).toBe('reason-required');
    await act('REOPEN', '仍有异味', township);
    await act('DO', '再次更换');
    await act('VERIFY', undefined, township);
    const log = await adminQuery<{ action: string; to_status: string }>(t.database, 'select action, to_status from task_event where task_id = $1 order by seq', [task.id]);
    expect(log.map(({ action, to_status }) => `${action} ${to_status}`)).toEqual(['CREATE ASSIGNED', 'DO DONE', 'REOPEN ASSIGNED', 'DO DONE', 'VERIFY VERIFIED']);
  });

  it('is acted on once when the phone repeats itself', async () => {
    const [found] = problems();
    await record(visitDraft({ problems: [found!] }));
    const act = (note: string, eventId: string) => inTransaction(() => t.app.get(TaskService).act({ countyCode: own.countyCode, id: found!.id }, { eventId, action: 'DO', note }));
    const eventId = uuidV7();
    expect(await act('好了', eventId)).toMatchObject({ status: 'DONE', repeated: false });
    expect(await act('好了', eventId)).toMatchObject({ status: 'DONE', repeated: true });
    expect(await failure(act('不一样', eventId))).toBe('idempotency-mismatch');
  });
});

describe('a clue', () => {
  const clue = (more: object = {}) => ({
    id: uuidV7(), channel: 'CADRE', kind: 'ILLNESS', severity: 'HIGH', description: '户主住院', occurredAt: '2026-01-10T09:30:00+08:00', villageCode: OWN.village, subjectName: '界戊兴', subjectPhone: '13812345678', ...more,
  });
  const report = (input: ReturnType<typeof clue>, actor = team) => inTransaction(() => t.app.get(ClueService).record(input), actor);

  it('about somebody who is not registered keeps name and telephone encrypted', async () => {
    const input = clue();
    expect(await report(input)).toMatchObject({ repeated: false, villageCode: OWN.village });
    expect(await report(input)).toMatchObject({ repeated: true });
    expect(await failure(report({ ...input, description: '别的' }))).toBe('idempotency-mismatch');
    const [row] = await adminQuery<{ everything: string }>(t.database, 'select to_jsonb(c)::text || (select string_agg(payload, \'\') from audit_log where row_id = c.id::text) as everything from risk_clue c where id = $1', [input.id]);
    expect(row?.everything).not.toMatch(/界戊兴|13812345678/);
  });

  it('names a household, a person or a place, inside the territory', async () => {
    expect(await failure(report(clue({ subjectName: undefined })))).toBe('clue.subject-required');
    expect(await failure(report(clue({ villageCode: '150221100200' })))).toBe('not-found');
    expect(await failure(report(clue({ subjectName: undefined, householdId: household, villageCode: undefined })))).toBe('nothing');
  });

  it('is settled once, by somebody else than who reported it', async () => {
    const input = clue();
    await report(input);
    const id = { countyCode: own.countyCode, id: input.id };
    const settle = (actor: Actor, more: object = {}) => inTransaction(() => t.app.get(ClueService).settle(id, { result: 'CANDIDATE', finding: '符合申请条件', ...more }), actor);
    const township = { ...systemActor(OWN.township), userId: uuidV7(), name: '苏木干部', role: 'township_officer' as const };
    expect(await failure(settle(team, { householdId: household }))).toBe('clue.own');
    expect(await failure(settle(township))).toBe('clue.candidate-required');
    expect(await failure(settle(township, { householdId: { countyCode: '150221', id: uuidV7() } }))).toBe('not-found');
    await settle(township, { householdId: household });
    expect(await failure(settle(township, { householdId: household }))).toBe('clue.settled');
  });
});

describe('a household that moves within the county', () => {
  it('takes its visits, tasks and their log along', async () => {
    const officer = await t.as('county_officer', OWN.county);
    const id = formatCaseId(own.countyCode, own.householdId);
    const { body } = await officer.get<{ version: number }>(`/households/${id}`);
    const moved = await officer.post(`/households/${id}/events`, { body: { kind: 'move_village', occurredOn: '2025-06-01', toVillageCode: '150125101201', version: body.version } });
    expect(moved.status).toBe(201);
    const rows = await adminQuery<{ table_name: string; village_code: string }>(t.database, `
      select distinct 'visit' as table_name, village_code from visit where household_id = $1
      union select 'task', village_code from task where household_id = $1 union select 'task_event', village_code from task_event where household_id = $1
      union select 'risk_clue', village_code from risk_clue where household_id = $1 order by 1`, [own.householdId]);
    expect(rows).toEqual(['risk_clue', 'task', 'task_event', 'visit'].map((table_name) => ({ table_name, village_code: '150125101201' })));
  });
});
