import { uuidV7 } from '#domain';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { TestClient } from '../support/client.js';
import { person, registerHousehold, syntheticId, villages } from '../support/households.js';

const county = '150221';
const township = villages.haizi.slice(0, 9);

interface Finding {
  id: string; code: string; state: string; unitDivision: string; unitName: string; dueOn: string; daysLeft: number; colour: string; version: number; title: string; facts: string; basis: string;
  originCount: number; householdCount: number; householdId: string | null; division: string; timesReturned: number; timesReopened: number; timesExtended: number; lookBackOn: string | null; lookBackResult: string | null;
  outcome: string | null; measures: string | null; rectification: string | null; extensionPending: boolean; actions: string[];
  origins: { kind: string; ref: string; label: string; values: { label: string; text: string }[] }[];
  events: { seq: number; action: string; fromState: string | null; toState: string; note: string | null; actor: string; attachments: string[] }[];
  extensions: { id: string; state: string; grantedUntil: string | null }[];
}
interface Refusal { code: string; title: string }

let app: TestApp;
let inspector: TestClient;
let second: TestClient;
let officer: TestClient;
let townshipOfficer: TestClient;
const far = '2027-06-01';
const hand = (text: string, more: object = {}) => ({ kind: 'HAND', text, division: township, reference: uuidV7(), ...more });

beforeAll(async () => {
  app = await startTestApp();
  inspector = await app.as('inspector', '15');
  second = await app.as('inspector', county);
  officer = await app.as('county_officer', county);
  townshipOfficer = await app.as('township_officer', township);
}, 120_000);
afterAll(() => app.close());

const said = { title: '走访记录与实际不符', facts: '抽查三户，走访记录与实际不符', basis: '驻村工作管理办法' };
async function raise(body: object = {}, origins: object[] = [hand('走访记录与实际不符')]): Promise<Finding> {
  const made = await inspector.post<{ findings: Finding[] }>('/findings', { body: { origins, unitDivision: township, dueOn: far, ...said, ...body } });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  return made.body.findings[0] as Finding;
}
const answer = (client: TestClient, finding: Finding, action: string, more: object = {}) => client.post<Finding & Refusal>(`/findings/${finding.id}/answers`, { body: { action, version: finding.version, ...more } });
const decide = (client: TestClient, finding: Finding, action: string, more: object = {}) =>
  client.post<Finding & Refusal>(`/findings/${finding.id}/decisions`, { body: { action, version: finding.version, note: '经复核', ...more } });
async function inReview(): Promise<Finding> {
  let finding = await raise();
  for (const [action, note] of [['RECEIVE', undefined], ['PLAN', '重新入户'], ['RECTIFY', '已重新走访三户'], ['SUBMIT', undefined]] as const) finding = (await answer(townshipOfficer, finding, action, { note })).body;
  return finding;
}
async function closed(more: object = {}): Promise<Finding> {
  const done = await decide(inspector, await inReview(), 'CLOSE', { outcome: 'RECTIFIED', ...more });
  if (done.status !== 200) throw new Error(JSON.stringify(done.body));
  return done.body;
}

