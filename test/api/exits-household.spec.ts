import { verifyDossier } from '#domain';
import { sha256 } from '#procedures';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { readHousehold, villages } from '../support/households.js';
import { act, county, days, did, exitAt, householdWithYear, meeting, newCast, paper, read, setStatus, start, type CaseDetailBody, type Cast, type Refusal } from '../support/procedures.js';

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await startTestApp();
  cast = await newCast(app);
});
afterAll(() => app.close());

const registered = async (income: 'poor' | 'safe' = 'safe') => {
  const household = await householdWithYear(cast.clerk, { income });
  await setStatus(app, household, 'REGISTERED');
  return household;
};

describe('the exit of a household', () => {
  it('runs from the review meeting to the announcement through eight hands, and is sealed', async () => {
    const household = await registered();
    const { id } = await exitAt(app, cast, { household, to: 'ANNOUNCEMENT' });
    expect((await readHousehold(cast.clerk, household.id)).status).toBe('EXITED_ENTITLED');
    expect(await read(cast.officer, id)).toMatchObject({ status: 'DECIDED', phase: 'announcing', decision: { outcome: 'APPROVED' } });

    await did(cast.officer, id, 'announce');
    const done = await read(cast.officer, id);
    expect(done).toMatchObject({ status: 'COMPLETED', currentStep: null });
    expect(done.events.map(({ action }) => action)).toEqual(['start', 'record_review', 'agree', 'publish_notice', 'close_notice', 'agree', 'agree', 'announce']);
    const episode = (await readHousehold(cast.clerk, household.id)).episodes.at(-1);
    expect(episode).toMatchObject({ status: 'EXITED_ENTITLED', closedOn: null });

    const first = await cast.officer.get(`/cases/${id}/dossier?sequence=1`);
    const second = await cast.officer.get(`/cases/${id}/dossier`);
    for (const file of [first, second]) expect(verifyDossier(file.raw.toString('utf8'), sha256)).toMatchObject({ valid: true, faults: [] });
    expect(second.body).toMatchObject({ content: { sequence: 2, previous: (first.body as { sha256: string }).sha256 }, sha256: done.decision?.sha256 });
    expect(verifyDossier(second.raw.toString('utf8').replace('同意退出', '不同意退出'), sha256).valid).toBe(false);
    expect(second.raw.toString('utf8')).not.toMatch(/(?<![\da-f])\d{17}[\dX](?![\da-f])/);
  });

  it('marks the household as about to exit, and takes the mark back when it is withdrawn or refused', async () => {
    const household = await registered();
    const { id } = await start(cast.clerk, 'household_exit', household.id);
    expect((await readHousehold(cast.clerk, household.id)).status).toBe('PRE_EXIT');
    await did(cast.clerk, id, 'withdraw');
    expect((await readHousehold(cast.clerk, household.id)).status).toBe('REGISTERED');

    const again = await exitAt(app, cast, { household, to: 'TOWNSHIP_REVIEW' });
    await did(cast.township, again.id, 'refuse', { opinion: '收入不稳定' });
    expect((await readHousehold(cast.clerk, household.id)).status).toBe('REGISTERED');
    const file = await cast.officer.get(`/cases/${again.id}/dossier`);
    expect(verifyDossier(file.raw.toString('utf8'), sha256).valid).toBe(true);
    expect(file.body).toMatchObject({ content: { decision: { outcome: 'REFUSED' } } });
  });

  it('keeps the household in its village while it runs: meetings and notices belong there', async () => {
    const household = await registered();
    const { id } = await start(cast.clerk, 'household_exit', household.id);
    const move = async () => {
      const { version } = await readHousehold(cast.officer, household.id);
      return cast.officer.post<Refusal>(`/households/${household.id}/events`, { body: { kind: 'move_village', toVillageCode: villages.changjunwan, occurredOn: '2026-01-05', reason: '搬到外嘎查居住', version } });
    };
    const refused = await move();
    expect([refused.status, refused.body.code]).toEqual([409, 'case.household-moves']);
    await did(cast.clerk, id, 'withdraw');
    expect((await move()).status).toBeLessThan(300);
  });

  it('is refused with its reasons when the conditions are not met, and when they are not proven', async () => {
    const poor = await exitAt(app, cast, { household: await registered('poor'), to: 'VERIFICATION' });
    const verification = { evidence: [paper('verification_form'), paper('household_signature')] };
    const refused = await act(cast.member, poor.id, 'agree', verification);
    expect(refused).toMatchObject({ status: 409, body: { code: 'case.rule-not-met', params: { rule: 'household.exit', verdict: 'not_met' } } });
    expect(JSON.stringify(refused.body.params['explanation'])).toContain('net_income_per_capita_fen');

    const unknown = await registered();
    const { id } = await start(cast.clerk, 'household_exit', unknown.id, { year: 2019 });
    await did(cast.clerk, id, 'record_review', { review: meeting, evidence: [paper('meeting_minutes')] });
    expect(await act(cast.member, id, 'agree', verification)).toMatchObject({ status: 409, body: { code: 'case.rule-unproven' } });
  });

  it('is refused on facts that have changed since they were verified, and says which', async () => {
    const household = await registered();
    const { id } = await exitAt(app, cast, { household, to: 'COUNTY_DECISION' });
    const corrected = await cast.clerk.patch(`/households/${household.id}/years/2020`, { body: { version: 1, reason: '核对工资', values: { wageMigrantWork: 1_700_000 } } });
    expect(corrected.status).toBe(200);
    const refused = await act(cast.approver, id, 'agree');
    expect(refused).toMatchObject({ status: 409, body: { code: 'case.facts-changed' } });
    expect((refused.body.params['changes'] as { fact: string }[]).map(({ fact }) => fact)).toContain('net_income_per_capita_fen');
    expect((await readHousehold(cast.clerk, household.id)).status).toBe('PRE_EXIT');

    await did(cast.approver, id, 'return', { opinion: '收入有变化，重新核实', fields: ['income'], toStep: 'VERIFICATION' });
    const back = await read(cast.approver, id);
    expect(back).toMatchObject({ currentStep: 'VERIFICATION', notices: [{ state: 'VOID' }] });
    await did(cast.member, id, 'agree');
    await did(cast.member2, id, 'publish_notice');
    await days(app, 8);
    await did(cast.member2, id, 'close_notice');
    await did(cast.township, id, 'agree');
    await did(cast.approver, id, 'agree');
    expect((await readHousehold(cast.clerk, household.id)).status).toBe('EXITED_ENTITLED');
  });

  it('cannot begin twice, nor for a household that is not registered', async () => {
    const household = await registered();
    await start(cast.clerk, 'household_exit', household.id);
    expect(await cast.clerk2.post<Refusal>('/cases', { body: { pack: 'household_exit', subjectId: household.id } })).toMatchObject({ status: 409, body: { code: 'case.already-open' } });
    const candidate = await householdWithYear(cast.clerk, { income: 'safe' });
    expect(await cast.clerk.post<Refusal>('/cases', { body: { pack: 'household_exit', subjectId: candidate.id } })).toMatchObject({ status: 409, body: { code: 'case.wrong-status' } });
  });

  it('ends the entitlement by a later decision, and re-enters by a linked episode with its reason', async () => {
    const household = await registered();
    await did(cast.officer, (await exitAt(app, cast, { household, to: 'ANNOUNCEMENT' })).id, 'announce');

    const { id } = await start(cast.clerk, 'end_entitlement', household.id, { reason: '成员考录为公职人员' });
    await did(cast.clerk, id, 'submit', { evidence: [paper('finding_record')] });
    await did(cast.township, id, 'agree');
    await did(cast.approver, id, 'agree');
    expect((await readHousehold(cast.clerk, household.id)).status).toBe('EXITED_NOT_ENTITLED');

    const thisYear = await currentYear();
    const region = await app.as('region_officer', '15');
    const line = await region.put('/parameters/poverty_line', { body: { year: thisYear, basis: 'WORKING', value: 400_000, version: 0, effectiveFrom: `${thisYear}-01-01`, source: '测试文件' } });
    expect(line).toMatchObject({ status: 200 });
    await recordShock(household.id, thisYear);
    expect(await cast.clerk.post<Refusal>('/cases', { body: { pack: 're_entry', subjectId: household.id } })).toMatchObject({ status: 422, body: { code: 'reason-required' } });
    const entry = await start(cast.clerk, 're_entry', household.id, { reason: '因灾减收', year: thisYear });
    await did(cast.clerk, entry.id, 'submit', { evidence: [paper('application_form')] });
    await did(cast.member, entry.id, 'agree', { evidence: [paper('survey_form')] });
    await did(cast.clerk2, entry.id, 'record_review', { review: meeting, evidence: [paper('meeting_minutes')] });
    await did(cast.member2, entry.id, 'publish_notice');
    await days(app, 8);
    await did(cast.member2, entry.id, 'close_notice');
    await did(cast.township, entry.id, 'agree');
    await did(cast.officer, entry.id, 'agree', { evidence: [paper('comparison_result')] });
    await did(cast.approver, entry.id, 'agree');
    const after = await readHousehold(cast.clerk, household.id);
    expect(after.status).toBe('RETURNED');
    expect(after.episodes.map(({ sequence, entryKind }) => [sequence, entryKind])).toEqual(expect.arrayContaining([[2, 'RE_ENTRY']]));
    expect(after.episodes.find(({ sequence }) => sequence === 2)?.previousEpisodeId).toBe(after.episodes.find(({ sequence }) => sequence === 1)?.id);
  });
});

