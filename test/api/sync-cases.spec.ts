import { formatCaseId, uuidV7, type OperationResult } from '#domain';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { TestClient } from '../support/client.js';
import type { HouseholdBody } from '../support/households.js';
import { days, did, exitAt, householdWithYear, meeting, newCast, paper, read, record, setStatus, village, YEAR, type Cast } from '../support/procedures.js';
import { clientTransport, SimulatedDevice } from '../support/sync/device.js';

interface PackCase {
  id: string;
  householdId: string;
  step: string;
  enteredAt: string;
  duties: { userId: string; step: string }[];
  evidence: { step: string; kind: string; title: string; text: string | null }[];
  meetings: { present: number; void: boolean }[];
  events: { action: string; step: string; opinion: string | null; fields: string[] | null; toStep: string | null }[];
}
interface Pack {
  cursor: string;
  reference: { packs: { id: string; pack: { code: string; steps: { code: string }[] }; noticeDays: Record<string, number> }[] } | null;
  rows: { cases: PackCase[]; notices: { id: string; caseId: string; householdId: string; closesOn: string | null; state: string; objections?: { statement: string; objector: string }[] }[] };
}

describe('cases done away from the server', () => {
  let t: TestApp;
  let cast: Cast;
  const devices = new Map<TestClient, SimulatedDevice>();
  beforeAll(async () => {
    t = await startTestApp();
    cast = await newCast(t);
  });
  afterAll(() => t.close());

  const fresh = () => formatCaseId('150221', uuidV7());
  const phoneOf = async (client: TestClient): Promise<SimulatedDevice> => {
    const device = devices.get(client) ?? new SimulatedDevice(clientTransport(client));
    if (device.id === '') await device.register();
    devices.set(client, device);
    return device;
  };
  /** Work of one person, sent in one go. */
  const send = async (client: TestClient, ...work: Parameters<SimulatedDevice['do']>[0][]): Promise<readonly OperationResult[]> => {
    const device = await phoneOf(client);
    for (const item of work) device.do(item);
    return device.send(device.outbox.batch(100));
  };
  const packOf = async (client: TestClient): Promise<Pack> => (await client.get<Pack>(`/sync/snapshot?device=${(await phoneOf(client)).id}&village=${village}`)).body;
  const poor = async (): Promise<HouseholdBody> => {
    const household = await householdWithYear(cast.clerk, { income: 'safe' });
    await setStatus(t, household, 'REGISTERED');
    return household;
  };
  const startOf = (id: string, household: HouseholdBody) => ({ kind: 'case.start', entityId: id, payload: { pack: 'household_exit', subjectId: household.id, year: YEAR, reason: '收入稳定' } }) as const;
  const reviewOf = (id: string, household: HouseholdBody, more: object = {}) =>
    ({ kind: 'case.act', entityId: id, payload: { step: 'REVIEW_MEETING', action: 'record_review', review: meeting, evidence: [paper('meeting_minutes')], of: { pack: 'household_exit', subjectId: household.id }, ...more } }) as const;
  const supplements = (id: string) => adminQuery<{ step: string; body: string }>(t.database, "select step, body from case_evidence where case_id = $1 and kind = 'supplement' order by id", [id.slice(7)]);

  it('an exit is started and its review meeting recorded, in one sending, once', async () => {
    const [household, id] = [await poor(), fresh()];
    const work = [startOf(id, household), reviewOf(id, household)];
    expect((await send(cast.clerk, ...work)).map(({ status, code, title }) => ({ status, code, title }))).toEqual([{ status: 'applied' }, { status: 'applied' }]);
    const device = await phoneOf(cast.clerk);
    expect((await device.send(device.outbox.all().slice(-2).map(({ operation }) => operation))).map(({ status }) => status)).toEqual(['duplicate', 'duplicate']);
    const kase = await read(cast.township, id);
    expect(kase).toMatchObject({ currentStep: 'VERIFICATION', meetings: [{ step: 'REVIEW_MEETING', void: false }] });
    expect(kase.events.map(({ action }) => action)).toEqual(['start', 'record_review']);
  });

  it('a meeting whose votes do not add up is refused with its reason, and the case stays at its step', async () => {
    const [household, id] = [await poor(), fresh()];
    const results = await send(cast.clerk, startOf(id, household), reviewOf(id, household, { review: { ...meeting, against: 5 } }), reviewOf(id, household, { evidence: [] }));
    expect(results.map(({ status, code }) => [status, code])).toEqual([['applied', undefined], ['rejected', 'case.review-counts'], ['rejected', 'case.evidence-missing']]);
    expect(results[1]?.title).toContain('表决人数多于到会人数');
    expect((await read(cast.clerk, id)).currentStep).toBe('REVIEW_MEETING');
  });

  it('two clerks start the same exit: the second one joins, and the meeting that came too late is kept with the case', async () => {
    const [household, first, second] = [await poor(), fresh(), fresh()];
    await send(cast.clerk, startOf(first, household), reviewOf(first, household));
    const late = await send(cast.clerk2, startOf(second, household), reviewOf(second, household));
    expect(late.map(({ status, code }) => [status, code])).toEqual([['applied', 'case.joined'], ['applied', 'case.step-passed']]);
    expect(late[1]?.title).toBe('该事项已到入户核实与农户认可，您的补充已作为附件意见保存');
    expect((await supplements(first)).map(({ body }) => body)).toEqual([expect.stringContaining('收入稳定'), expect.stringMatching(/应到30人，实到26人，同意25/)]);
    const device = await phoneOf(cast.clerk2);
    const again = await device.send(device.outbox.all().slice(-1).map(({ operation }) => operation));
    expect(again).toMatchObject([{ status: 'duplicate', first: 'applied', code: 'case.step-passed' }]);
    expect(await adminQuery(t.database, 'select count(*)::int as n from case_file where household_id = $1', [household.id.slice(7)])).toEqual([{ n: 1 }]);
  });

  it('a verification for a case that the township has got is kept as an opinion; papers of that step too', async () => {
    const household = await poor();
    const { id } = await exitAt(t, cast, { household, to: 'TOWNSHIP_REVIEW' });
    const evidence = [paper('verification_form'), { kind: 'household_signature', reference: '另附签字' }];
    const results = await send(cast.member,
      { kind: 'case.act', entityId: id, payload: { step: 'VERIFICATION', action: 'agree', opinion: '核实无误', evidence } },
      { kind: 'evidence.attach', entityId: id, payload: { step: 'NOTICE', evidence: [{ kind: 'notice_photo', reference: '补拍' }] } });
    expect(results.map(({ status, title }) => [status, title])).toEqual(Array.from({ length: 2 }, () => ['applied', '该事项已到苏木乡镇审核，您的补充已作为附件意见保存']));
    expect(await supplements(id)).toEqual([{ step: 'VERIFICATION', body: '同意；意见：核实无误' }]);
    const kept = await adminQuery<{ step: string; kind: string }>(t.database, "select step, kind from case_evidence where case_id = $1 and reference in ('另附签字', '补拍') order by id", [id.slice(7)]);
    expect(kept).toEqual([{ step: 'VERIFICATION', kind: 'household_signature' }, { step: 'NOTICE', kind: 'notice_photo' }]);
  });

  it('an action for a step that was done and returned meanwhile is not taken for the new round', async () => {
    const [household, id] = [await poor(), fresh()];
    await send(cast.clerk, startOf(id, household), reviewOf(id, household));
    const seen = (await packOf(cast.member)).rows.cases.find((row) => formatCaseId('150221', row.id) === id);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await did(cast.member2, id, 'return', { opinion: '缺签到表', fields: ['meeting_minutes'] });
    await did(cast.clerk, id, 'record_review', { review: meeting, evidence: [paper('meeting_minutes')] });
    const evidence = [paper('verification_form'), paper('household_signature')];
    const act = (enteredAt: string | undefined) => ({ kind: 'case.act', entityId: id, payload: { step: 'VERIFICATION', enteredAt, action: 'agree', evidence } }) as const;
    expect(await send(cast.member, act(seen?.enteredAt))).toMatchObject([{ status: 'applied', code: 'case.step-passed' }]);
    expect((await read(cast.clerk, id)).currentStep).toBe('VERIFICATION');
    const now = (await packOf(cast.member)).rows.cases.find((row) => formatCaseId('150221', row.id) === id);
    expect((await send(cast.member, act(now?.enteredAt))).map(({ status, code }) => [status, code])).toEqual([['applied', undefined]]);
    expect((await read(cast.clerk, id)).currentStep).toBe('NOTICE');
  });

  it('the answer to a return goes straight back to whoever returned it, unless the facts have changed meanwhile: then it is refused with its reason and goes step by step', async () => {
    const returned = async () => {
      const household = await poor();
      const { id } = await exitAt(t, cast, { household, to: 'COUNTY_DECISION' });
      await did(cast.approver, id, 'return', { toStep: 'VERIFICATION', fields: ['verification_form'], opinion: '核实表缺少签字' });
      return { household, id };
    };
    const answer = (id: string, more: object) => ({ kind: 'case.act', entityId: id, payload: { step: 'VERIFICATION', action: 'agree', evidence: [paper('verification_form')], ...more } }) as const;
    const [still, changed] = [await returned(), await returned()];
    await record(cast.clerk, changed.household, { year: YEAR, wage: 1_700_000, version: 1 });
    const results = await send(cast.member, answer(still.id, { direct: true }), answer(changed.id, { direct: true }));
    expect(results.map(({ status, code }) => [status, code])).toEqual([['applied', undefined], ['rejected', 'case.not-direct']]);
    expect(results[1]?.title).toContain('请逐级办理');
    expect(await read(cast.approver, still.id)).toMatchObject({ currentStep: 'COUNTY_DECISION', notices: [{ state: 'CLOSED' }] });
    expect((await read(cast.approver, changed.id)).currentStep).toBe('VERIFICATION');
    expect(await send(cast.member, answer(changed.id, {}))).toMatchObject([{ status: 'applied' }]);
    expect((await read(cast.approver, changed.id)).currentStep).toBe('NOTICE');
  });

  it('the first posting opens the notice, a later one is kept; an objection stops the clock and its settlement lets it run on', async () => {
    const household = await poor();
    const { id } = await exitAt(t, cast, { household, to: 'NOTICE' });
    const posting = (place: string) => ({ kind: 'case.act', entityId: id, payload: { step: 'NOTICE', action: 'publish_notice', placeDetail: place, evidence: [{ kind: 'notice_photo', reference: place }] } }) as const;
    expect(await send(cast.member2, posting('公开栏'))).toMatchObject([{ status: 'applied' }]);
    expect(await send(cast.clerk2, posting('卫生室门口'))).toMatchObject([{ status: 'applied', code: 'case.step-passed' }]);
    expect((await read(cast.clerk, id)).notices).toHaveLength(1);
    expect(await send(cast.member2, { kind: 'objection.file', entityId: id, payload: { statement: '有商品房', objector: '乌某 13800001111' } })).toMatchObject([{ status: 'applied' }]);
    const notice = (await packOf(cast.clerk2)).rows.notices.find(({ caseId }) => formatCaseId('150221', caseId) === id);
    expect(notice).toMatchObject({ state: 'PAUSED', householdId: household.id.slice(7), objections: [{ statement: '有商品房', objector: '乌某 138****' }] });
    expect(await send(cast.member2, { kind: 'case.act', entityId: id, payload: { step: 'NOTICE', action: 'close_notice' } })).toMatchObject([{ status: 'rejected', code: 'case.objection-open' }]);
    const [objection] = (await read(cast.clerk, id)).objections;
    const settlement = { objectionId: objection?.id.slice(7), result: 'NOT_UPHELD', finding: '核实无商品房' };
    const settle = { kind: 'case.act', entityId: id, payload: { step: 'NOTICE', action: 'settle_objection', settlement } } as const;
    expect(await send(cast.member, settle)).toMatchObject([{ status: 'rejected', code: 'forbidden' }]);
    expect(await send(cast.clerk2, settle)).toMatchObject([{ status: 'applied' }]);
    expect(await send(cast.member2, { kind: 'case.act', entityId: id, payload: { step: 'NOTICE', action: 'close_notice' } })).toMatchObject([{ status: 'rejected', code: 'notice.still-running' }]);
    await days(t, 9);
    expect(await send(cast.member2, { kind: 'case.act', entityId: id, payload: { step: 'NOTICE', action: 'close_notice' } })).toMatchObject([{ status: 'applied' }]);
    expect((await read(cast.township, id)).currentStep).toBe('TOWNSHIP_REVIEW');
  });

  it('the phone knows the procedures with the days of their notices, and of a case who did what and why it came back', async () => {
    const [household, id] = [await poor(), fresh()];
    await send(cast.clerk, startOf(id, household), reviewOf(id, household));
    await did(cast.member, id, 'return', { opinion: '签到表不全', fields: ['meeting_minutes'] });
    await send(cast.clerk, { kind: 'evidence.attach', entityId: id, payload: { evidence: [{ kind: 'meeting_photo', reference: '签到表' }] } });
    const { reference, rows } = await packOf(cast.clerk);
    const exit = reference?.packs.find(({ pack }) => pack.code === 'household_exit');
    expect(exit?.pack.steps.map(({ code }) => code)).toEqual(['REVIEW_MEETING', 'VERIFICATION', 'NOTICE', 'TOWNSHIP_REVIEW', 'COUNTY_DECISION', 'ANNOUNCEMENT']);
    expect(exit?.noticeDays).toEqual({ NOTICE: expect.any(Number) });
    expect(reference?.packs.some(({ pack }) => pack.code === 'village_exit')).toBe(false);
    const kase = rows.cases.find((row) => formatCaseId('150221', row.id) === id);
    expect(kase?.events.at(-1)).toMatchObject({ action: 'return', step: 'VERIFICATION', toStep: 'REVIEW_MEETING', opinion: '签到表不全', fields: ['meeting_minutes'] });
    expect(kase).toMatchObject({ step: 'REVIEW_MEETING', duties: [{ userId: cast.clerk.user?.userId, step: 'REVIEW_MEETING' }, { step: 'VERIFICATION' }], meetings: [{ present: 26, void: true }] });
    expect(kase?.evidence.map(({ kind }) => kind)).toEqual(['meeting_minutes', 'meeting_photo']);
  });
});
