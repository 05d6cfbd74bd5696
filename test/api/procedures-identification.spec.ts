import { verifyDossier } from '#domain';
import { sha256 } from '#procedures';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { readHousehold } from '../support/households.js';
import {
  act, county, days, did, householdWithYear, meeting, newCast, paper, read, setStatus, start, township, village, type CaseBody, type Cast, type Refusal,
} from '../support/procedures.js';

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await startTestApp();
  cast = await newCast(app);
});
afterAll(() => app.close());

/** Opens an identification and takes it to its first notice, published today. */
async function atNotice(): Promise<{ id: string; householdId: string }> {
  const household = await householdWithYear(cast.clerk, { income: 'poor' });
  const { id } = await start(cast.clerk, 'identification', household.id);
  await did(cast.clerk, id, 'submit', { evidence: [paper('application_form')] });
  await did(cast.member, id, 'agree', { evidence: [paper('survey_form')] });
  await did(cast.clerk2, id, 'record_review', { review: meeting, evidence: [paper('meeting_minutes')] });
  await did(cast.member2, id, 'publish_notice', { placeDetail: '村务公开栏' });
  return { id, householdId: household.id };
}
const objectionOf = async (id: string) => (await read(cast.officer, id)).objections.find(({ state }) => state === 'OPEN')?.id ?? '';

