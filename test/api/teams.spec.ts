import { formatCaseId, uuidV7 } from '#domain';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { OWN, plantCanaries, type Canary } from '../support/canaries.js';
import type { TestClient } from '../support/client.js';
import { visitDraft } from '../support/field-work.js';

interface Team {
  id: string;
  status: string;
  villages: { villageCode: string; firstSecretary: string; size: number; seat: boolean; endedOn: string | null }[];
  members: { id: string; name: string; role: string; phone: string | null; leftOn: string | null; predecessorId: string | null; days: number; months: { month: number; days: number[]; version: number }[] }[];
  daysAsked: number | null;
  leastSize: number | null;
}
interface Pairing {
  id: string;
  helperName: string;
  startedOn: string;
  endedOn: string | null;
  endReason: string | null;
  predecessorId: string | null;
}
interface Figures {
  division: string;
  villages: number;
  households: number;
  withoutHelper: number;
  notVisitedThisYear: number;
  visitDue: number | null;
  villagesServed: number;
  villagesWithoutTeam: number;
  teamsTooSmall: number | null;
  daysRecorded: number;
  helpers: number;
  helpersAboveLimit: number | null;
}
interface Report {
  total: Figures;
  children: Figures[];
  visitsPerYear: Record<string, number | null>;
  daysAsked: number | null;
}

let t: TestApp;
let own: Canary;
let near: Canary;
let county: TestClient;
let team: TestClient;
const NEAR = '150125101201';
const code = (response: { body: unknown }) => (response.body as { code?: string }).code;
const member = (name: string, role = 'MEMBER', more: object = {}) => ({ id: uuidV7(), name, role, ...more });
const sent = (more: object = {}) => ({
  id: uuidV7(), villages: [OWN.village], name: '驻村工作队', sendingUnit: '旗教育局', sendingAffiliation: 'COUNTY', termFrom: '2025-01-01', termTo: '2027-01-01',
  members: [member('第一书记甲', 'FIRST_SECRETARY', { phone: '138 1234 5678' }), member('队员乙'), member('队员丙')], ...more,
});

beforeAll(async () => {
  t = await startTestApp();
  const canaries = await plantCanaries(t.database);
  own = canaries[0] as Canary;
  near = canaries[1] as Canary;
  county = await t.as('county_officer', OWN.county);
  team = await t.as('team_member', OWN.village);
});
afterAll(() => t.close());

const setParameter = (name: string, value: number, subject: string | null) =>
  adminQuery(t.database, `begin; set local app.scope = '15'; set local app.actor = '00000000-0000-7000-8000-000000000001'; set local app.role = 'system';
    insert into parameter (id, name, value, subject, source, effective_from) values ('${uuidV7()}', '${name}', ${value}, ${subject === null ? 'null' : `'${subject}'`}, '试点文件', '2020-01-01'); commit`);

