import { shanghaiDate, yearOf } from '#domain';
import { person, registerHousehold, syntheticId, type HouseholdBody } from '../support/households.js';
import { days, did, exitAt, newCast, paper, read, record, setStatus, village, type Cast, type CaseDetailBody } from '../support/procedures.js';
import { allSent, setUp } from './field-phone.js';
import { startWeb, type WebHarness, type WebPage } from './web-harness.js';

jest.setTimeout(180_000);

const YEAR = yearOf(shanghaiDate(new Date())) - 1;
const names = { ready: '赵退出', second: '钱同会', posting: '孙公示', returned: '李退回', stale: '周抢先', fallen: '吴返贫', straight: '郑直达', changed: '王有变', applicant: '冯新识' };
/** Share of those entitled who must come to a meeting, in the procedure that is published for these tests. */
const attendance = { numerator: 2, denominator: 3 };

describe('dossiers and notices on the phone', () => {
  let web: WebHarness;
  let cast: Cast;
  let clerk: WebPage;
  let member: WebPage;
  const households: Record<string, HouseholdBody> = {};
  const cases: Record<string, string> = {};

  const registered = async (name: string, status: 'CANDIDATE' | 'REGISTERED' | 'EXITED_ENTITLED' = 'REGISTERED'): Promise<HouseholdBody> => {
    const members = [person(name, '01', { idNo: syntheticId('1980-05-06'), birthDate: '1980-05-06' }), person('配偶', '02', { idNo: syntheticId('1982-07-08', '2'), birthDate: '1982-07-08', gender: '2' })];
    const household = await registerHousehold(cast.clerk, village, { members });
    await record(cast.clerk, household, { year: YEAR, wage: status === 'REGISTERED' ? 1_800_000 : 600_000 });
    if (status !== 'CANDIDATE') await setStatus(web.test, household, status);
    return household;
  };
  const tap = (phone: WebPage, testid: string) => phone.page.getByTestId(testid).first().click();
  const type = (phone: WebPage, testid: string, text: string) => phone.page.getByTestId(testid).first().fill(text);
  const see = (phone: WebPage, testid: string) => phone.page.getByTestId(testid).first().waitFor();
  const looked = async (phone: WebPage, name: string): Promise<void> => {
    expect(await phone.picture(name)).toEqual([]);
    expect(await phone.barriers()).toEqual([]);
  };
  /** Goes to a page of the desk without loading it anew: the store stays open. */
  const go = (phone: WebPage, path: string) => phone.page.evaluate(`history.pushState({}, '', ${JSON.stringify(`/m${path}`)}); dispatchEvent(new PopStateEvent('popstate'))`);
  const casesOf = async (household: HouseholdBody | undefined): Promise<CaseDetailBody[]> => {
    const list = await cast.township.get<{ items: { id: string }[] }>(`/cases?household=${household?.id}`);
    return Promise.all(list.body.items.map(({ id }) => read(cast.township, id)));
  };
  /** The phone learns what others did meanwhile. */
  const fetchAgain = async (phone: WebPage): Promise<void> => {
    const fetched = phone.page.waitForResponse((response) => response.url().includes('/sync/changes') && response.ok());
    await back(phone);
    await phone.page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);
    await fetched;
  };
  const back = async (phone: WebPage): Promise<void> => {
    await web.line.mend();
    await phone.page.evaluate(`dispatchEvent(new Event('online'))`);
    await allSent(phone);
  };

  beforeAll(async () => {
    web = await startWeb();
    cast = await newCast(web.test);
    const region = await web.test.as('region_officer', '15');
    const line = await region.put('/parameters/poverty_line', { body: { year: YEAR, basis: 'WORKING', value: 400_000, version: 0, effectiveFrom: `${YEAR}-01-01`, source: '测试文件' } });
    if (line.status !== 200) throw new Error(JSON.stringify(line.body));
    for (const [key, name] of Object.entries(names)) households[key] = await registered(name, key === 'fallen' ? 'EXITED_ENTITLED' : key === 'applicant' ? 'CANDIDATE' : 'REGISTERED');
    const packs = await region.get<{ code: string; content: { steps: { review: object | null }[] } }[]>('/packs');
    const { content } = packs.body.find(({ code }) => code === 're_entry') ?? { content: { steps: [] } };
    const steps = content.steps.map((step) => (step.review ? { ...step, review: { ...step.review, attendance, source: '测试办法第三条' } } : step));
    const published = await region.post('/packs/re_entry/versions', { body: { content: { ...content, steps, validFrom: `${YEAR}-01-01` } } });
    if (published.status !== 201) throw new Error(JSON.stringify(published.body));
    const at = async (key: string, to: 'NOTICE' | 'VERIFICATION' | 'COUNTY_DECISION') => (await exitAt(web.test, cast, { household: households[key] as HouseholdBody, to, year: YEAR })).id;
    for (const key of ['straight', 'changed']) {
      cases[key] = await at(key, 'COUNTY_DECISION');
      await did(cast.approver, cases[key], 'return', { toStep: 'VERIFICATION', fields: ['verification_form'], opinion: '核实表缺少签字' });
    }
    cases['posting'] = await at('posting', 'NOTICE');
    cases['returned'] = await at('returned', 'VERIFICATION');
    cases['stale'] = await at('stale', 'VERIFICATION');
    await did(cast.member2, cases['returned'], 'return', { opinion: '缺少签到表，请注明存放位置', fields: ['meeting_photo'] });
    clerk = await web.phone();
    await setUp(clerk, cast.clerk, { villages: [village] });
    member = await web.phone();
    await setUp(member, cast.member, { villages: [village] });
  });
  afterAll(() => web.close());

  it('an exit is put together offline with its meeting and votes on two households; the township has both once the line is mended', async () => {
    await web.line.cut();
    await go(clerk, `/households/${households['ready']?.id.slice(7)}?tab=cases`);
    await tap(clerk, 'case-start');
    await tap(clerk, 'pack-household_exit');
    await see(clerk, 'checks');
    await tap(clerk, 'hand-in');
    await see(clerk, 'faults');
    await looked(clerk, 'field-case-new-faults');
    await type(clerk, 'meeting-place', '嘎查会议室');
    await type(clerk, 'meeting-convener', '白书记');
    await type(clerk, 'meeting-entitled', '30');
    await type(clerk, 'meeting-present', '26');
    await type(clerk, 'meeting-inFavour', '20');
    await type(clerk, 'meeting-against', '9');
    expect(await clerk.page.getByTestId('meeting').innerText()).toContain('合计应等于实到人数');
    await type(clerk, 'meeting-against', '5');
    expect(await clerk.page.getByTestId('meeting-result').innerText()).toContain('通过');
    await tap(clerk, 'add-other');
    await tap(clerk, `pick-${households['second']?.id.slice(7)}`);
    await type(clerk, `other-inFavour-${names.second}`, '25');
    await looked(clerk, 'field-case-new');
    // It can be left and taken up again.
    await clerk.page.waitForTimeout(600);
    await go(clerk, '/cases');
    await looked(clerk, 'field-cases');
    await tap(clerk, 'case-draft');
    expect(await clerk.page.getByTestId('meeting-place').inputValue()).toBe('嘎查会议室');
    await tap(clerk, 'hand-in');
    await see(clerk, 'work-waiting');
    expect(await clerk.page.getByTestId('said').innerText()).toContain('已保存到本机');
    await looked(clerk, 'field-case-waiting');
    expect(await casesOf(households['ready'])).toEqual([]);
    await back(clerk);
    const [first] = await casesOf(households['ready']);
    const [other] = await casesOf(households['second']);
    expect([first, other]).toMatchObject([{ currentStep: 'VERIFICATION', meetings: [{ present: 26, inFavour: 20, against: 5, abstained: 1, passed: true }] }, { currentStep: 'VERIFICATION', meetings: [{ present: 26, inFavour: 25, abstained: 1 }] }]);
    // A server that is busy says so, and the phone tries again by itself.
    expect(clerk.faults.filter((fault) => !fault.startsWith('503 '))).toEqual([]);
  });

  it('a case that came back says why in red, and goes on again after at most four taps', async () => {
    await go(clerk, '/today');
    await see(clerk, `returned-case-${names.returned}`);
    await looked(clerk, 'field-today-returned');
    await clerk.countAnew();
    await tap(clerk, `returned-case-${names.returned}`);
    expect(await clerk.page.getByTestId('returned').innerText()).toContain('缺少签到表');
    await looked(clerk, 'field-case-returned');
    await tap(clerk, 'pin-meeting_photo');
    await type(clerk, 'paper-text-meeting_photo', '档案盒2号');
    await tap(clerk, 'hand-in');
    await see(clerk, 'work-waiting');
    const taps = (await clerk.clicks()) + 1;
    console.log(`returned case: ${taps} taps, typing counted as one`);
    expect(taps).toBeLessThanOrEqual(4);
    await allSent(clerk);
    expect((await read(cast.township, cases['returned'] ?? '')).currentStep).toBe('VERIFICATION');
  });

  it('a corrected case goes straight back to the county from a phone without a network; where the facts have changed it is refused, nothing of it is lost, and it goes step by step', async () => {
    await web.line.cut();
    await go(member, `/cases/${cases['changed']?.slice(7)}`);
    await member.page.locator('[data-testid="paper-verification_form"] [data-testid="take-photo"]').click();
    await member.page.locator('[data-testid="shutter"]:not([disabled])').click();
    await see(member, 'photo');
    await go(member, '/cases');
    await member.countAnew();
    for (const key of ['straight', 'changed']) {
      await go(member, `/cases/${cases[key]?.slice(7)}`);
      await member.page.getByTestId('returned').getByText('核实表缺少签字').waitFor();
      expect(await member.page.getByTestId('direct-straight').first().getAttribute('aria-pressed')).toBe('true');
      expect(await member.page.getByTestId('direct-way').first().innerText()).toMatch(/直达退回人：.+（.+）[^]*不再重新办理：.*公示/);
      await type(member, 'paper-text-verification_form', `${names[key as 'straight']}核实表补签字`);
      await member.page.getByTestId('direct-way').first().scrollIntoViewIfNeeded();
      if (key === 'straight') await looked(member, 'field-case-direct');
      await tap(member, 'hand-in');
      await member.page.getByTestId('work-waiting').getByText(names[key as 'straight']).waitFor();
    }
    const taps = await member.clicks();
    console.log(`straight back to whoever returned it: ${taps / 2} taps in the open case`);
    expect(taps).toBe(2);
    await record(cast.clerk, households['changed'] as HouseholdBody, { year: YEAR, wage: 1_700_000, version: 1 });
    await back(member);
    expect((await read(cast.township, cases['straight'] ?? '')).currentStep).toBe('COUNTY_DECISION');
    expect((await read(cast.township, cases['changed'] ?? '')).currentStep).toBe('VERIFICATION');
    const refused = member.page.getByTestId('work-refused').first();
    await refused.waitFor();
    expect(await refused.innerText()).toContain('请逐级办理');
    await tap(member, 'mend');
    expect(await member.page.getByTestId('paper-text-verification_form').first().inputValue()).toBe(`${names.changed}核实表补签字`);
    // The photograph of the refused work is there again, under another id.
    await member.page.locator('[data-testid="paper-verification_form"] [data-testid="photo"]').first().waitFor();
    expect(await member.page.getByTestId('photo').count()).toBe(1);
    expect(await member.page.getByTestId('direct-stepwise').first().getAttribute('aria-pressed')).toBe('true');
    await looked(member, 'field-case-direct-refused');
    await web.line.cut();
    await tap(member, 'hand-in');
    await see(member, 'work-waiting');
    await back(member);
    expect((await read(cast.township, cases['changed'] ?? '')).currentStep).toBe('NOTICE');
    const papers = (await cast.township.get<{ evidence: { kind: string; attachmentId: string | null }[] }>(`/cases/${cases['changed']}`)).body.evidence;
    expect(papers.filter(({ kind, attachmentId }) => kind === 'verification_form' && attachmentId !== null)).toHaveLength(1);
  });

  it('work for a step that somebody else has done meanwhile is kept with the case, and the phone says so', async () => {
    await web.line.cut();
    await go(member, `/cases/${cases['stale']?.slice(7)}`);
    await type(member, 'paper-text-verification_form', '核实表在档案盒3');
    await type(member, 'paper-text-household_signature', '户主已签字');
    await type(member, 'case-opinion', '本人核实无误');
    await tap(member, 'hand-in');
    await see(member, 'work-waiting');
    await did(cast.member2, cases['stale'] ?? '', 'agree', { evidence: [paper('verification_form'), paper('household_signature')] });
    await back(member);
    const words = member.page.getByTestId('work-kept').first();
    await words.waitFor();
    expect(await words.innerText()).toContain('该事项已到村内公示，您的补充已作为附件意见保存');
    await looked(member, 'field-case-kept');
    const kept = await cast.township.get<{ evidence: { kind: string; text: string | null; reference: string | null }[] }>(`/cases/${cases['stale']}`);
    expect(kept.body.evidence).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'supplement', text: expect.stringContaining('本人核实无误') }), expect.objectContaining({ kind: 'verification_form', reference: '核实表在档案盒3' })]));
  });

  it('an application for identification begins under the thumb, is surveyed on a second phone, and reaches the township; all without a network', async () => {
    const household = households['applicant'];
    await web.line.cut();
    await go(clerk, '/today');
    await clerk.countAnew();
    await tap(clerk, 'tab-add');
    await tap(clerk, 'new-start');
    await tap(clerk, `pick-${household?.id.slice(7)}`);
    await type(clerk, 'paper-text-application_form', '申请书在档案盒7');
    await looked(clerk, 'field-identification');
    await tap(clerk, 'hand-in');
    await see(clerk, 'work-waiting');
    const taps = (await clerk.clicks()) + 1;
    console.log(`identification begun: ${taps} taps, typing counted as one`);
    expect(taps).toBeLessThanOrEqual(5);
    expect(await casesOf(household)).toEqual([]);
    await back(clerk);
    const [begun] = await casesOf(household);
    expect(begun).toMatchObject({ pack: 'identification', status: 'OPEN', currentStep: 'SURVEY', evidence: [{ kind: 'application_form', reference: '申请书在档案盒7' }] });
    await fetchAgain(member);
    await web.line.cut();
    await go(member, `/cases/${begun?.id.slice(7)}`);
    await type(member, 'paper-text-survey_form', '采集表两人签字，在档案盒7');
    await tap(member, 'hand-in');
    await see(member, 'work-waiting');
    await back(member);
    expect((await casesOf(household))[0]).toMatchObject({ currentStep: 'REVIEW_MEETING', phase: expect.any(String) });
    expect((await cast.township.get<{ status: string }>(`/households/${household?.id}`)).body.status).toBe('CANDIDATE');
  });

  it('an entry anew is applied for on one phone and voted on another, where votes must add up and too few people are no meeting', async () => {
    const id = households['fallen']?.id.slice(7) ?? '';
    await web.line.cut();
    await go(member, `/cases/new?hh=${id}&pack=re_entry`);
    await see(member, 'hand-in');
    await tap(member, 'hand-in');
    await see(member, 'faults');
    await looked(member, 'field-re-entry-faults');
    await type(member, 'case-reason', '户主大病，收入骤减');
    await type(member, 'paper-text-application_form', '申请书在档案盒5');
    await tap(member, 'hand-in');
    await see(member, 'work-waiting');
    await back(member);
    const [applied] = await casesOf(households['fallen']);
    expect(applied).toMatchObject({ packVersion: 2, currentStep: 'SURVEY' });
    await did(cast.member2, applied?.id ?? '', 'agree', { evidence: [paper('survey_form')] });
    await fetchAgain(clerk);
    await web.line.cut();
    await go(clerk, `/cases/${applied?.id.slice(7)}`);
    await type(clerk, 'meeting-place', '嘎查会议室');
    await type(clerk, 'meeting-convener', '白书记');
    await type(clerk, 'meeting-entitled', '30');
    await type(clerk, 'meeting-present', '19');
    await type(clerk, 'meeting-inFavour', '15');
    await type(clerk, 'meeting-against', '8');
    const words = () => clerk.page.getByTestId('meeting').innerText();
    expect(await words()).toContain('合计应等于实到人数');
    await type(clerk, 'meeting-against', '4');
    expect(await words()).not.toContain('合计应等于实到人数');
    expect(await words()).toContain('测试办法第三条');
    await tap(clerk, 'hand-in');
    await see(clerk, 'faults');
    await looked(clerk, 'field-re-entry-quorum');
    await type(clerk, 'meeting-present', '20');
    await type(clerk, 'meeting-inFavour', '16');
    await tap(clerk, 'hand-in');
    await see(clerk, 'work-waiting');
    expect((await casesOf(households['fallen']))[0]).toMatchObject({ currentStep: 'REVIEW_MEETING' });
    await back(clerk);
    expect((await casesOf(households['fallen']))[0]).toMatchObject({ currentStep: 'NOTICE', meetings: [{ entitled: 30, present: 20, inFavour: 16, against: 4, passed: true }] });
  });

  it('a notice is posted with place and picture after five taps, stands still for an objection and ends when its days are over; all without a network', async () => {
    const poster = await web.phone();
    await setUp(poster, cast.member2, { villages: [village] });
    await web.line.cut();
    await tap(poster, 'to-notices');
    await see(poster, `notice-${names.posting}`);
    await looked(poster, 'field-notices');
    await poster.countAnew();
    await tap(poster, `notice-${names.posting}`);
    await see(poster, 'posting');
    expect(await poster.page.locator('#content').innerText()).toContain('日历日，张贴当天不计入');
    await type(poster, 'posting-place', '嘎查村委会公示栏');
    await tap(poster, 'take-photo');
    await poster.page.locator('[data-testid="shutter"]:not([disabled])').click();
    await see(poster, 'photo');
    await looked(poster, 'field-notice-posting');
    await tap(poster, 'post');
    await see(poster, 'work-waiting');
    const taps = (await poster.clicks()) + 1;
    console.log(`notice posted: ${taps} taps from the list, typing counted as one`);
    expect(taps).toBeLessThanOrEqual(5);
    await back(poster);
    const posted = await read(cast.township, cases['posting'] ?? '');
    expect(posted).toMatchObject({ phase: 'notice_running', notices: [{ state: 'RUNNING', complete: false }] });
    const papers = await cast.township.get<{ evidence: { kind: string; attachmentId: string | null; text: string | null }[] }>(`/cases/${cases['posting']}`);
    expect(papers.body.evidence).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'notice_photo', attachmentId: expect.any(String) }), expect.objectContaining({ text: expect.stringContaining('嘎查村委会公示栏') })]));
    await fetchAgain(member);
    await web.line.cut();
    await go(member, '/notices');
    await see(member, 'ring');
    await member.countAnew();
    await tap(member, `notice-${names.posting}`);
    await tap(member, 'object');
    await type(member, 'objection-text', '该户仍有外债，收入不实');
    await looked(member, 'field-notice-objection');
    await tap(member, 'objection-save');
    await see(member, 'objection-waiting');
    expect((await member.clicks()) + 1).toBeLessThanOrEqual(5);
    expect((await read(cast.township, cases['posting'] ?? '')).openObjections).toBe(0);
    await back(member);
    expect(await read(cast.township, cases['posting'] ?? '')).toMatchObject({ phase: 'contested', openObjections: 1, notices: [{ state: 'PAUSED' }] });
    await see(member, 'objection');
    await looked(member, 'field-notice-contested');
    // Who has had a part in the case may not judge the objection: another clerk does.
    const judge = await web.phone();
    await setUp(judge, cast.clerk2, { villages: [village] });
    await web.line.cut();
    await go(judge, `/notices/${cases['posting']?.slice(7)}`);
    await tap(judge, 'settle-save');
    expect(await judge.page.getByTestId('objection').innerText()).toContain('请写明调查情况');
    await type(judge, 'settle-finding', '经查外债已清');
    await looked(judge, 'field-notice-settle');
    await tap(judge, 'settle-save');
    await see(judge, 'work-waiting');
    await back(judge);
    expect(await read(cast.township, cases['posting'] ?? '')).toMatchObject({ phase: 'notice_running', openObjections: 0, objections: [{ result: 'NOT_UPHELD' }], notices: [{ state: 'RUNNING' }] });
    await days(web.test, 30);
    await fetchAgain(poster);
    await web.line.cut();
    await see(poster, 'close-notice');
    await looked(poster, 'field-notice-complete');
    await tap(poster, 'close-notice');
    await see(poster, 'work-waiting');
    await back(poster);
    expect((await read(cast.township, cases['posting'] ?? '')).currentStep).toBe('TOWNSHIP_REVIEW');
    expect([...poster.faults, ...member.faults, ...judge.faults].filter((fault) => !fault.startsWith('503 '))).toEqual([]);
  });
});
