import { formatCaseId, uuidV7 } from '#domain';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { OWN, plantCanaries, type Canary } from '../support/canaries.js';
import type { TestClient } from '../support/client.js';
import { sevenAnswers, visitDraft } from '../support/field-work.js';

interface Visit {
  id: string;
  householdId: string;
  headName: string;
  visitedOn: string;
  visitor: string;
  problemItems: string[];
  carriedItems: number;
  correctionNo: number;
  replacedBy: string | null;
  lookAt: string[];
  hasPosition: boolean;
  problems: { id: string; status: string }[];
  personsMet: { name: string }[];
}
interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

let t: TestApp;
let own: Canary;
let near: Canary;
let household: string;
let team: TestClient;
let township: TestClient;
let county: TestClient;

beforeAll(async () => {
  t = await startTestApp();
  const canaries = await plantCanaries(t.database);
  own = canaries[0] as Canary;
  near = canaries[1] as Canary;
  household = formatCaseId(own.countyCode, own.householdId);
  team = await t.as('team_member', OWN.village);
  township = await t.as('township_officer', OWN.township);
  county = await t.as('county_officer', OWN.county);
});
afterAll(() => t.close());

const visit = (more: object = {}) => ({ householdId: household, ...visitDraft(more) });
const code = (response: { body: unknown }) => (response.body as { code?: string }).code;

describe('POST /visits', () => {
  it('records what was seen and answers the same when the phone sends it again', async () => {
    const body = visit({
      personsMet: [own.memberId], notes: '羊圈已修好', incomeChanges: [{ item: 'businessLivestock', changeFen: 120_000 }],
      assurances: sevenAnswers().map((answer) => (answer.item === 'WATER' ? { ...answer, state: 'PROBLEM' as const } : answer)),
      problems: [{ id: uuidV7(), kind: 'WATER', description: '井水发黄', dueOn: '2026-02-01' }],
      position: { latitudeE6: 40_812_345, longitudeE6: 111_654_321, accuracyM: 9 },
    });
    const first = await team.post<Visit>('/visits', { body });
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({ headName: own.name, problemItems: ['WATER'], hasPosition: true, personsMet: [{ name: own.name }], problems: [{ status: 'OPEN' }] });
    expect(JSON.stringify(first.body)).not.toContain('40812345');
    const again = await team.post<Visit>('/visits', { body });
    expect(again.status).toBe(201);
    expect(again.body).toEqual(first.body);
    expect(code(await team.post('/visits', { body: { ...body, notes: '别的' } }))).toBe('idempotency-mismatch');
  });

  it('says by field what is missing', async () => {
    const { status, body } = await team.post('/visits', { body: visit({ assurances: sevenAnswers().slice(1) }) });
    expect(status).toBe(422);
    expect(JSON.stringify(body)).toContain('assurances.FOOD');
  });

  it('refuses the fourth confirmation in a row and says what to look at', async () => {
    await team.post('/visits', { body: visit() });
    for (let i = 0; i < 3; i++) expect((await team.post('/visits', { body: visit({ assurances: sevenAnswers(true) }) })).status).toBe(201);
    const refused = await team.post<{ title: string; params: { items: string[] } }>('/visits', { body: visit({ assurances: sevenAnswers(true) }) });
    expect([refused.status, code(refused), refused.body.title]).toEqual([409, 'visit.carried-too-often', '已连续沿用3次，请逐项重新查看']);
    expect(refused.body.params.items).toHaveLength(7);
  });

  it('does not reach a household outside the territory', async () => {
    const foreign = { ...visit(), householdId: formatCaseId(near.countyCode, near.householdId) };
    expect((await team.post('/visits', { body: foreign })).status).toBe(404);
    expect((await county.get('/visits')).status).toBe(200);
    expect((await county.post('/visits', { body: visit() })).status).toBe(403);
  });
});