describe('raising findings', () => {
  it('several origins make one finding for each responsible unit, in one call', async () => {
    const origins = [hand('甲'), hand('乙'), hand('丙', { division: villages.changjunwan }), hand('丁', { division: villages.otherCity })];
    const made = await inspector.post<{ findings: Finding[] }>('/findings', { body: { origins, unitLevel: 'township', dueOn: far, ...said } });
    expect([made.status, made.body.findings.map((finding) => [finding.unitDivision, finding.originCount])]).toEqual([201, [['150121100', 1], ['150221105', 1], [township, 2]]]);
    const numbers = made.body.findings.map(({ code }) => code);
    expect(new Set(numbers).size).toBe(3);
    expect(numbers.every((code) => /^\d{4}-15\d{4}-\d{4}$/.test(code))).toBe(true);
  });

  it('keeps a copy of a household as it was, and finds the finding by it', async () => {
    const household = await registerHousehold(officer, villages.haizi, { members: [person('韩当家', '01', { idNo: syntheticId() })] });
    const finding = await raise({}, [{ kind: 'LETTER', reference: `信${uuidV7().slice(-8)}`, receivedOn: '2026-11-01', text: '群众反映该户有车', householdId: household.id }]);
    expect(finding).toMatchObject({ householdId: household.id, householdCount: 1, division: villages.haizi });
    await adminQuery(app.database, `set session_replication_role = replica; update household set head_name = '改名' where id = '${household.id.slice(7)}'`);
    const read = (await inspector.get<Finding>(`/findings/${finding.id}`)).body;
    expect(read.origins[0]?.values).toContainEqual({ label: '户主', text: '韩当家' });
    const found = await inspector.get<{ items: Finding[] }>(`/findings?household=${household.id}`);
    expect(found.body.items.map(({ id }) => id)).toEqual([finding.id]);
    expect((await inspector.get<{ items: Finding[] }>(`/findings?origin=${encodeURIComponent(read.origins[0]?.ref ?? '')}&box=open`)).body.items.map(({ id }) => id)).toEqual([finding.id]);
  });

  it('refuses the same origin while its finding is open, also when two raise at once, and allows it after closure', async () => {
    const origin = hand('同一来源');
    const body = { origins: [origin], unitDivision: township, dueOn: far, ...said };
    const both = await Promise.all([inspector, second].map((client) => client.post<Refusal>('/findings', { body })));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const refused = await inspector.post<Refusal>('/findings', { body });
    expect([refused.status, refused.body.code]).toEqual([409, 'finding.origin-open']);
    const [open] = (await inspector.get<{ items: Finding[] }>(`/findings?origin=${origin.reference}`)).body.items;
    let finding = open as Finding;
    for (const [action, note] of [['RECEIVE', undefined], ['PLAN', '整改'], ['RECTIFY', '已整改'], ['SUBMIT', undefined]] as const) finding = (await answer(officer, finding, action, { note })).body;
    expect((await decide(inspector, finding, 'CLOSE', { outcome: 'UNFOUNDED' })).status).toBe(200);
    expect((await inspector.post('/findings', { body })).status).toBe(201);
  });

  it.each([
    ['a village as unit', { unitDivision: villages.haizi }, 'finding.unit-level'],
    ['a unit that is not where it lies', { unitDivision: '150222' }, 'finding.unit-outside'],
    ['neither unit nor level', { unitDivision: undefined }, 'finding.unit-choice'],
    ['a deadline that is over', { dueOn: '2020-01-01' }, 'finding.due-past'],
    ['two deadlines', { dueWorkingDays: 5 }, 'finding.due-choice'],
    ['no legal basis, where no origin has one', { basis: undefined }, 'finding.text-required'],
  ])('refuses %s', async (_, body, code) => {
    const refused = await inspector.post<Refusal>('/findings', { body: { origins: [hand('x')], unitDivision: township, dueOn: far, ...said, ...body } });
    expect([refused.status >= 400, refused.body.code]).toEqual([true, code]);
    expect(refused.body.title).toMatch(/[一-鿿]/);
  });

  it('takes a deadline in working days', async () => {
    const finding = await raise({ dueOn: undefined, dueWorkingDays: 10 });
    expect(finding.daysLeft).toBeGreaterThanOrEqual(10);
    expect(new Date(`${finding.dueOn}T00:00:00Z`).getUTCDay() % 6).not.toBe(0);
  });
});