describe('identification (一申请一评议两公示一比对一公告)', () => {
  it('runs through nine steps and ten persons with an objection settled, and registers the household', async () => {
    const { id, householdId } = await atNotice();
    await days(app, 3);
    expect(await cast.clerk.post(`/cases/${id}/objections`, { body: { statement: '该户有小汽车', objector: '村民' } })).toMatchObject({ status: 201, body: { openObjections: 1 } });
    await days(app, 2);
    expect(await cast.settler.post(`/objections/${await objectionOf(id)}/settle`, { body: { result: 'NOT_UPHELD', finding: '经查车辆属他人所有' } })).toMatchObject({ status: 200, body: { openObjections: 0 } });
    await days(app, 20);
    await did(cast.member2, id, 'close_notice');
    await did(cast.township, id, 'agree', { opinion: '情况属实' });
    await did(cast.township2, id, 'publish_notice');
    await days(app, 8);
    await did(cast.township2, id, 'close_notice');
    await cast.officer.put(`/household-comparisons/${householdId}/2020`, { body: { hasPublicPayrollMember: false, hasVillageCadre: false, ownsCar: false, ownsCommercialProperty: false, ownsRegisteredFirm: false } });
    await did(cast.officer, id, 'agree', { evidence: [paper('comparison_result')] });
    await did(cast.approver, id, 'agree', { opinion: '同意纳入' });
    const registered = await readHousehold(cast.clerk, householdId);
    expect(registered).toMatchObject({ status: 'REGISTERED', episodes: [{ sequence: 1, entryKind: 'IDENTIFIED' }] });
    await did(cast.officer2, id, 'announce');

    const done = await read(cast.officer, id);
    expect(done).toMatchObject({ status: 'COMPLETED', objections: [{ result: 'NOT_UPHELD' }] });
    expect(done.steps.every(({ progress, doneBy }) => progress === 'done' && doneBy !== null)).toBe(true);
    expect(new Set(done.events.map(({ actor }) => actor)).size).toBe(10);
    const file = await cast.officer.get(`/cases/${id}/dossier`);
    expect(verifyDossier(file.raw.toString('utf8'), sha256)).toMatchObject({ valid: true });
  });

  it('refuses a household that the comparison shows to be ineligible', async () => {
    const { id, householdId } = await atNotice();
    await days(app, 8);
    await did(cast.member2, id, 'close_notice');
    await did(cast.township, id, 'agree');
    await did(cast.township2, id, 'publish_notice');
    await days(app, 8);
    await did(cast.township2, id, 'close_notice');
    await cast.officer.put(`/household-comparisons/${householdId}/2020`, { body: { ownsCar: true } });
    expect(await act(cast.officer, id, 'agree', { evidence: [paper('comparison_result')] })).toMatchObject({ status: 409, body: { code: 'case.ineligible' } });
  });

  it('ends when the review meeting does not agree, with its reason', async () => {
    const household = await householdWithYear(cast.clerk, { income: 'poor' });
    const { id } = await start(cast.clerk, 'identification', household.id);
    await did(cast.clerk, id, 'submit', { evidence: [paper('application_form')] });
    await did(cast.member, id, 'agree', { evidence: [paper('survey_form')] });
    const rejected = { ...meeting, inFavour: 3, against: 22, passed: false };
    expect(await act(cast.clerk2, id, 'record_review', { review: rejected, evidence: [paper('meeting_minutes')] })).toMatchObject({ status: 422, body: { code: 'reason-required' } });
    expect(await did(cast.clerk2, id, 'record_review', { review: rejected, opinion: '多数代表认为不符合', evidence: [paper('meeting_minutes')] })).toMatchObject({ status: 'REFUSED', currentStep: null });
    expect((await readHousehold(cast.clerk, household.id)).status).toBe('CANDIDATE');
  });

  it('does not go on without its papers, nor with papers of another kind, nor with figures that do not fit', async () => {
    const household = await householdWithYear(cast.clerk, { income: 'poor' });
    const { id } = await start(cast.clerk, 'identification', household.id);
    expect(await act(cast.clerk, id, 'submit')).toMatchObject({ status: 422, body: { code: 'case.evidence-missing', params: { kinds: ['application_form'] } } });
    expect(await act(cast.clerk, id, 'submit', { evidence: [paper('bank_book')] })).toMatchObject({ status: 422, body: { code: 'case.unknown-evidence' } });
    expect(await act(cast.clerk, id, 'submit', { evidence: [{ kind: 'application_form' }] })).toMatchObject({ status: 422, body: { code: 'validation' } });
    await did(cast.clerk, id, 'submit', { evidence: [paper('application_form')] });
    await did(cast.member, id, 'agree', { evidence: [paper('survey_form')] });
    expect(await act(cast.clerk2, id, 'record_review', { review: { ...meeting, present: 31 } })).toMatchObject({ status: 422, body: { code: 'case.review-counts' } });
    expect(await act(cast.clerk2, id, 'record_review')).toMatchObject({ status: 422, body: { code: 'case.review-required' } });
    expect(await act(cast.clerk2, id, 'record_review', { review: { ...meeting, heldOn: '2099-01-01' } })).toMatchObject({ status: 422, body: { code: 'case.review-counts' } });
  });

  it('keeps one person from two steps, also when the table is asked by somebody with two roles', async () => {
    const household = await householdWithYear(cast.clerk, { income: 'poor' });
    const both = await app.as('team_member', village, { username: cast.clerk.user?.username });
    const { id } = await start(cast.clerk, 'identification', household.id);
    await did(cast.clerk, id, 'submit', { evidence: [paper('application_form')] });
    expect(await act(both, id, 'agree', { evidence: [paper('survey_form')] })).toMatchObject({ status: 403, body: { code: 'case.four-eyes' } });
    expect(await act(cast.clerk, id, 'agree', { evidence: [paper('survey_form')] })).toMatchObject({ status: 403, body: { code: 'case.four-eyes' } });
  });

  it('opens one case for the same request sent twice, and refuses another use of the id', async () => {
    const household = await householdWithYear(cast.clerk, { income: 'poor' });
    const body = { pack: 'identification', subjectId: household.id, id: '01900000-0000-7000-8000-00000000abcd' };
    const [first, second] = [await cast.clerk.post<CaseBody>('/cases', { body }), await cast.clerk.post<CaseBody>('/cases', { body })];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body.id).toBe(first.body.id);
    expect(await cast.clerk2.post<Refusal>('/cases', { body })).toMatchObject({ status: 422, body: { code: 'idempotency-mismatch' } });
  });
});