describe('GET /visits', () => {
  it('goes through the visits of a household page by page, the latest day first, each once', async () => {
    for (const day of ['2025-03-01', '2025-03-02', '2025-03-02', '2025-03-03', '2024-12-31']) await team.post('/visits', { body: visit({ visitedAt: `${day}T10:00:00+08:00` }) });
    const seen: Visit[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { body: Page<Visit> } = await team.get<Page<Visit>>(`/visits?household=${household}&from=2024-12-31&to=2025-03-03&limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.body.items);
      cursor = page.body.nextCursor;
    }
    expect(seen.map(({ visitedOn }) => visitedOn)).toEqual(['2025-03-03', '2025-03-02', '2025-03-02', '2025-03-01', '2024-12-31']);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(5);
  });

  it('answers the same for village, township, county, league and region, each in its territory', async () => {
    await township.post('/visits', { body: visit() });
    const officer = await t.as('region_officer', OWN.region);
    const ids = async (division: string) => (await officer.get<Page<Visit>>(`/visits?division=${division}&limit=200`)).body.items.map(({ id }) => id);
    const village = await ids(OWN.village);
    expect(village.length).toBeGreaterThan(5);
    for (const division of [OWN.township, OWN.county, OWN.prefecture, OWN.region]) expect(await ids(division)).toEqual(village);
    expect(await ids('150221')).toEqual([]);
    const stranger = await t.as('county_officer', '150221');
    expect((await stranger.get<Page<Visit>>('/visits')).body.items).toEqual([]);
  });

  it('shows of a corrected visit only what is valid, and keeps the rest to be read', async () => {
    const first = visit({ notes: '第一次' });
    await team.post('/visits', { body: first });
    const { householdId: _, ...content } = visit({ notes: '更正' });
    const path = `/visits/${own.countyCode}-${first.id}`;
    expect(code(await team.post(`${path}/corrections`, { body: { ...content, reason: ' ' } }))).toBe('reason-required');
    const corrected = await team.post<Visit>(`${path}/corrections`, { body: { ...content, reason: '记错' } });
    expect(corrected.status).toBe(201);
    expect(corrected.body).toMatchObject({ correctionNo: 1, correctsId: `${own.countyCode}-${first.id}`, correctionReason: '记错' });
    const listed = (await team.get<Page<Visit>>(`/visits?household=${household}&limit=200`)).body.items.map(({ id }) => id);
    expect(listed).toContain(corrected.body.id);
    expect(listed).not.toContain(`${own.countyCode}-${first.id}`);
    expect((await team.get<Visit>(path)).body).toMatchObject({ correctionNo: 0, replacedBy: corrected.body.id });
  });

  it('records that one was read', async () => {
    const body = visit();
    await team.post('/visits', { body });
    await county.get(`/visits/${own.countyCode}-${body.id}`);
    expect(await adminQuery(t.database, "select 1 from audit_log where op = 'READ' and row_id = $1 and actor_id = $2", [body.id, county.user?.userId])).toHaveLength(1);
    expect((await county.get('/visits?from=2025-02-30')).status).toBe(422);
  });
});

describe('tasks', () => {
  interface Task {
    id: string;
    status: string;
    overdue: boolean;
    ownerName: string | null;
    actions: string[];
    events: { action: string; note: string | null }[];
  }
  const create = async (more: object = {}) => (await team.post<Task>('/tasks', { body: { id: uuidV7(), householdId: household, kind: 'HOUSING', description: '屋顶漏雨', dueOn: '2025-06-30', ...more } })).body;

  it('go from hand to hand: assigned, done, verified by another, reopened with a reason', async () => {
    const { id, status } = await create();
    expect(status).toBe('OPEN');
    expect((await township.post<Task>(`/tasks/${id}/assign`, { body: { ownerId: team.user?.userId, dueOn: '2026-12-31' } })).body).toMatchObject({ status: 'ASSIGNED', ownerName: team.user?.username });
    expect((await team.get<Page<Task>>('/tasks?mine=true')).body.items.map((task) => task.id)).toContain(id);
    const eventId = uuidV7();
    for (let i = 0; i < 2; i++) expect((await team.post<Task>(`/tasks/${id}/done`, { body: { eventId, note: '已修' } })).body.status).toBe('DONE');
    expect((await team.post(`/tasks/${id}/verify`, { body: {} })).status).toBe(403);
    expect((await township.post<Task>(`/tasks/${id}/verify`, { body: {} })).body.status).toBe('VERIFIED');
    expect(code(await team.post(`/tasks/${id}/reopen`, { body: {} }))).toBe('reason-required');
    const reopened = await team.post<Task>(`/tasks/${id}/reopen`, { body: { note: '又漏了' } });
    expect(reopened.body.events.map(({ action }) => action)).toEqual(['CREATE', 'ASSIGN', 'DO', 'VERIFY', 'REOPEN']);
    expect(reopened.body).toMatchObject({ status: 'ASSIGNED', actions: ['ASSIGN', 'DO', 'NOTE'] });
  });

  it('done by a township officer are verified by another one', async () => {
    const { id } = await create();
    await township.post(`/tasks/${id}/done`, { body: {} });
    expect(code(await township.post(`/tasks/${id}/verify`, { body: {} }))).toBe('task.own-work');
    expect((await county.post(`/tasks/${id}/verify`, { body: {} })).status).toBe(200);
  });

  it('are given only to somebody with a grant for the place', async () => {
    const stranger = await t.as('township_officer', '150221100');
    const { id } = await create();
    expect(code(await township.post(`/tasks/${id}/assign`, { body: { ownerId: stranger.user?.userId } }))).toBe('task.owner-unfit');
  });

  it('are listed by village and deadline, page by page, each once', async () => {
    for (let i = 0; i < 5; i++) await create({ dueOn: `2025-0${9 - i}-01` });
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { body: Page<Task & { dueOn: string }> } = await county.get<Page<Task & { dueOn: string }>>(`/tasks?box=all&limit=3&dueBy=2025-12-31${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.body.items.map(({ dueOn }) => dueOn));
      cursor = page.body.nextCursor;
    }
    expect(seen.length).toBeGreaterThan(5);
    expect(seen).toEqual([...seen].sort());
    expect((await county.get<Page<Task>>('/tasks?status=OPEN')).body.items.every(({ status, overdue }) => status === 'OPEN' && typeof overdue === 'boolean')).toBe(true);
  });

  it('of a village need no household', async () => {
    const made = await team.post<Task>('/tasks', { body: { id: uuidV7(), villageCode: OWN.village, kind: 'WATER', description: '机井检修', dueOn: '2026-12-31' } });
    expect([made.status, (made.body as { householdId?: unknown }).householdId]).toEqual([201, null]);
    expect((await team.post('/tasks', { body: { id: uuidV7(), villageCode: near.villageCode, kind: 'WATER', description: 'x', dueOn: '2026-12-31' } })).status).toBe(404);
  });
});

describe('risk clues', () => {
  const clue = (more: object = {}) => ({ id: uuidV7(), villageCode: OWN.village, subjectName: '界戊兴', subjectPhone: '13812345678', channel: 'CADRE', kind: 'ILLNESS', severity: 'HIGH', description: '户主住院', occurredAt: '2026-01-10T09:30:00+08:00', ...more });
  interface Clue {
    id: string;
    name: string;
    phone: string;
    status: string;
    settledHouseholdId: string | null;
  }

  it('show the name to those whose territory it is and the telephone to nobody', async () => {
    const body = clue();
    const made = await team.post<Clue>('/clues', { body });
    expect(made.body).toMatchObject({ name: '界戊兴', phone: '138****5678', status: 'OPEN' });
    expect((await team.post<Clue>('/clues', { body })).body).toEqual(made.body);
    const stranger = await t.as('county_officer', '150221');
    expect((await stranger.get(`/clues/${made.body.id}`)).status).toBe(404);
    expect((await stranger.get<Page<Clue>>('/clues')).body.items).toEqual([]);
  });

  it('are looked into and settled to a household by somebody else, and lead to a task', async () => {
    const { body } = await team.post<Clue>('/clues', { body: clue() });
    expect((await team.post<Clue>(`/clues/${body.id}/check`, { body: {} })).body.status).toBe('CHECKING');
    expect((await team.post(`/clues/${body.id}/settle`, { body: { result: 'HELPED', finding: '已救助' } })).status).toBe(403);
    const settled = await township.post<Clue>(`/clues/${body.id}/settle`, { body: { result: 'CANDIDATE', finding: '已登记', householdId: household } });
    expect(settled.body).toMatchObject({ status: 'SETTLED', settledHouseholdId: household });
    expect(code(await township.post(`/clues/${body.id}/settle`, { body: { result: 'HELPED', finding: '已救助' } }))).toBe('clue.settled');
    expect((await team.get<Page<Clue>>('/clues')).body.items.map(({ id }) => id)).not.toContain(body.id);
    expect((await team.get<Page<Clue>>('/clues?box=all')).body.items.map(({ id }) => id)).toContain(body.id);
    const task = await township.post<{ householdId: string; clueId: string }>('/tasks', { body: { id: uuidV7(), clueId: body.id, kind: 'ILLNESS', description: '办理医疗救助', dueOn: '2026-12-31' } });
    expect(task.body).toMatchObject({ householdId: household, clueId: body.id });
  });

  it('are paused only with a reason and by those who settle them; both ends of a pause are recorded, and settling ends it', async () => {
    const { body } = await team.post<Clue>('/clues', { body: clue() });
    const on = (verb: string, who: TestClient, input: object = {}) => who.post<Clue & { pauses: { reason: string; from: string; until: string | null }[] }>(`/clues/${body.id}/${verb}`, { body: input });
    expect((await on('pause', team, { reason: '等待医保部门核对' })).status).toBe(403);
    for (const input of [{}, { reason: '  ' }]) expect((await on('pause', township, input)).status).toBe(422);
    expect(code(await on('resume', township))).toBe('clue.not-paused');
    const paused = await on('pause', township, { reason: '等待医保部门核对' });
    expect(paused.body.pauses).toMatchObject([{ reason: '等待医保部门核对', until: null }]);
    expect(code(await on('pause', township, { reason: '再次' }))).toBe('clue.paused');
    const resumed = await on('resume', township);
    expect(resumed.body.pauses).toMatchObject([{ until: resumed.body.pauses[0]?.from }]);
    await on('pause', township, { reason: '户主外出' });
    const settled = await township.post<Clue & { pauses: { until: string | null }[] }>(`/clues/${body.id}/settle`, { body: { result: 'HELPED', finding: '已救助' } });
    expect(settled.body.pauses.map(({ until }) => until === null)).toEqual([false, false]);
    expect(code(await on('pause', township, { reason: '已办结' }))).toBe('clue.settled');
    const stranger = await t.as('county_officer', '150221');
    expect((await on('pause', stranger, { reason: '外县' })).status).toBe(404);
    const audit = await adminQuery<{ op: string }>(t.database, `select a.op from audit_log a where a.table_name = 'clue_pause' order by a.id`);
    expect(audit.map(({ op }) => op)).toEqual(['INSERT', 'UPDATE', 'INSERT', 'UPDATE']);
  });
});