describe('the way of a finding', () => {
  it('is received, planned, rectified, reviewed by another person and closed, with every step in the log', async () => {
    const finding = await closed();
    expect(finding).toMatchObject({ state: 'CLOSED', outcome: 'RECTIFIED', actions: ['REOPEN'] });
    expect(finding.events.map(({ seq, action, fromState, toState }) => [seq, action, fromState, toState])).toEqual([
      [1, 'RAISE', null, 'ISSUED'], [2, 'RECEIVE', 'ISSUED', 'RECTIFYING'], [3, 'PLAN', 'RECTIFYING', 'RECTIFYING'], [4, 'RECTIFY', 'RECTIFYING', 'RECTIFYING'],
      [5, 'SUBMIT', 'RECTIFYING', 'IN_REVIEW'], [6, 'CLOSE', 'IN_REVIEW', 'CLOSED'],
    ]);
    await expect(adminQuery(app.database, `set role bangfu_app; update finding_event set note = 'x'`)).rejects.toThrow(/permission denied/);
  });

  it('goes back with its reason and needs a new report', async () => {
    const returned = (await decide(inspector, await inReview(), 'RETURN', { note: '佐证不足' })).body;
    expect(returned).toMatchObject({ state: 'RETURNED', timesReturned: 1, measures: '重新入户', rectification: null });
    expect((await answer(townshipOfficer, returned, 'SUBMIT')).body.code).toBe('finding.wrong-action');
    const again = (await answer(townshipOfficer, returned, 'PLAN', { note: '补充佐证' })).body;
    expect(again.state).toBe('RECTIFYING');
    expect((await answer(townshipOfficer, again, 'SUBMIT')).body.code).toBe('finding.nothing-to-review');
  });

  it('is refused to a stale view, a wrong state and a missing word', async () => {
    const finding = await raise();
    expect((await answer(townshipOfficer, { ...finding, version: 9 }, 'RECEIVE')).body.code).toBe('stale-version');
    const wrong = await answer(townshipOfficer, finding, 'SUBMIT');
    expect([wrong.body.code, wrong.body.title]).toEqual(['finding.wrong-action', '问题当前为“待接收”，不能“提请复核”']);
    const received = (await answer(townshipOfficer, finding, 'RECEIVE')).body;
    expect((await answer(townshipOfficer, received, 'PLAN', { note: '  ' })).body.code).toBe('finding.text-required');
    expect((await decide(inspector, await inReview(), 'CLOSE')).body.code).toBe('finding.outcome-required');
  });

  it('whoever took part in the rectification does not review it, whatever grant they hold now', async () => {
    const username = `both-${uuidV7().slice(-6)}`;
    const asOfficer = await app.as('county_officer', county, { username });
    const asInspector = await app.as('inspector', county, { username });
    let finding = await raise({ unitDivision: county });
    for (const [action, note] of [['RECEIVE', undefined], ['PLAN', '整改'], ['RECTIFY', '已整改']] as const) finding = (await answer(asOfficer, finding, action, { note })).body;
    finding = (await answer(officer, finding, 'SUBMIT')).body;
    const refused = await decide(asInspector, finding, 'CLOSE', { outcome: 'RECTIFIED' });
    expect([refused.status, refused.body.code]).toEqual([403, 'finding.own-work']);
    expect((await decide(inspector, finding, 'CLOSE', { outcome: 'RECTIFIED' })).status).toBe(200);
  });

  it('keeps what is handed in as evidence, of its place or its household only', async () => {
    const finding = (await answer(townshipOfficer, await raise(), 'RECEIVE')).body;
    const [mine, other] = [uuidV7(), uuidV7()];
    const attachment = (id: string, village: string) => `insert into attachment (county_code, id, village_code, kind, state, mime, bytes, sha256, kept_mime, kept_bytes, kept_sha256, uploaded_by)
      values ('${county}', '${id}', '${village}', 'photo', 'READY', 'image/jpeg', 1, repeat('a', 64), 'image/jpeg', 1, repeat('a', 64), '${officer.user?.userId ?? ''}')`;
    await adminQuery(app.database, `set session_replication_role = replica; ${attachment(mine, `${township}000`)}; ${attachment(other, villages.changjunwan)}`);
    expect((await answer(townshipOfficer, finding, 'PLAN', { note: '整改', attachments: [`${county}-${other}`] })).status).toBe(404);
    const kept = await answer(townshipOfficer, finding, 'RECTIFY', { note: '已整改', attachments: [`${county}-${mine}`] });
    expect(kept.body.events.at(-1)?.attachments).toEqual([`${county}-${mine}`]);
    expect((await adminQuery<{ n: number }>(app.database, `select count(*)::int as n from attachment_use where attachment_id = '${mine}' and used_by = 'finding'`))[0]?.n).toBe(1);
  });
});

describe('extensions', () => {
  it('are asked for with a reason and decided by an inspector, another person; until then nothing moves', async () => {
    const finding = await raise();
    const ask = (client: TestClient, until: string) => client.post<Finding & Refusal>(`/findings/${finding.id}/extensions`, { body: { until, reason: '汛期道路中断' } });
    expect((await ask(townshipOfficer, far)).body.code).toBe('finding.extension-earlier');
    const asked = await ask(townshipOfficer, '2027-07-01');
    expect(asked.body).toMatchObject({ dueOn: far, extensionPending: true });
    expect((await ask(officer, '2027-08-01')).body.code).toBe('finding.extension-pending');
    expect((await inspector.get<{ items: Finding[] }>('/findings?extension=true')).body.items.map(({ id }) => id)).toEqual([finding.id]);
    const path = `/finding-extensions/${asked.body.extensions[0]?.id ?? ''}/decision`;
    expect((await officer.post(path, { body: { grant: true, opinion: '同意' } })).status).toBe(403);
    const granted = await inspector.post<Finding>(path, { body: { grant: true, until: '2027-06-20', opinion: '同意延期至6月20日' } });
    expect(granted.body).toMatchObject({ dueOn: '2027-06-20', timesExtended: 1, extensionPending: false });
    expect(granted.body.events.slice(1).map(({ action }) => action)).toEqual(['REQUEST_EXTENSION', 'GRANT_EXTENSION']);
    expect((await inspector.post<Refusal>(path, { body: { grant: false, opinion: '不同意' } })).body.code).toBe('finding.extension-decided');
  });

  it('are not decided by who asked, and a refusal leaves the deadline', async () => {
    const username = `asks-${uuidV7().slice(-6)}`;
    const finding = await raise();
    const asked = await (await app.as('county_officer', county, { username })).post<Finding>(`/findings/${finding.id}/extensions`, { body: { until: '2027-09-01', reason: '人手不足' } });
    const path = `/finding-extensions/${asked.body.extensions[0]?.id ?? ''}/decision`;
    expect((await (await app.as('inspector', county, { username })).post<Refusal>(path, { body: { grant: true, opinion: '同意' } })).body.code).toBe('finding.extension-own');
    expect((await inspector.post<Finding>(path, { body: { grant: false, opinion: '理由不足' } })).body).toMatchObject({ dueOn: far, timesExtended: 0, extensionPending: false });
  });
});