describe('a notice', () => {
  it('cannot be closed before its days are over, and says from when', async () => {
    const { id } = await atNotice();
    const notice = (await read(cast.member2, id)).notices[0];
    expect(notice).toMatchObject({ state: 'RUNNING', daysElapsed: 0, daysRemaining: 7, complete: false });
    await days(app, 7);
    expect(await act(cast.member2, id, 'close_notice')).toMatchObject({ status: 409, body: { code: 'notice.still-running', params: { from: notice?.nextStepFrom } } });
    expect(await act(cast.member2, id, 'agree')).toMatchObject({ status: 409, body: { code: 'notice.still-running' } });
    await days(app, 1);
    await did(cast.member2, id, 'close_notice');
  });

  it('stands still under an objection; nothing goes on until it is settled, and the lost days are added', async () => {
    const { id } = await atNotice();
    await days(app, 4);
    await cast.clerk.post(`/cases/${id}/objections`, { body: { statement: '收入不实' } });
    await days(app, 30);
    for (const action of ['close_notice', 'agree', 'return', 'refuse']) {
      expect(await act(cast.member2, id, action, { opinion: '继续', fields: ['income'] })).toMatchObject({ status: 409, body: { code: 'case.objection-open' } });
    }
    expect((await read(cast.officer, id)).notices[0]).toMatchObject({ state: 'PAUSED', lastDay: null, daysElapsed: 3 });
    expect(await act(cast.clerk, id, 'withdraw')).toMatchObject({ status: 409 });
    await cast.settler.post(`/objections/${await objectionOf(id)}/settle`, { body: { result: 'NOT_UPHELD', finding: '核实无误' } });
    expect((await read(cast.officer, id)).notices[0]).toMatchObject({ state: 'RUNNING', daysElapsed: 3, daysRemaining: 4, complete: false });
    await days(app, 4);
    expect(await act(cast.member2, id, 'close_notice')).toMatchObject({ status: 409, body: { code: 'notice.still-running' } });
    await days(app, 1);
    await did(cast.member2, id, 'close_notice');
  });

  it('an upheld objection sends the case back, and the notice hangs anew', async () => {
    const { id } = await atNotice();
    await cast.clerk.post(`/cases/${id}/objections`, { body: { statement: '漏报牲畜收入' } });
    await cast.settler.post(`/objections/${await objectionOf(id)}/settle`, { body: { result: 'UPHELD_RETURN', finding: '确有漏报' } });
    expect(await read(cast.member, id)).toMatchObject({ status: 'OPEN', currentStep: 'SURVEY', notices: [{ state: 'VOID' }], meetings: [{ void: true }] });
    await did(cast.member, id, 'agree');
    await did(cast.clerk2, id, 'record_review', { review: meeting });
    await did(cast.member2, id, 'publish_notice');
    expect((await read(cast.officer, id)).notices.map(({ state }) => state)).toEqual(['VOID', 'RUNNING']);
  });

  it('an upheld objection may also end the case', async () => {
    const { id, householdId } = await atNotice();
    await cast.clerk.post(`/cases/${id}/objections`, { body: { statement: '不属本村' } });
    await cast.settler.post(`/objections/${await objectionOf(id)}/settle`, { body: { result: 'UPHELD_REFUSE', finding: '户籍不在本村' } });
    expect(await read(cast.officer, id)).toMatchObject({ status: 'REFUSED', decision: { outcome: 'REFUSED' } });
    expect((await readHousehold(cast.clerk, householdId)).status).toBe('CANDIDATE');
  });

  it('is settled by nobody who recorded the objection or filled a step, and not without a finding', async () => {
    const { id } = await atNotice();
    await cast.settler.post(`/cases/${id}/objections`, { body: { statement: '群众来电反映' } });
    const objection = await objectionOf(id);
    const settle = (client: Cast['clerk'], finding = '核实') => client.post<Refusal>(`/objections/${objection}/settle`, { body: { result: 'NOT_UPHELD', finding } });
    expect(await settle(cast.settler)).toMatchObject({ status: 403, body: { code: 'objection.own' } });
    expect(await settle(cast.clerk2)).toMatchObject({ status: 403, body: { code: 'case.four-eyes' } });
    expect(await settle(cast.member)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect(await settle(cast.township2, '   ')).toMatchObject({ status: 422, body: { code: 'reason-required' } });
    expect((await settle(cast.township2)).status).toBe(200);
    expect(await settle(cast.officer2)).toMatchObject({ status: 409, body: { code: 'objection.none-open' } });
    expect((await settle(await app.as('county_officer', '150222'))).status).toBe(404);
    await days(app, 20);
    await did(cast.member2, id, 'close_notice');
    expect(await act(cast.township2, id, 'agree')).toMatchObject({ status: 403, body: { code: 'case.four-eyes' } });
  });

  it('also stops an approval by an objection that comes after it was closed', async () => {
    const { id } = await atNotice();
    await days(app, 8);
    await did(cast.member2, id, 'close_notice');
    expect((await cast.clerk.post(`/cases/${id}/objections`, { body: { statement: '公示期后来信' } })).status).toBe(201);
    expect(await act(cast.township, id, 'agree')).toMatchObject({ status: 409, body: { code: 'case.objection-open' } });
  });

  it('cannot be objected to before it hangs', async () => {
    const household = await householdWithYear(cast.clerk, { income: 'poor' });
    const { id } = await start(cast.clerk, 'identification', household.id);
    expect(await cast.clerk2.post<Refusal>(`/cases/${id}/objections`, { body: { statement: '反对' } })).toMatchObject({ status: 409, body: { code: 'objection.no-notice' } });
  });

  it('is not published while the days are not set, and says which parameter is missing', async () => {
    const region = await app.as('region_officer', '15');
    const seen = async () => (await adminQuery<{ version: number }>(app.database, `select max(p.sequence)::int as version from parameter p where p.name = 'notice_days' and p.subject is null`))[0]?.version;
    const day = (await read(cast.officer, (await atNotice()).id)).notices[0]?.openedOn;
    const unset = await region.put('/parameters/notice_days', { body: { value: null, version: await seen(), effectiveFrom: day, source: '测试：撤回' } });
    expect(unset).toMatchObject({ status: 200 });
    const household = await householdWithYear(cast.clerk, { income: 'poor' });
    const { id } = await start(cast.clerk, 'identification', household.id);
    await did(cast.clerk, id, 'submit', { evidence: [paper('application_form')] });
    await did(cast.member, id, 'agree', { evidence: [paper('survey_form')] });
    await did(cast.clerk2, id, 'record_review', { review: meeting, evidence: [paper('meeting_minutes')] });
    expect(await act(cast.member2, id, 'publish_notice')).toMatchObject({ status: 409, body: { code: 'notice.days-not-set', params: { name: 'notice_days', subject: 'identification' } } });
    await region.put('/parameters/notice_days', { body: { value: 7, version: await seen(), effectiveFrom: day, source: '测试：恢复' } });
    await did(cast.member2, id, 'publish_notice');
  });

  it('shows name, village and head count, and nothing else of the household', async () => {
    const { id } = await atNotice();
    const board = await cast.officer.get<{ items: { id: string | null; caseId: string; lane: string }[] }>('/notices?lane=running&limit=200');
    const card = board.body.items.find(({ caseId }) => caseId === id);
    const poster = await cast.officer.get(`/notices/${String(card?.id)}/poster`);
    expect(poster.status).toBe(200);
    expect(Object.keys(poster.body).sort()).toEqual(['days', 'from', 'headCount', 'name', 'place', 'placeDetail', 'title', 'to', 'unit', 'village']);
    expect(poster.body).toMatchObject({ name: '测试户主', headCount: 2, days: 7, placeDetail: '村务公开栏' });
  });

  it('moves over the lanes of the board', async () => {
    const lanes = async (id: string) => {
      const found: string[] = [];
      for (const lane of ['due', 'running', 'contested', 'complete', 'closed']) {
        const page = await cast.officer.get<{ items: { caseId: string }[] }>(`/notices?lane=${lane}&division=${township}&limit=200`);
        if (page.body.items.some(({ caseId }) => caseId === id)) found.push(lane);
      }
      return found;
    };
    const { id } = await atNotice();
    expect(await lanes(id)).toEqual(['running']);
    await cast.clerk.post(`/cases/${id}/objections`, { body: { statement: '异议' } });
    expect(await lanes(id)).toEqual(['contested']);
    await cast.settler.post(`/objections/${await objectionOf(id)}/settle`, { body: { result: 'NOT_UPHELD', finding: '核实' } });
    await days(app, 9);
    expect(await lanes(id)).toEqual(['complete']);
    await did(cast.member2, id, 'close_notice');
    expect(await lanes(id)).toEqual(['closed']);
    await did(cast.township, id, 'agree');
    expect(await lanes(id)).toEqual(['due', 'closed']);
  });
});

describe('clear-out', () => {
  it('needs a reason and ends the registration as wrong from the start', async () => {
    const household = await householdWithYear(cast.clerk, { income: 'safe' });
    await setStatus(app, household, 'REGISTERED');
    expect(await cast.clerk.post<Refusal>('/cases', { body: { pack: 'clear_out', subjectId: household.id } })).toMatchObject({ status: 422, body: { code: 'reason-required' } });
    const { id } = await start(cast.clerk, 'clear_out', household.id, { reason: '识别时即有公职人员' });
    await did(cast.clerk, id, 'submit', { evidence: [paper('finding_record')] });
    await did(cast.member, id, 'agree', { evidence: [paper('survey_form')] });
    await did(cast.clerk2, id, 'record_review', { review: meeting, evidence: [paper('meeting_minutes')] });
    await did(cast.member2, id, 'publish_notice');
    await days(app, 8);
    await did(cast.member2, id, 'close_notice');
    await did(cast.township, id, 'agree');
    await did(cast.approver, id, 'agree');
    expect(await readHousehold(cast.clerk, household.id)).toMatchObject({ status: 'CLEARED_OUT', endReason: '识别时即有公职人员' });
    expect(county).toHaveLength(6);
  });
});

describe('packs', () => {
  it('are listed with their steps and sources', async () => {
    const packs = await cast.clerk.get<{ code: string; version: number; source: string }[]>('/packs');
    expect(packs.body.map(({ code }) => code)).toContain('household_exit');
  });

  it('are published as a next version; running cases keep theirs, and a faulty pack is refused with all faults', async () => {
    const region = await app.as('region_officer', '15');
    const packs = await region.get<{ code: string; content: Record<string, unknown> }[]>('/packs');
    const content = packs.body.find(({ code }) => code === 'clear_out')?.content ?? {};
    const running = await householdWithYear(cast.clerk, { income: 'safe' });
    await setStatus(app, running, 'REGISTERED');
    const { id } = await start(cast.clerk, 'clear_out', running.id, { reason: '错评' });
    const publish = (client: Cast['clerk'], body: Record<string, unknown>) => client.post<Refusal & { version: number }>('/packs/clear_out/versions', { body: { content: body } });
    expect(await publish(cast.approver, content)).toMatchObject({ status: 403 });
    expect(await publish(region, content)).toMatchObject({ status: 422, body: { code: 'pack.invalid' } });
    const faulty = await publish(region, { ...content, validFrom: '2020-01-01', steps: [] });
    expect(faulty).toMatchObject({ status: 422, body: { code: 'pack.invalid' } });
    expect((faulty.body.params['faults'] as unknown[]).length).toBeGreaterThan(1);
    expect(await region.post<Refusal>('/packs/new_procedure/versions', { body: { content: { ...content, code: 'new_procedure' } } })).toMatchObject({ status: 404, body: { code: 'pack.not-found' } });
    const unknownRule = await publish(region, { ...content, validFrom: '2020-01-01', rules: [{ rule: 'household.no_such_rule', refuseWhen: [] }] });
    expect(unknownRule).toMatchObject({ status: 422, body: { code: 'pack.invalid', params: { faults: [{ path: '$.rules' }] } } });
    expect(await publish(region, { ...content, validFrom: '2020-01-01' })).toMatchObject({ status: 201, body: { version: 2 } });
    expect((await read(cast.officer, id)).packVersion).toBe(1);
    const other = await householdWithYear(cast.clerk, { income: 'safe' });
    await setStatus(app, other, 'REGISTERED');
    expect((await read(cast.officer, (await start(cast.clerk, 'clear_out', other.id, { reason: '错评' })).id)).packVersion).toBe(2);
  });
});