describe('a work team', () => {
  it('has three members at least, exactly one first secretary and a term of two years', async () => {
    expect(code(await county.post('/teams', { body: sent({ members: [member('甲', 'FIRST_SECRETARY'), member('乙')] }) }))).toBe('team.too-small');
    expect(code(await county.post('/teams', { body: sent({ members: [member('甲'), member('乙'), member('丙')] }) }))).toBe('team.first-secretary');
    expect(code(await county.post('/teams', { body: sent({ members: [member('甲', 'FIRST_SECRETARY'), member('乙', 'FIRST_SECRETARY'), member('丙')] }) }))).toBe('team.first-secretary');
    expect(code(await county.post('/teams', { body: sent({ termTo: '2026-12-31' }) }))).toBe('team.short-term');
    expect((await county.post('/teams', { body: sent({ villages: ['150125100202'], termTo: '2026-12-31', shortTermReason: '接替中途撤回的队' }) })).status).toBe(201);
  });

  it('serves villages of one county in the territory, each of them alone', async () => {
    expect(code(await county.post('/teams', { body: sent({ villages: [OWN.village, '150121100200'] }) }))).toBe('team.village-unfit');
    const body = sent({ villages: [OWN.village, NEAR] });
    const made = await county.post<Team>('/teams', { body });
    expect(made.status).toBe(201);
    expect(made.body.villages).toMatchObject([{ villageCode: OWN.village, seat: true, size: 3, firstSecretary: '第一书记甲' }, { villageCode: NEAR, seat: false, size: 3 }]);
    expect(made.body.members.find(({ role }) => role === 'FIRST_SECRETARY')?.phone).toBe('138****5678');
    expect((await county.post<Team>('/teams', { body })).body).toEqual(made.body);
    expect(code(await county.post('/teams', { body: { ...body, name: '另一队' } }))).toBe('idempotency-mismatch');
    expect(code(await county.post('/teams', { body: sent({ villages: [NEAR] }) }))).toBe('team.village-served');
    expect((await team.post('/teams', { body: sent() })).status).toBe(403);
  });

  const served = async () => (await county.get<{ items: { id: string; villageCode: string }[] }>(`/teams?division=${OWN.village}`)).body.items[0]?.id ?? '';

  it('is seen by each village that it serves, and whole where it lives', async () => {
    const id = await served();
    const neighbour = await t.as('village_clerk', NEAR);
    expect((await neighbour.get<{ items: { id: string }[] }>('/teams')).body.items).toMatchObject([{ id, firstSecretary: '第一书记甲', size: 3 }]);
    expect((await neighbour.get(`/teams/${id}`)).status).toBe(404);
    expect((await team.get<Team>(`/teams/${id}`)).status).toBe(200);
    expect((await (await t.as('county_officer', '150221')).get(`/teams/${id}`)).status).toBe(404);
  });

  it('loses nobody without a successor once it would be too small or without a first secretary', async () => {
    const id = await served();
    const { body } = await county.get<Team>(`/teams/${id}`);
    const [first, second] = body.members;
    const leave = { on: '2025-06-01', reason: '调离' };
    expect(code(await county.post(`/teams/${id}/members/${first!.id}/leave`, { body: leave }))).toBe('team.first-secretary');
    expect(code(await county.post(`/teams/${id}/members/${second!.id}/leave`, { body: leave }))).toBe('team.too-small');
    expect(code(await county.post(`/teams/${id}/members`, { body: member('第一书记丁', 'FIRST_SECRETARY') }))).toBe('team.first-secretary');
    expect(code(await county.post(`/teams/${id}/members`, { body: member('第一书记丁', 'FIRST_SECRETARY', { replaces: first!.id }) }))).toBe('reason-required');
  });

  it('hands the work of the first secretary over and keeps both', async () => {
    const id = await served();
    const before = (await county.get<Team>(`/teams/${id}`)).body.members.find(({ role }) => role === 'FIRST_SECRETARY');
    const { status, body } = await county.post<Team>(`/teams/${id}/members`, { body: member('第一书记丁', 'FIRST_SECRETARY', { joinedOn: '2025-07-01', replaces: before!.id, reason: '任满轮换' }) });
    expect(status).toBe(201);
    expect(body.members.filter(({ role }) => role === 'FIRST_SECRETARY').map(({ name, leftOn, predecessorId }) => [name, leftOn, predecessorId])).toEqual([
      ['第一书记丁', null, before!.id], ['第一书记甲', '2025-07-01', null]]);
    expect(body.villages.map(({ firstSecretary, size }) => [firstSecretary, size])).toEqual([['第一书记丁', 3], ['第一书记丁', 3]]);
  });

  it('writes down its own days: days of a month, none in the future, none outside of the service, corrections with a reason', async () => {
    const id = await served();
    const { members, daysAsked } = (await team.get<Team>(`/teams/${id}`)).body;
    expect(daysAsked).toBe(200);
    const [, second] = members;
    const put = (days: number[], more: object = {}) => team.put<Team>(`/teams/${id}/days`, { body: { year: 2025, month: 2, entries: [{ memberId: second!.id, days }], ...more } });
    expect(code(await put([29]))).toBe('team.days');
    expect(code(await put([1, 1]))).toBe('team.days');
    expect(code(await put([1], { year: 2099 }))).toBe('team.days');
    expect(code(await put([1], { year: 2024 }))).toBe('team.days');
    expect((await put([3, 1, 2])).status).toBe(200);
    expect((await put([1, 2, 3])).status).toBe(200);
    expect(code(await put([1, 2]))).toBe('reason-required');
    expect((await put([1, 2], { reason: '3日在旗里开会' })).status).toBe(200);
    const { body } = await team.get<Team>(`/teams/${id}?year=2025`);
    expect(body.members.find((row) => row.id === second!.id)).toMatchObject({ days: 2, months: [{ month: 2, days: [1, 2], version: 2 }] });
    expect(await adminQuery(t.database, 'select 1 from team_days where member_id = $1', [second!.id])).toHaveLength(2);
    const columns = await adminQuery<{ c: string }>(t.database, "select column_name as c from information_schema.columns where table_name = 'team_days'");
    expect(columns.filter(({ c }) => /lat|lon|position|track|address|time/.test(c))).toEqual([]);
  });

  it('goes home with everything kept, and the village is free for the next', async () => {
    const id = await served();
    const { body } = await county.post<Team>(`/teams/${id}/end`, { body: { on: '2025-12-31', reason: '任务完成' } });
    expect([body.status, body.villages.map(({ endedOn }) => endedOn), body.members.length]).toEqual(['ENDED', ['2025-12-31', '2025-12-31'], 4]);
    expect(code(await county.post(`/teams/${id}/members`, { body: member('戊') }))).toBe('team.ended');
    expect((await county.post('/teams', { body: sent() })).status).toBe(201);
  });
});