describe('look-backs', () => {
  it('a finding that did not hold opens again with a new deadline; one that held stays closed', async () => {
    const one = await closed({ lookBackOn: '2027-01-15' });
    expect(one).toMatchObject({ lookBackOn: '2027-01-15', actions: ['REOPEN', 'HOLD', 'RELAPSE'] });
    expect((await decide(inspector, one, 'RELAPSE')).body.code).toBe('finding.due-past');
    const relapsed = (await decide(inspector, one, 'RELAPSE', { dueOn: far, note: '又发现两户' })).body;
    expect(relapsed).toMatchObject({ state: 'RECTIFYING', timesReopened: 1, lookBackResult: 'RELAPSED', outcome: null, rectification: null });
    const other = (await decide(inspector, await closed({ lookBackOn: '2027-01-15' }), 'HOLD')).body;
    expect(other).toMatchObject({ state: 'CLOSED', lookBackResult: 'HELD', actions: ['REOPEN'] });
  });

  it('are drawn: the same seed over the same frame draws the same, and what is drawn is not drawn again', async () => {
    const made = await Promise.all([closed(), closed(), closed(), closed()]);
    const frame = await adminQuery<{ id: string }>(app.database, `select id from finding where state = 'CLOSED' and outcome = 'RECTIFIED' and look_back_on is null and look_back_result is null`);
    expect(frame.length).toBeGreaterThanOrEqual(made.length);
    const body = { division: county, closedFrom: '2026-01-01', closedTo: '2027-12-31', size: 2, seed: '20261123', lookBackOn: '2027-03-01' };
    const draw = () => inspector.post<{ size: number; frameSize: number; frameSha256: string; seed: string; id: string }>('/finding-draws', { body });
    const drawn = async () => (await adminQuery<{ id: string }>(app.database, 'select id from finding where look_back_draw_id is not null order by id')).map(({ id }) => id);
    const first = await draw();
    expect(first.body).toMatchObject({ size: 2, frameSize: frame.length });
    const chosen = await drawn();
    await adminQuery(app.database, 'set session_replication_role = replica; update finding set look_back_on = null, look_back_draw_id = null where look_back_draw_id is not null');
    const again = await draw();
    expect([again.body.frameSha256, await drawn()]).toEqual([first.body.frameSha256, chosen]);
    expect((await draw()).body.frameSize).toBe(frame.length - 2);
    const due = await inspector.get<{ items: Finding[] }>('/findings?lookBackBy=2027-03-01');
    expect(due.body.items.length).toBeGreaterThanOrEqual(4);
  });
});

describe('who sees and does what', () => {
  it('office users answer in their territory, village users see nothing, other counties find nothing', async () => {
    const finding = await raise();
    const foreign = await app.as('county_officer', '150222');
    const elsewhere = await app.as('township_officer', '150221105');
    const village = await app.as('team_member', villages.haizi);
    expect((await townshipOfficer.get(`/findings/${finding.id}`)).status).toBe(200);
    for (const client of [foreign, elsewhere]) {
      expect((await client.get(`/findings/${finding.id}`)).status).toBe(404);
      expect((await answer(client, finding, 'RECEIVE')).status).toBe(404);
      expect((await client.get<{ items: Finding[] }>('/findings')).body.items.some(({ id }) => id === finding.id)).toBe(false);
    }
    expect((await village.get('/findings')).status).toBe(403);
    expect((await decide(officer, finding, 'CLOSE')).status).toBe(403);
    expect((await answer(inspector, finding, 'RECEIVE')).status).toBe(403);
    expect((await officer.post('/findings', { body: {} })).status).toBe(403);
    const countyOnly = await raise({ unitDivision: county });
    expect((await townshipOfficer.get(`/findings/${countyOnly.id}`)).status).toBe(404);
  });

  it('an inspector of a county raises nothing outside it', async () => {
    const body = { origins: [hand('x', { division: villages.otherCity })], unitDivision: villages.otherCity.slice(0, 9), dueOn: far, ...said };
    expect((await second.post('/findings', { body })).status).toBe(404);
  });
});