async function currentYear(): Promise<number> {
  const [row] = await adminQuery<{ year: number }>(app.database, 'select extract(year from app.today())::int as year');
  return row?.year ?? 0;
}
async function recordShock(id: string, year: number): Promise<void> {
  const response = await cast.clerk.put(`/households/${id}/years/${year}`, { body: { values: { wageMigrantWork: 100_000, foodOk: true, clothingOk: true, housingSafe: true, safeWater: true } } });
  expect(response.status).toBe(200);
}

describe('who may act on an exit', () => {
  let kase: { id: string };
  beforeAll(async () => {
    kase = await exitAt(app, cast, { household: await registered(), to: 'COUNTY_DECISION' });
  });

  it('is not another role (403), not another territory (404), not the wrong level', async () => {
    expect(await act(cast.officer, kase.id, 'agree')).toMatchObject({ status: 403, body: { code: 'case.wrong-role' } });
    const inspector = await app.as('inspector', county);
    expect(await act(inspector, kase.id, 'agree')).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    const stranger = await app.as('county_approver', '150222');
    expect(await act(stranger, kase.id, 'agree', { expectedVersion: 1 })).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(await stranger.get<Refusal>(`/cases/${kase.id}`)).toMatchObject({ status: 404 });
    expect(await stranger.get<Refusal>(`/cases/${kase.id}/dossier`)).toMatchObject({ status: 404 });
    expect(await act(await app.as('region_officer', '15'), kase.id, 'agree')).toMatchObject({ status: 403, body: { code: 'case.wrong-role' } });
  });

  it('is not somebody who has filled another step, under whatever role', async () => {
    const twice = await app.as('county_approver', county, { username: cast.township.user?.username });
    expect(await act(twice, kase.id, 'agree')).toMatchObject({ status: 403, body: { code: 'case.four-eyes', params: { step: '苏木乡镇审核' } } });
  });

  it('is told by the list of allowed actions, with the reason for each that is not', async () => {
    const mine = (await read(cast.approver, kase.id)).allowedActions;
    expect(mine.filter(({ allowed }) => allowed).map(({ action }) => action).sort()).toEqual(['agree', 'object', 'refuse', 'return', 'transfer']);
    const his = (await read(cast.officer, kase.id)).allowedActions.find(({ action }) => action === 'agree');
    expect(his).toMatchObject({ allowed: false, code: 'case.wrong-role', reason: { zh: '当前环节应由“旗县审批人”办理' } });
  });

  it('needs a reason to refuse, a reason and fields to return', async () => {
    expect(await act(cast.approver, kase.id, 'refuse')).toMatchObject({ status: 422, body: { code: 'reason-required' } });
    expect(await act(cast.approver, kase.id, 'return', { opinion: '有误' })).toMatchObject({ status: 422, body: { code: 'case.fields-required' } });
    expect(await act(cast.approver, kase.id, 'return', { fields: ['income'] })).toMatchObject({ status: 422, body: { code: 'reason-required' } });
    expect(await act(cast.approver, kase.id, 'return', { opinion: '有误', fields: ['income'], toStep: 'ANNOUNCEMENT' })).toMatchObject({ status: 422, body: { code: 'case.return-target' } });
  });

  it('can be handed to a colleague who could fill it, and then to nobody else', async () => {
    const colleague = await app.as('county_approver', county);
    expect(await act(cast.approver, kase.id, 'transfer', { assigneeId: cast.officer.user?.userId })).toMatchObject({ status: 422, body: { code: 'case.assignee-unfit' } });
    const offered = await cast.approver.get<{ id: string }[]>(`/cases/${kase.id}/assignees`);
    expect(offered.body.map(({ id }) => id)).toEqual(expect.arrayContaining([colleague.user?.userId, cast.approver.user?.userId]));
    expect(offered.body.map(({ id }) => id)).not.toContain(cast.township.user?.userId);
    await did(cast.approver, kase.id, 'transfer', { assigneeId: colleague.user?.userId });
    expect(await act(cast.approver, kase.id, 'agree')).toMatchObject({ status: 403, body: { code: 'case.assigned-to-other' } });
    await did(colleague, kase.id, 'agree');
  });
});