describe('helpers and pairings', () => {
  const helper = async (name: string, rank = 'SECTION_CHIEF') =>
    (await county.post<{ id: string; households: number }>('/helpers', { body: { id: uuidV7(), countyCode: OWN.county, name, unit: '旗水利局', rank, phone: '13912345678' } })).body;
  const pair = (canary: Canary, helperId: string, startedOn = '2025-01-01') =>
    county.post<Pairing>('/pairings', { body: { id: uuidV7(), householdId: formatCaseId(canary.countyCode, canary.householdId), helperId, startedOn } });
  const history = async () => (await team.get<{ items: Pairing[] }>(`/pairings?household=${formatCaseId(own.countyCode, own.householdId)}`)).body.items;

  it('hand a household over without overwriting anything', async () => {
    const [first, second] = [await helper('帮扶人甲'), await helper('帮扶人乙')];
    const paired = await pair(own, first.id);
    expect(paired.status).toBe(201);
    expect(code(await pair(own, first.id))).toBe('pairing.exists');
    const body = { id: uuidV7(), toHelperId: second.id, on: '2025-06-30', reason: '工作调动' };
    expect(code(await county.post(`/pairings/${paired.body.id}/hand-over`, { body: { ...body, on: '2024-12-31' } }))).toBe('pairing.dates');
    const next = await county.post<Pairing>(`/pairings/${paired.body.id}/hand-over`, { body });
    expect(next.body).toMatchObject({ helperName: '帮扶人乙', startedOn: '2025-06-30', predecessorId: paired.body.id });
    expect((await county.post<Pairing>(`/pairings/${paired.body.id}/hand-over`, { body })).body).toEqual(next.body);
    expect((await history()).map(({ helperName, endedOn, endReason }) => [helperName, endedOn, endReason])).toEqual([['帮扶人乙', null, null], ['帮扶人甲', '2025-06-30', '工作调动']]);
    expect(code(await county.post(`/pairings/${paired.body.id}/end`, { body: { on: '2025-07-01', reason: 'x' } }))).toBe('pairing.ended');
  });

  it('go to another helper all at once', async () => {
    const [from, to] = [await helper('帮扶人丙'), await helper('帮扶人丁')];
    for (const canary of [own, near]) expect((await pair(canary, from.id)).status).toBe(201);
    const handed = await county.post<{ households: number }>(`/helpers/${from.id}/hand-over`, { body: { toHelperId: to.id, on: '2025-09-01', reason: '退休' } });
    expect([handed.status, handed.body.households]).toEqual([200, 2]);
    const loads = (await county.get<{ items: { id: string; households: number }[] }>('/helpers?limit=200')).body.items;
    expect([from, to].map(({ id }) => loads.find((row) => row.id === id)?.households)).toEqual([0, 2]);
  });

  it('go to another helper as far as they are chosen, each with its own result, and stand in the matrix of the villages', async () => {
    const [from, to] = [await helper('帮扶人申'), await helper('帮扶人酉')];
    const mine = (await pair(own, from.id)).body.id;
    const theirs = (await pair(near, from.id)).body.id;
    const cells = async () => {
      const matrix = (await county.get<{ cells: { villageCode: string; helperId: string; households: number }[]; helpers: { id: string; households: number; limit: number | null }[] }>('/pairings/matrix')).body;
      expect(matrix.helpers.filter(({ id }) => [from.id, to.id].includes(id)).every((row) => row.limit === null)).toBe(true);
      return matrix.cells.filter(({ helperId }) => [from.id, to.id].includes(helperId)).map((cell) => [cell.villageCode, cell.helperId === from.id ? 'from' : 'to', cell.households]);
    };
    expect(await cells()).toEqual([[own.villageCode, 'from', 1], [near.villageCode, 'from', 1]]);
    const send = (pairings: { pairingId: string; id: string }[], more: object = {}) =>
      county.post<{ done: number; refused: number; rows: { id: string | null; code: string | null }[] }>('/pairings/hand-overs', { body: { toHelperId: to.id, on: '2025-10-01', reason: '轮换', pairings, ...more } });
    const absent = { pairingId: `${OWN.county}-${uuidV7()}`, id: uuidV7() };
    const chosen = { pairingId: mine, id: uuidV7() };
    const first = await send([chosen, absent]);
    expect(first.body).toMatchObject({ done: 1, refused: 1, rows: [{ id: `${OWN.county}-${chosen.id}`, code: null }, { id: null, code: 'not-found' }] });
    expect((await send([chosen, absent])).body).toEqual(first.body);
    expect((await send([{ pairingId: mine, id: uuidV7() }])).body.rows[0]?.code).toBe('pairing.ended');
    expect((await send([{ pairingId: theirs, id: uuidV7() }], { on: '2020-01-01' })).body.rows[0]?.code).toBe('pairing.dates');
    expect(await cells()).toEqual([[own.villageCode, 'to', 1], [near.villageCode, 'from', 1]]);
    expect((await county.get<{ nextCursor: string | null }>('/pairings/matrix?limit=1')).body.nextCursor).not.toBeNull();
    expect((await team.post('/pairings/hand-overs', { body: {} })).status).toBe(403);
    const over = await county.post<{ households: number }>(`/helpers/${to.id}/hand-over`, { body: { toHelperId: from.id, on: '2025-11-01', reason: '轮换' } });
    expect(over.body.households).toBe(1);
    const { items } = (await county.get<{ items: { id: string; helperId: string }[] }>('/pairings?limit=200')).body;
    for (const { id } of items.filter((row) => row.helperId === from.id)) expect((await county.post(`/pairings/${id}/end`, { body: { on: '2025-12-01', reason: '试验结束' } })).status).toBe(200);
  });

  it('know no limit until one is set, and then keep to it, also when two take the last place at once', async () => {
    const busy = await helper('帮扶人戊', 'STAFF');
    expect((await pair(own, busy.id)).status).toBe(201);
    await setParameter('max_households_per_helper', 1, 'STAFF');
    expect(code(await pair(near, busy.id))).toBe('pairing.above-limit');
    const last = await helper('帮扶人己', 'STAFF');
    const answers = await Promise.all([pair(own, last.id), pair(near, last.id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('show the telephone masked, and helpers to the county only', async () => {
    const { raw } = await county.get('/helpers?limit=200');
    expect(raw.toString()).toContain('139****5678');
    expect(raw.toString()).not.toContain('13912345678');
    expect((await team.get<{ items: unknown[] }>('/helpers')).body.items).toEqual([]);
    expect((await team.post('/helpers', { body: {} })).status).toBe(403);
    const foreign = await t.as('county_officer', '150221');
    expect((await foreign.post('/helpers', { body: { id: uuidV7(), countyCode: OWN.county, name: '甲', unit: '乙' } })).status).toBe(404);
  });
});

describe('coverage and load', () => {
  const report = (path: string, client = county) => client.get<Report>(path);

  it('say who is without helper, visit and team, by village and above, and where a parameter is not set', async () => {
    const { body } = await report(`/villages/${OWN.village}/field-work`);
    expect(body.total).toMatchObject({ villages: 1, households: 1, withoutHelper: 0, notVisitedThisYear: 1, visitDue: null, villagesServed: 1, villagesWithoutTeam: 0, teamsTooSmall: 0 });
    expect(body.children).toEqual([]);
    expect(body.visitsPerYear).toEqual({ REGISTERED: null, PRE_EXIT: null, RETURNED: null });
    const above = (await report('/field-work')).body;
    expect(above.total).toMatchObject({ division: OWN.county, households: 2, villages: 2, villagesWithoutTeam: 1 });
    expect(above.children.map(({ division, households }) => [division, households])).toEqual([['150125100', 1], ['150125101', 1]]);
    const sum = (key: keyof Figures) => above.children.reduce((total, row) => total + Number(row[key]), 0);
    for (const key of ['households', 'withoutHelper', 'notVisitedThisYear', 'villagesServed', 'villagesWithoutTeam', 'daysRecorded'] as const) expect([key, sum(key)]).toEqual([key, above.total[key]]);
  });

  it('take a visit into account, and the period once it is set', async () => {
    const today = new Date().toISOString();
    await team.post('/visits', { body: { householdId: formatCaseId(own.countyCode, own.householdId), ...visitDraft({ way: 'NOT_HOME', assurances: undefined, notHomeReason: '放牧', visitedAt: today }) } });
    expect((await report('/field-work')).body.total.notVisitedThisYear).toBe(2);
    await team.post('/visits', { body: { householdId: formatCaseId(own.countyCode, own.householdId), ...visitDraft({ visitedAt: today }) } });
    expect((await report('/field-work')).body.total).toMatchObject({ notVisitedThisYear: 1, visitDue: null });
    await setParameter('visits_per_year', 12, 'REGISTERED');
    expect((await report('/field-work')).body).toMatchObject({ total: { visitDue: 1 }, visitsPerYear: { REGISTERED: 12 } });
  });

  it('count helpers above the limit over the whole county, and only for who sees the county', async () => {
    await setParameter('max_households_per_helper', 1, null);
    expect((await report('/field-work')).body.total.helpersAboveLimit).toBe(1);
    expect((await report(`/villages/${NEAR}/field-work`)).body.total.helpersAboveLimit).toBe(1);
    expect((await report(`/villages/${OWN.village}/field-work`, team)).body.total.helpersAboveLimit).toBeNull();
  });

  it('open to the households behind them', async () => {
    const { body } = await county.get<{ items: { headName: string; lastVisitOn: string | null }[] }>('/field-work/households?missing=visit');
    expect(body.items).toMatchObject([{ headName: near.name, lastVisitOn: null }]);
    expect((await county.get<{ items: unknown[] }>('/field-work/households?missing=helper')).body.items).toHaveLength((await report('/field-work')).body.total.withoutHelper);
  });

  it('end at the border of the territory, and name no person', async () => {
    expect((await report(`/villages/${NEAR}/field-work`, team)).status).toBe(404);
    for (const division of ['150221', OWN.prefecture, OWN.region]) expect((await report(`/field-work?division=${division}`)).status).toBe(404);
    expect(Object.keys((await report('/field-work')).body.total).filter((key) => /person|rank|score|member/i.test(key) && key !== 'membersWithDays')).toEqual([]);
  });
});

describe('a household that moves', () => {
  it('keeps its helper in another village of the county and leaves them in another county', async () => {
    const id = formatCaseId(own.countyCode, own.householdId);
    const now = () => adminQuery<{ village_code: string; ended: boolean; end_reason: string | null }>(t.database,
      'select village_code, ended_on is not null as ended, end_reason from pairing where household_id = $1 and (ended_on is null or end_reason like $2) order by id desc limit 1', [own.householdId, '该户迁往%']);
    const version = async () => (await county.get<{ version: number }>(`/households/${id}`)).body.version;
    const moved = await county.post(`/households/${id}/events`, { body: { kind: 'move_village', occurredOn: '2025-10-01', toVillageCode: NEAR, version: await version() } });
    expect([moved.status, code(moved)]).toEqual([201, undefined]);
    expect(await now()).toEqual([{ village_code: NEAR, ended: false, end_reason: null }]);
    const prefecture = await t.as('prefecture_officer', OWN.prefecture);
    await adminQuery(t.database, `begin; set local app.scope = '15'; set local app.actor = '00000000-0000-7000-8000-000000000001'; set local app.role = 'system';
      update member set member_status = 'ACTIVE' where household_id = '${own.householdId}'; commit`);
    const transferred = await prefecture.post(`/households/${id}/transfer`, { body: { version: await version(), occurredOn: '2025-11-01', toVillageCode: '150121100200' } });
    expect([transferred.status, code(transferred)]).toEqual([201, undefined]);
    expect(await now()).toEqual([{ village_code: NEAR, ended: true, end_reason: '该户迁往其他旗县' }]);
    expect(await adminQuery(t.database, 'select 1 from pairing where household_id = $1 and ended_on is null', [own.householdId])).toEqual([]);
  });
});