describe('lists, counts, colours and notice', () => {
  it('pages by deadline and filters by state, unit, kind and deadline', async () => {
    const all: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { body: { items: Finding[]; nextCursor: string | null } } = await inspector.get(`/findings?limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`);
      all.push(...page.body.items.map(({ dueOn, id }) => `${dueOn} ${id}`));
      cursor = page.body.nextCursor;
    }
    const [{ n } = { n: 0 }] = await adminQuery<{ n: number }>(app.database, 'select count(*)::int as n from finding');
    expect(all).toHaveLength(n);
    expect(new Set(all).size).toBe(n);
    expect(all.map((key) => key.slice(0, 10))).toEqual(all.map((key) => key.slice(0, 10)).sort());
    const items = async (query: string) => (await inspector.get<{ items: Finding[] }>(`/findings?limit=200&${query}`)).body.items;
    expect((await items('state=CLOSED')).every(({ state }) => state === 'CLOSED')).toBe(true);
    expect((await items(`unit=${county}`)).every(({ unitDivision }) => unitDivision.startsWith(county))).toBe(true);
    expect(await items('dueBy=2020-01-01')).toEqual([]);
    expect((await inspector.get<Refusal>('/findings?dueBy=2020-02-30')).body.code).toBe('validation');
  });

  it('counts by unit in the order of the codes and by state', async () => {
    const { units } = (await inspector.get<{ units: { unitDivision: string; states: Record<string, number> }[] }>('/findings/counts')).body;
    expect(units.map(({ unitDivision }) => unitDivision)).toEqual(units.map(({ unitDivision }) => unitDivision).sort());
    const [{ n } = { n: 0 }] = await adminQuery<{ n: number }>(app.database, 'select count(*)::int as n from finding');
    expect(units.flatMap(({ states }) => Object.values(states)).reduce((sum, one) => sum + one, 0)).toBe(n);
  });

  it('has no colour until somebody sets the bounds; then by the days left on the day of the server', async () => {
    const finding = await raise({ dueOn: undefined, dueWorkingDays: 3 });
    expect(finding.colour).toBe('UNSET');
    expect((await inspector.get<{ items: Finding[] }>('/findings?colour=RED')).body.items).toEqual([]);
    const region = await app.as('region_officer', '15');
    const bounds = { blueDays: 20, yellowDays: 10, redDays: 5, unit: 'working', source: '督查台账管理办法', validFrom: '2026-01-01' };
    expect((await region.put<Refusal>('/finding-colours', { body: { ...bounds, redDays: 12 } })).body.code).toBe('finding.colour-order');
    expect((await inspector.put('/finding-colours', { body: bounds })).status).toBe(403);
    expect((await region.put<{ isSet: boolean }>('/finding-colours', { body: bounds })).body.isSet).toBe(true);
    expect((await inspector.get<Finding>(`/findings/${finding.id}`)).body.colour).toBe('RED');
    const red = (await inspector.get<{ items: Finding[] }>('/findings?colour=RED&limit=200')).body.items;
    expect(red.map(({ id }) => id)).toContain(finding.id);
    expect(red.every(({ colour }) => colour === 'RED')).toBe(true);
    expect((await inspector.get<{ items: Finding[] }>('/findings?colour=BLUE&limit=200')).body.items.every(({ colour }) => colour === 'BLUE')).toBe(true);
  });

  it('prints a notice with unit, facts, basis, deadline and an annex of the origins', async () => {
    const finding = await raise({ suggestion: '逐户核实' });
    const notice = (await townshipOfficer.get<Record<string, unknown>>(`/findings/${finding.id}/notice`)).body;
    expect(notice).toMatchObject({ heading: '问题整改通知书', number: finding.code, addressee: finding.unitName, basis: said.basis, requirements: '逐户核实', dueOn: far });
    expect(notice['closing']).toContain('2027年6月1日');
    expect(notice['annex']).toHaveLength(1);
  });
});
