import { person, registerHousehold, syntheticId, type HouseholdBody } from '../support/households.js';
import { did, exitAt, newCast, paper, read, record, setStatus, village, type Cast, type CaseDetailBody } from '../support/procedures.js';
import { allSent, setUp } from './field-phone.js';
import { startWeb, type WebHarness, type WebPage } from './web-harness.js';

jest.setTimeout(180_000);

const YEAR = new Date().getFullYear() - 1;
const names = { ready: '赵退出', second: '钱同会', posting: '孙公示', returned: '李退回', stale: '周抢先' };

describe('dossiers and notices on the phone', () => {
  let web: WebHarness;
  let cast: Cast;
  let clerk: WebPage;
  let member: WebPage;
  const households: Record<string, HouseholdBody> = {};
  const cases: Record<string, string> = {};

  const registered = async (name: string): Promise<HouseholdBody> => {
    const members = [person(name, '01', { idNo: syntheticId('1980-05-06'), birthDate: '1980-05-06' }), person('配偶', '02', { idNo: syntheticId('1982-07-08', '2'), birthDate: '1982-07-08', gender: '2' })];
    const household = await registerHousehold(cast.clerk, village, { members });
    await record(cast.clerk, household, { year: YEAR, wage: 1_800_000 });
    await setStatus(web.test, household, 'REGISTERED');
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
    for (const [key, name] of Object.entries(names)) households[key] = await registered(name);
    const at = async (key: string, to: 'NOTICE' | 'VERIFICATION') => (await exitAt(web.test, cast, { household: households[key] as HouseholdBody, to, year: YEAR })).id;
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
});
