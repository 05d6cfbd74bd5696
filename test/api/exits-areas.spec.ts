import { verifyDossier } from '#domain';
import { sha256 } from '#procedures';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { TestClient } from '../support/client.js';
import { villages } from '../support/households.js';
import { act, county, days, did, householdWithYear, league, newCast, paper, read, setStatus, start, village, type CaseDetailBody, type Cast, type Refusal } from '../support/procedures.js';

let app: TestApp;
let cast: Cast;
let prefecture: TestClient;
let region: TestClient[];
beforeAll(async () => {
  app = await startTestApp();
  cast = await newCast(app);
  prefecture = await app.as('prefecture_officer', league);
  region = [];
  for (let i = 0; i < 4; i++) region.push(await app.as('region_officer', '15'));
});
afterAll(() => app.close());

const services = { hardenedRoad: true, productionPower: true, safeWaterCovered: true, clinic: true, villageDoctor: true, cultureRoom: true, broadcasting: true, broadband: true, cooperative: true, collectiveIncomeFen: 5_000_000 };
const officer = (index: number): TestClient => region[index] ?? cast.officer;

async function villageAt(code: string, to: 'COUNTY_VERIFICATION' | 'COUNTY_DECISION'): Promise<string> {
  const { id } = await start(cast.clerk, 'village_exit', code);
  await did(cast.clerk, id, 'submit', { evidence: [paper('application_form')] });
  await did(cast.township, id, 'agree');
  if (to === 'COUNTY_VERIFICATION') return id;
  await did(cast.officer, id, 'agree', { evidence: [paper('verification_report')] });
  await did(cast.township2, id, 'publish_notice');
  await days(app, 8);
  await did(cast.township2, id, 'close_notice');
  return id;
}

describe('the exit of a village', () => {
  it('is refused while its verdict is not proven, and passes when the figures are there', async () => {
    const id = await villageAt(village, 'COUNTY_VERIFICATION');
    const report = { evidence: [paper('verification_report')] };
    expect(await act(cast.officer, id, 'agree', report)).toMatchObject({ status: 409, body: { code: 'case.rule-unproven', params: { rule: 'village.exit' } } });
    const poor = await householdWithYear(cast.clerk, { income: 'poor' });
    await setStatus(app, poor, 'REGISTERED');
    await cast.township.put(`/village-years/${village}/2020`, { body: { ruralResidentPopulation: 50, ...services } });
    expect(await act(cast.officer, id, 'agree', report)).toMatchObject({ status: 409, body: { code: 'case.rule-not-met' } });
    expect((await cast.township.put(`/village-years/${village}/2020`, { body: { version: 1, reason: '人口更正', ruralResidentPopulation: 500, ...services } })).status).toBe(200);
    await did(cast.officer, id, 'agree', report);
    await did(cast.township2, id, 'publish_notice');
    await days(app, 8);
    await did(cast.township2, id, 'close_notice');

    const another = await householdWithYear(cast.clerk, { income: 'poor' });
    await setStatus(app, another, 'REGISTERED');
    expect(await act(cast.approver, id, 'agree')).toMatchObject({ status: 409, body: { code: 'case.facts-changed' } });
    await did(cast.approver, id, 'return', { opinion: '新识别一户，重新核查', fields: ['poor_persons'] });
    await did(cast.officer, id, 'agree');
    await did(cast.township2, id, 'publish_notice');
    await days(app, 8);
    await did(cast.township2, id, 'close_notice');
    await did(cast.approver, id, 'agree', { opinion: '同意出列' });
    await did(cast.officer2, id, 'announce');
    expect(await read(cast.clerk, id)).toMatchObject({ status: 'COMPLETED', subjectId: village });
    expect(verifyDossier((await cast.officer.get(`/cases/${id}/dossier`)).raw.toString('utf8'), sha256).valid).toBe(true);
    const decided = await adminQuery(app.database, 'select outcome, case_id from area_decision where village_code = $1', [village]);
    expect(decided).toEqual([{ outcome: 'EXITED', case_id: id.slice(7) }]);
    expect(await cast.clerk.post<Refusal>('/cases', { body: { pack: 'village_exit', subjectId: village } })).toMatchObject({ status: 409, body: { code: 'exit.already-exited' } });
  });

  it('is started by its own village and by no other', async () => {
    expect(await cast.clerk.post<Refusal>('/cases', { body: { pack: 'village_exit', subjectId: villages.baimiaozi } })).toMatchObject({ status: 404 });
    expect(await cast.township.post<Refusal>('/cases', { body: { pack: 'village_exit', subjectId: villages.baimiaozi } })).toMatchObject({ status: 403, body: { code: 'case.wrong-role' } });
    expect(await cast.officer.post<Refusal>('/cases', { body: { pack: 'village_exit', subjectId: county } })).toMatchObject({ status: 422, body: { code: 'case.wrong-subject' } });
    expect(await cast.officer.post<Refusal>('/cases', { body: { pack: 'no_such_pack', subjectId: county } })).toMatchObject({ status: 404, body: { code: 'pack.not-found' } });
  });
});