describe('the boxes', () => {
  it('show a case to whom it waits for, to who started it and to who did a step', async () => {
    const household = await registered();
    const { id } = await exitAt(app, cast, { household, to: 'TOWNSHIP_REVIEW' });
    const box = async (client: Cast['clerk'], name: string) => (await client.get<{ items: CaseDetailBody[] }>(`/cases?box=${name}&limit=200`)).body.items.map((item) => item.id);
    expect(await box(cast.township, 'todo')).toContain(id);
    expect(await box(cast.township2, 'todo')).toContain(id);
    expect(await box(cast.approver, 'todo')).not.toContain(id);
    expect(await box(cast.clerk, 'mine')).toContain(id);
    expect(await box(cast.member, 'mine')).not.toContain(id);
    expect(await box(cast.member, 'done')).toContain(id);
    expect(await box(cast.officer, 'all')).toContain(id);
    await did(cast.township, id, 'agree');
    expect(await box(cast.township2, 'todo')).not.toContain(id);
    expect(await box(cast.approver, 'todo')).toContain(id);
    const ofHousehold = await cast.clerk.get<{ items: { id: string }[] }>(`/cases?household=${household.id}`);
    expect(ofHousehold.body.items.map((item) => item.id)).toEqual([id]);
  });

  it('are paged by key without loss or repetition', async () => {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: { items: { id: string }[]; nextCursor: string | null } = (await cast.officer.get<{ items: { id: string }[]; nextCursor: string | null }>(`/cases?box=all&limit=2${cursor ? `&cursor=${cursor}` : ''}`)).body;
      seen.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor;
    }
    const whole = (await cast.officer.get<{ items: { id: string }[] }>('/cases?box=all&limit=200')).body.items.map((item) => item.id);
    expect(seen).toEqual(whole);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('let an approver agree to many at once, each by itself', async () => {
    const good = await exitAt(app, cast, { household: await registered(), to: 'COUNTY_DECISION' });
    const early = await exitAt(app, cast, { household: await registered(), to: 'TOWNSHIP_REVIEW' });
    const items = [{ id: early.id, expectedVersion: early.version }, { id: good.id, expectedVersion: good.version }, { id: 'nonsense', expectedVersion: 1 }];
    const { sampled } = (await cast.approver.post<{ sampled: string[]; opened: string[] }>('/cases/batch/sample', { body: { items } })).body;
    expect(sampled.length).toBe(1);
    const unread = await cast.approver.post<{ code: string; params: { cases: string[] } }>('/cases/batch', { body: { opinion: '同意', items } });
    expect([unread.status, unread.body.code, unread.body.params.cases]).toEqual([409, 'case.sample-not-opened', sampled]);
    await read(cast.officer, sampled[0] ?? '');
    expect((await cast.approver.post<{ code: string }>('/cases/batch', { body: { items } })).body.code).toBe('case.sample-not-opened');
    await read(cast.approver, sampled[0] ?? '');
    const response = await cast.approver.post<{ applied: number; refused: number; results: { id: string; result: string; code: string | null }[] }>('/cases/batch', { body: { opinion: '同意', items } });
    expect(response.status).toBe(200);
    expect(response.body).toMatchObject({ applied: 1, refused: 2 });
    expect(response.body.results.map(({ code }) => code)).toEqual(['case.wrong-role', null, 'not-found']);
  });
});
