import { formatCaseId, uuidV7, type OperationResult } from '#domain';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { TestClient } from '../support/client.js';
import { sevenAnswers, visitDraft } from '../support/field-work.js';
import { approvedAssignment, helpCast, poorHousehold } from '../support/help.js';
import { registerHousehold, villages, type HouseholdBody } from '../support/households.js';
import { clientTransport, SimulatedDevice } from '../support/sync/device.js';

describe('field work through operations', () => {
  let t: TestApp;
  let team: TestClient;
  let household: HouseholdBody;
  let device: SimulatedDevice;
  beforeAll(async () => {
    t = await startTestApp();
    team = await t.as('team_member', villages.haizi);
    household = await registerHousehold(await t.as('village_clerk', villages.haizi), villages.haizi);
    device = new SimulatedDevice(clientTransport(team));
    await device.register();
  });
  afterAll(() => t.close());

  const fresh = () => formatCaseId('150221', uuidV7());
  const content = (more: object = {}): Record<string, unknown> => {
    const { id: _, ...draft } = visitDraft(more);
    return { householdId: household.id, ...draft };
  };
  const sendAll = async (): Promise<readonly OperationResult[]> => device.send(device.outbox.batch(100));
  const count = async (table: string, id: string) => (await adminQuery<{ n: number }>(t.database, `select count(*)::int as n from ${table} where id = $1`, [id.slice(7)]))[0]?.n;

  it('a visit with a problem, its correction, a clue and a step of the task arrive in one sending, each once', async () => {
    const taskId = uuidV7();
    const [visit, correction, clue] = [fresh(), fresh(), fresh()];
    device.do({ kind: 'visit.record', entityId: visit, payload: content({ problems: [{ id: taskId, kind: 'WATER', description: '水井干了', dueOn: '2027-01-31' }] }) });
    device.do({ kind: 'visit.correct', entityId: correction, payload: { ...content({ notes: '更正：水质' }), of: visit, reason: '写错' } });
    device.do({ kind: 'clue.record', entityId: clue, payload: { householdId: household.id, channel: 'CADRE', kind: 'ILLNESS', severity: 'HIGH', description: '羊只死亡较多' } });
    device.do({ kind: 'task.act', entityId: formatCaseId('150221', taskId), payload: { action: 'DO', note: '已打新井' } });
    const work = device.outbox.batch(100);
    const results = await device.send(work);
    expect(results.map(({ status, code, fields }) => ({ status, code, fields }))).toEqual(Array.from({ length: 4 }, () => ({ status: 'applied', code: undefined, fields: undefined })));
    expect((await device.send(work)).map((result) => result.status)).toEqual(['duplicate', 'duplicate', 'duplicate', 'duplicate']);
    expect([await count('visit', visit), await count('visit', correction), await count('risk_clue', clue)]).toEqual([1, 1, 1]);
    expect(await adminQuery(t.database, 'select status from task where id = $1', [taskId])).toEqual([{ status: 'DONE' }]);
  });

  it('what is seen anew is added to a clue that is open, once, with who and when; a settled clue takes no more', async () => {
    const clue = fresh();
    device.do({ kind: 'clue.record', entityId: clue, payload: { householdId: household.id, channel: 'CADRE', kind: 'WATER', severity: 'LOW', description: '井水少' } });
    const append = () => device.do({ kind: 'clue.append', entityId: clue, payload: { note: '井已干' } });
    append();
    append();
    expect((await sendAll()).map((result) => result.status)).toEqual(['applied', 'applied', 'applied']);
    const [row] = await adminQuery<{ description: string }>(t.database, 'select description from risk_clue where id = $1', [clue.slice(7)]);
    expect(row?.description).toMatch(/^井水少\n20[0-9-]{8} \S.*：井已干$/);
    const officer = await t.as('township_officer', villages.haizi.slice(0, 9));
    expect((await officer.post(`/clues/${clue}/settle`, { body: { result: 'UNFOUNDED', finding: '已查看' } })).status).toBeLessThan(300);
    append();
    device.do({ kind: 'clue.append', entityId: clue, payload: { note: ' ' } });
    expect((await sendAll()).map(({ code }) => code)).toEqual(['clue.settled', 'validation']);
  });

  it('a clue that is paused travels with the reason and the first day that does not count, and again when its days count anew', async () => {
    const clue = fresh();
    device.do({ kind: 'clue.record', entityId: clue, payload: { householdId: household.id, channel: 'CADRE', kind: 'ILLNESS', severity: 'HIGH', description: '等待结算' } });
    expect((await sendAll()).map(({ status }) => status)).toEqual(['applied']);
    type Rows = { cursor: string; rows: { clues: { id: string; pause?: { reason: string; by: string; from: string } | null }[] } };
    const of = ({ rows }: Rows) => rows.clues.filter(({ id }) => id === clue.slice(7));
    const place = `device=${device.id}&village=${villages.haizi}`;
    const whole = (await team.get<Rows>(`/sync/snapshot?${place}`)).body;
    expect(of(whole).map(({ pause }) => pause ?? null)).toEqual([null]);
    const officer = await t.as('township_officer', villages.haizi.slice(0, 9));
    expect((await officer.post(`/clues/${clue}/pause`, { body: { reason: '等待医院结算单' } })).status).toBeLessThan(300);
    const paused = (await team.get<Rows>(`/sync/changes?${place}&cursor=${encodeURIComponent(whole.cursor)}`)).body;
    expect(of(paused)).toMatchObject([{ pause: { reason: '等待医院结算单', by: expect.any(String), from: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) } }]);
    expect((await officer.post(`/clues/${clue}/resume`, {})).status).toBeLessThan(300);
    const again = (await team.get<Rows>(`/sync/changes?${place}&cursor=${encodeURIComponent(paused.cursor)}`)).body;
    expect(of(again).map(({ pause }) => pause ?? null)).toEqual([null]);
  });

  it('a visit that went in over the page before the operation arrived is the same visit', async () => {
    const { id, ...draft } = visitDraft({});
    expect((await team.post('/visits', { body: { id, householdId: household.id, ...draft, deviceId: device.id } })).status).toBe(201);
    device.do({ kind: 'visit.record', entityId: formatCaseId('150221', id), payload: { householdId: household.id, ...draft } });
    expect(await sendAll()).toMatchObject([{ status: 'applied' }]);
    expect(await count('visit', `150221-${id}`)).toBe(1);
  });

  it('a visit that the page would refuse is refused with the same fields', async () => {
    device.do({ kind: 'visit.record', entityId: fresh(), payload: content({ assurances: sevenAnswers().slice(0, 3) }) });
    device.do({ kind: 'visit.record', entityId: fresh(), payload: { ...content(), stamped: true } });
    device.do({ kind: 'task.act', entityId: fresh(), payload: { action: 'ERASE' } });
    const results = await sendAll();
    expect(results.map(({ status, code }) => [status, code])).toEqual([['rejected', 'validation'], ['rejected', 'validation'], ['rejected', 'validation']]);
    expect(JSON.stringify(results[0]?.fields)).toContain('assurances');
    expect(JSON.stringify(results[1]?.fields)).toContain('stamped');
  });

  it('papers and objections reach the case where it stands; what the case does not take is kept', async () => {
    const started = await team.post('/cases', { body: { pack: 'identification', subjectId: household.id } });
    expect(started.status).toBe(201);
    const caseId = String(started.body['id']);
    const [row] = await adminQuery<{ current_step: string; content: { steps: { code: string; evidence?: { kind: string }[] }[] } }>(t.database,
      'select c.current_step, p.content from case_file c join procedure_pack p on p.id = c.pack_id where c.id = $1', [caseId.slice(7)]);
    const kind = row?.content.steps.find((step) => step.code === row.current_step)?.evidence?.[0]?.kind;
    expect(kind).toBeDefined();
    device.do({ kind: 'evidence.attach', entityId: caseId, payload: { evidence: [{ kind, title: '申请书照片', fileHash: 'ab'.repeat(32) }] } });
    device.do({ kind: 'evidence.attach', entityId: caseId, payload: { evidence: [{ kind: 'no_such_paper' }] } });
    device.do({ kind: 'objection.file', entityId: caseId, payload: { statement: '该户有商品房' } });
    expect((await sendAll()).map(({ status, code }) => [status, code])).toEqual([['applied', undefined], ['rejected', 'case.unknown-evidence'], ['rejected', expect.stringMatching(/^(case|objection)\./)]]);
    expect(await adminQuery(t.database, 'select title from case_evidence where case_id = $1', [caseId.slice(7)])).toEqual([{ title: '申请书照片' }]);
  });

  it('help that was delivered is recorded once, with day, evidence and how much; another phone that says so too is refused', async () => {
    const cast = await helpCast(t);
    const helped = await poorHousehold(t, cast.clerk);
    const [id, waiting] = [await approvedAssignment(cast, helped), await approvedAssignment(cast, helped, { measureCode: 'IND-01' })];
    const payload = { deliveredBy: '工作队', evidence: ['签收单'], note: '羊 10 只' };
    const [approved] = await adminQuery<{ on: string }>(t.database, 'select decided_on::text as on from assignment where id = $1', [id.slice(7)]);
    device.do({ kind: 'assignment.deliver', entityId: id, baseVersion: 1, payload: { ...payload, on: approved?.on } });
    const work = device.outbox.batch(100);
    expect(await device.send(work)).toMatchObject([{ status: 'applied', version: 3 }]);
    expect(await device.send(work)).toMatchObject([{ status: 'duplicate', first: 'applied' }]);
    const { body } = await team.get<{ status: string; deliveredBy: string; evidence: string[]; events: { action: string; reason: string | null }[] }>(`/assignments/${id}`);
    expect(body).toMatchObject({ status: 'DELIVERED', deliveredBy: '工作队', evidence: ['签收单'] });
    expect(body.events.filter(({ action }) => action === 'deliver').map(({ reason }) => reason)).toEqual(['羊 10 只']);

    device.do({ kind: 'assignment.deliver', entityId: id, payload });
    device.do({ kind: 'assignment.deliver', entityId: waiting, payload: { ...payload, evidence: [] } });
    device.do({ kind: 'assignment.deliver', entityId: waiting, payload: { ...payload, amount: 3 } });
    device.do({ kind: 'assignment.deliver', entityId: fresh(), payload });
    expect((await sendAll()).map(({ status, code }) => [status, code])).toEqual([['rejected', 'help.wrong-action'], ['rejected', 'assignment.evidence-required'], ['rejected', 'validation'], ['rejected', 'not-found']]);
    const rows = await adminQuery<{ status: string }>(t.database, 'select status from assignment where id = $1', [waiting.slice(7)]);
    expect(rows).toEqual([{ status: 'APPROVED' }]);
  });
});