describe('the exit of a county', () => {
  let id: string;

  it('needs the three rates and the approval rate from recorded assessments, and every village decided', async () => {
    ({ id } = await start(cast.officer, 'county_exit', county));
    await did(cast.officer, id, 'submit', { evidence: [paper('application_report')] });
    await did(prefecture, id, 'agree', { opinion: '初审同意' });
    const report = { evidence: [paper('assessment_report')] };
    expect(await act(officer(0), id, 'agree', report)).toMatchObject({ status: 409, body: { code: 'case.rule-unproven' } });
    for (const [kind, sampled, found] of [['MISSED', 2_000, 10], ['WRONG_EXIT', 1_500, 5], ['APPROVAL', 1_000, 960]] as const) {
      const response = await officer(0).post(`/counties/${county}/assessments`, { body: { year: 2020, kind, sampled, found, assessedOn: '2020-11-30', assessor: '第三方评估组' } });
      expect(response.status).toBe(201);
    }
    expect(await act(officer(0), id, 'agree', report)).toMatchObject({ status: 409 });
    await decideEveryVillage();
    await officer(0).put(`/county-years/${county}/2020`, { body: { ruralResidentPopulation: 200_000 } });
    await cast.officer.put(`/county-years/${county}/2020`, { body: { ruralResidentPopulation: 200_000 } });
    await did(officer(0), id, 'agree', report);
  });

  it('is not seen by a village team, but by county, league and region', async () => {
    expect((await cast.clerk.get(`/cases/${id}`)).status).toBe(404);
    expect((await cast.township.get(`/cases/${id}`)).status).toBe(404);
    for (const client of [cast.officer, prefecture, officer(3)]) expect((await client.get(`/cases/${id}`)).status).toBe(200);
    expect((await (await app.as('prefecture_officer', '1504')).get(`/cases/${id}`)).status).toBe(404);
  });

  it('hangs seven working days on the website of the government and is then announced', async () => {
    await did(officer(1), id, 'agree', { evidence: [paper('meeting_minutes')] });
    await did(officer(2), id, 'publish_notice');
    const notice = (await read(officer(2), id)).notices[0];
    expect(notice).toMatchObject({ state: 'RUNNING', daysRemaining: 7 });
    const [span] = await adminQuery<{ days: number }>(app.database, 'select $1::date - $2::date as days', [notice?.nextStepFrom, notice?.openedOn]);
    expect(span?.days).toBeGreaterThanOrEqual(10);
    await days(app, 7);
    expect(await act(officer(2), id, 'close_notice')).toMatchObject({ status: 409, body: { code: 'notice.still-running' } });
    await days(app, (span?.days ?? 0) - 7);
    await did(officer(2), id, 'close_notice');

    expect(await act(officer(1), id, 'announce', { evidence: [paper('approval_document')] })).toMatchObject({ status: 403, body: { code: 'case.four-eyes' } });
    await asOwner(`insert into poverty_designation (id, division_code, level, source) values (gen_random_uuid(), '${county}', 'REGIONAL', '测试名单')`);
    await did(officer(3), id, 'announce', { opinion: '批准退出', evidence: [paper('approval_document')] });
    const done: CaseDetailBody = await read(officer(3), id);
    expect(done).toMatchObject({ status: 'COMPLETED', decision: { outcome: 'APPROVED' } });
    const decided = await adminQuery(app.database, `select outcome from area_decision where village_code = $1`, [`${county}000000`]);
    expect(decided).toEqual([{ outcome: 'EXITED' }]);
    const listed = await adminQuery(app.database, `select exit_year = extract(year from app.today()) as closed from poverty_designation where division_code = '${county}'`);
    expect(listed).toEqual([{ closed: true }]);
    expect(verifyDossier((await cast.officer.get(`/cases/${id}/dossier`)).raw.toString('utf8'), sha256)).toMatchObject({ valid: true, faults: [] });
  });
});

/** What years of village exits would have decided. */
async function decideEveryVillage(): Promise<void> {
  await asOwner(`insert into area_decision (county_code, id, village_code, year, outcome, decided_on)
    select '${county}', gen_random_uuid(), d.code, 2020, 'EXITED', date '2020-12-01' from division d where d.code like '${county}%' and length(d.code) = 12`);
}

async function asOwner(statement: string): Promise<void> {
  await adminQuery(app.database, `
    do $$ begin
      perform set_config('app.scope', '15', true), set_config('app.actor', '00000000-0000-7000-8000-000000000001', true), set_config('app.role', 'system', true);
      execute 'set local role bangfu_owner';
      ${statement};
    end $$`);
}
