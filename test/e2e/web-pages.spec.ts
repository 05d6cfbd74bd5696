import { shanghaiMinute } from '#domain';
import { adminQuery } from '../support/admin.js';
import { exitAt, householdWithYear, newCast, setStatus, township, village, YEAR, type Cast, type CaseBody } from '../support/procedures.js';
import { person, registerHousehold, syntheticId, type HouseholdBody } from '../support/households.js';
import { TEST_PASSWORD } from '../support/users.js';
import { choose, startWeb, type WebHarness, type WebPage } from './web-harness.js';

jest.setTimeout(180_000);

/** Compressed bytes of all that the first page loads. */
const FIRST_PAGE = 460 * 1024;

describe('the office in a real browser', () => {
  let web: WebHarness;
  let cast: Cast;
  let clean: HouseholdBody;
  let decision: CaseBody;
  const pages: WebPage[] = [];

  const open = async (client: Parameters<WebHarness['open']>[0]): Promise<WebPage> => {
    const page = await web.open(client);
    pages.push(page);
    return page;
  };
  const ready = async (income: 'poor' | 'safe'): Promise<HouseholdBody> => {
    const household = await householdWithYear(cast.clerk, { income });
    await setStatus(web.test, household, 'REGISTERED');
    return household;
  };

  beforeAll(async () => {
    web = await startWeb();
    cast = await newCast(web.test);
    clean = await ready('safe');
    decision = await exitAt(web.test, cast, { household: clean, to: 'COUNTY_DECISION' });
    await cast.township.put(`/village-years/${village}/${YEAR}`, { body: { ruralResidentPopulation: 620, hardenedRoad: true, source: '统计年报' } });
  });
  afterAll(async () => {
    await web?.close();
  });
  afterEach(async () => {
    const faults = pages.flatMap((page) => page.faults);
    for (const page of pages.splice(0)) await page.close();
    expect(faults).toEqual([]);
  });

  it('says in words why a sign-in failed, locks after five failures, and leads on to the to-dos within the weight of the first page', async () => {
    const { page, picture, files } = await open(null);
    const signIn = async (name: string, password: string): Promise<void> => {
      await page.getByLabel('用户名').fill(name);
      await page.getByLabel('密码').fill(password);
      await page.getByRole('button', { name: /登录$/ }).click();
      await page.locator('.ant-btn-loading').waitFor({ state: 'detached' });
    };
    await page.goto('/todo');
    await page.waitForURL(/sign-in\?next=/);
    expect(await picture('sign-in')).toEqual([]);
    await signIn('nobody', 'wrong');
    await page.getByRole('alert').filter({ hasText: '用户名或密码不正确' }).waitFor();
    expect(await picture('sign-in-refused')).toEqual([]);
    for (let attempt = 0; attempt < 5; attempt += 1) await signIn('nobody', `wrong-${attempt}`);
    await page.getByRole('alert').filter({ hasText: '已锁定，请在 15 分钟后再试' }).waitFor();
    expect(await picture('sign-in-locked')).toEqual([]);
    await signIn(cast.approver.user?.username ?? '', TEST_PASSWORD);
    await page.waitForURL('**/todo');
    await page.getByRole('link', { name: /测试户主/ }).waitFor();
    await page.waitForLoadState('networkidle');
    const weight = [...files.values()].reduce((sum, bytes) => sum + bytes, 0);
    process.stdout.write(`first page: ${Math.round(weight / 1024)} KiB compressed in ${files.size} files\n`);
    expect(weight).toBeLessThan(FIRST_PAGE);
  });

  it('approves a clean household exit in three clicks, all of it in sight, and goes on to the next task', async () => {
    const { page, picture, clicks } = await open(cast.approver);
    await page.goto('/todo');
    expect(await picture('todo')).toEqual([]);
    await page.getByRole('link', { name: /测试户主/ }).click();
    await page.getByRole('heading', { name: '自动核验' }).waitFor();
    await page.getByText('4,000').first().waitFor();
    expect(await picture('case-review')).toEqual([]);
    const agree = page.getByRole('button', { name: '同意', exact: true });
    const within = await agree.boundingBox();
    expect((within?.y ?? 1_000) + (within?.height ?? 0)).toBeLessThan(768);
    await agree.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/测试户主等 2 人 · 公示 \d+ 天无异议 · \d+ 项核验通过/).waitFor();
    expect(await picture('case-confirm')).toEqual([]);
    await dialog.getByRole('button', { name: '同意', exact: true }).click();
    await page.waitForURL('**/todo');
    expect(await clicks()).toBeLessThanOrEqual(3);
    const [row] = await adminQuery<{ status: string }>(web.test.database, 'select status from household where id = $1', [clean.id.slice(7)]);
    expect(row?.status).toBe('EXITED_ENTITLED');
    await page.goto(`/cases/${decision.id}`);
    await page.getByText('已批准').waitFor();
    await page.getByRole('link', { name: '下载封存卷宗' }).waitFor();
    expect(await picture('case-decided')).toEqual([]);
  });

  it('returns a case only with a reason and what is to be corrected, and takes over what was marked while reading', async () => {
    const household = await ready('safe');
    const { id } = await exitAt(web.test, cast, { household, to: 'COUNTY_DECISION' });
    const { page, picture } = await open(cast.approver);
    await page.goto(`/cases/${id}`);
    await page.getByRole('row', { name: /住房安全有保障/ }).first().getByRole('button', { name: /需改/ }).click();
    await page.keyboard.press('r');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '退回', exact: true }).click();
    await dialog.getByText('请填写原因').waitFor();
    expect(await dialog.getByText('请指明需更正的内容').count()).toBe(0);
    expect(await picture('case-return')).toEqual([]);
    await dialog.getByLabel('退回原因').fill('住房照片与等级不符，请重新核实');
    await choose(page, dialog.getByLabel('抄送'), '旗县 · 旗县经办人');
    await dialog.getByText(/^退回.*的事项$/).click();
    await dialog.getByRole('button', { name: '退回', exact: true }).click();
    await page.getByText('需更正：住房安全有保障').waitFor();
    await page.getByText('旗县 · 旗县经办人').waitFor();
    expect((await cast.member.get<{ currentStep: string }>(`/cases/${id}`)).body.currentStep).toBe('VERIFICATION');
    expect(await picture('case-returned')).toEqual([]);
  });

  it('shows a refusal of the server where it happened, with the conditions that are not met', async () => {
    const household = await ready('poor');
    const { id } = await exitAt(web.test, cast, { household, to: 'TOWNSHIP_REVIEW' }).catch(() => ({ id: '' }));
    expect(id).toBe('');
    const [open_] = (await cast.clerk.get<{ items: { id: string; currentStep: string }[] }>(`/cases?household=${household.id}`)).body.items;
    const { page, picture } = await open(cast.member2);
    await page.goto(`/cases/${open_?.id ?? ''}`);
    await page.getByRole('button', { name: '同意', exact: true }).click();
    await page.getByLabel('入户核实表').fill('档案-1');
    await page.getByLabel('农户认可签字').fill('档案-2');
    await page.getByRole('dialog').getByRole('button', { name: '同意', exact: true }).click();
    await page.getByRole('dialog').getByRole('alert').filter({ hasText: '不符合条件，不能通过' }).getByText('实际 1,000 元；要求 贫困线（4,000 元）').waitFor();
    expect(await picture('case-refused-by-rule')).toEqual([]);
  });

  it('finds households by one character, by initials, page after page, and says which conditions left nothing', async () => {
    for (let n = 0; n < 52; n += 1) await registerHousehold(cast.clerk, village, { members: [person(`页${'甲乙丙丁'[n % 4]}`, '01', { idNo: syntheticId() })] });
    const { page, picture } = await open(cast.officer);
    await page.goto('/households');
    await page.getByRole('button', { name: '下一页' }).click();
    await page.getByText('第 2 页', { exact: true }).waitFor();
    expect(await picture('households-page-2')).toEqual([]);
    await page.getByRole('button', { name: '回到第一页' }).click();
    const search = page.getByLabel('姓名、首字母或户编号');
    await search.fill('测');
    await search.press('Enter');
    await page.waitForURL(/q=%E6%B5%8B/);
    await page.getByRole('link', { name: '页甲' }).first().waitFor({ state: 'detached' });
    await page.getByRole('link', { name: '测试户主' }).first().waitFor();
    await search.fill('cshz');
    await search.press('Enter');
    await page.waitForURL(/q=cshz/);
    await page.getByRole('link', { name: '测试户主' }).first().waitFor();
    expect(await picture('households-search')).toEqual([]);
    await search.fill('鑫鑫鑫');
    await search.press('Enter');
    await page.getByText('当前条件：搜索 鑫鑫鑫').waitFor();
    expect(await picture('households-empty')).toEqual([]);
    await page.getByRole('button', { name: '清除筛选' }).last().click();
    await page.getByRole('link').filter({ hasText: /页|测试/ }).first().waitFor();
  });

  it('shows a household with its people, income item by item, verdict leaf by leaf and history, and an ID number only for a stated purpose', async () => {
    const { page, picture, barriers } = await open(cast.officer);
    await page.goto(`/households/${clean.id}`);
    await page.getByText(/^150221\*{8}/).first().waitFor();
    expect(await picture('household')).toEqual([]);
    await page.getByRole('row', { name: /测试户主/ }).getByRole('button', { name: '查看' }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: '查看', exact: true }).click();
    await page.getByText('请选择用途类别').waitFor();
    await page.getByRole('dialog').getByRole('combobox').click();
    await page.getByTitle('核对身份信息').click();
    await page.getByLabel('具体用途').fill('入户核对身份证件');
    await page.getByRole('dialog').getByRole('button', { name: '查看', exact: true }).click();
    expect(await page.getByTestId('revealed').textContent()).toMatch(/^\d{17}[\dX]$/);
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: '年度收入' }).click();
    await page.getByText('纯收入 = 务工收入 18000 = 18000元；人均 = 18000 ÷ 2 = 9000元').waitFor();
    expect(await picture('household-years')).toEqual([]);
    await page.getByRole('tab', { name: '退出核验' }).click();
    await page.locator('tr[data-result="met"]').filter({ hasText: '人均纯收入' }).first().waitFor();
    expect(await picture('household-verdict')).toEqual([]);
    await page.getByRole('tab', { name: '办理事项' }).click();
    await page.getByRole('link', { name: /测试户主/ }).waitFor();
    await page.getByRole('tab', { name: '变更记录' }).click();
    await page.getByText('建档经过').first().waitFor();
    expect(await picture('household-history')).toEqual([]);

    // A day after the registration it was about to exit; today it has exited.
    await page.getByRole('button', { name: '对比两个时点' }).click();
    await page.getByLabel('前一时点').fill(shanghaiMinute(new Date(Date.now() + 86_400_000)).replace(' ', 'T'));
    const status = page.getByRole('row', { name: /^状态/ });
    await status.getByText('不同').waitFor();
    expect(await status.getByRole('cell').allTextContents()).toEqual(['预脱贫', '已脱贫（享受政策）', '≠不同']);
    expect(await page.getByRole('row', { name: /^户主姓名/ }).count()).toBe(0);
    await page.getByLabel('显示相同项').check();
    await page.getByRole('rowheader', { name: '2020 年度', exact: true }).waitFor();
    expect([await picture('household-compare'), await barriers()]).toEqual([[], []]);
    await page.getByRole('link', { name: '记录历史与校验' }).click();
    await page.waitForURL(/\/audit\/history\?kind=household&id=/);
    await page.getByRole('heading', { name: '时点回看' }).waitFor();
  });

  it('shows notices with the days left, takes an objection, and prints a poster that knows no number of anybody', async () => {
    const household = await ready('safe');
    await exitAt(web.test, cast, { household, to: 'running' });
    const { page, picture } = await open(cast.officer);
    await page.goto('/notices');
    const running = page.locator('[data-lane="running"]');
    await running.getByText(/剩 \d+ 天/).first().waitFor();
    expect(await picture('notices')).toEqual([]);
    await running.getByRole('button', { name: '登记异议' }).first().click();
    await page.getByLabel('异议内容').fill('该户卖羊收入没有计入');
    await page.getByRole('dialog').getByRole('button', { name: '登记异议' }).click();
    const contested = page.locator('[data-lane="contested"]');
    await contested.getByText('未处理异议 1 件').waitFor();
    expect(await picture('notices-contested')).toEqual([]);
    await contested.getByRole('link', { name: '公示榜' }).first().click();
    const poster = page.locator('.poster');
    await poster.getByText('测试户主').waitFor();
    const text = (await poster.textContent()) ?? '';
    expect(text).not.toMatch(/\d{15}|1[3-9]\d{9}|\*{4}/);
    expect(await picture('poster')).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').count()).toBe(0);
    await picture('poster-print');
  });

  it('settles an objection with what the inquiry found', async () => {
    const [contested] = (await cast.settler.get<{ items: { caseId: string }[] }>('/notices?lane=contested')).body.items;
    const { page, picture } = await open(cast.settler);
    await page.goto(`/cases/${contested?.caseId ?? ''}`);
    await page.getByRole('button', { name: '处理异议' }).click();
    await page.getByLabel('不成立，公示继续').check();
    await page.getByLabel('调查情况').fill('经核对台账，卖羊收入已计入养殖业收入');
    expect(await picture('objection')).toEqual([]);
    await page.getByRole('button', { name: '确认' }).click();
    await page.getByText('经核对台账，卖羊收入已计入养殖业收入', { exact: true }).waitFor();
  });

  it('explains the incidence of a village with its numbers, and opens every number to the rows behind it', async () => {
    const { page, picture } = await open(await web.test.as('township_officer', township));
    await page.goto(`/villages/${village}?year=${YEAR}`);
    const rate = page.locator('[data-rate="incidence"]');
    await rate.getByRole('button', { name: /620/ }).waitFor();
    const persons = Number(await rate.locator('[data-fact="poor_persons"]').textContent());
    expect(persons).toBeGreaterThan(0);
    await page.getByTestId('as-of').getByText(/^数据截至 \d{4}-\d{2}-\d{2} \d{2}:\d{2}$/).waitFor();
    expect(await picture('village')).toEqual([]);
    await rate.locator('[data-fact="poor_persons"]').click();
    await page.getByTestId('behind-sum').getByText(`${persons} 人`).waitFor();
    expect(await picture('village-rows')).toEqual([]);
    await page.keyboard.press('Escape');
    await rate.locator('[data-fact="rural_resident_population"]').click();
    await page.getByText('统计年报').waitFor();
  });

  it('says of a county which evidence is missing, and of a parameter that nobody has set it', async () => {
    const { page, picture } = await open(cast.officer);
    await page.goto(`/counties/150221?year=${YEAR}`);
    await page.locator('[data-rate="missed_rate"]').getByText('缺证据').waitFor();
    expect(await picture('county')).toEqual([]);
    await page.goto('/areas');
    await page.getByRole('link', { name: /海子/ }).waitFor();
    expect(await picture('areas')).toEqual([]);
    await page.goto('/parameters');
    await page.getByText('未设置').first().waitFor();
    expect(await picture('parameters')).toEqual([]);
    await page.goto('/rules');
    await page.getByText('人均纯收入不低于贫困线，且吃不愁').waitFor();
    expect(await picture('rules')).toEqual([]);
  });

  it('shows each role only what it may do, names whom to ask, shows a moved clock, and speaks English throughout', async () => {
    const { page, picture } = await open(await web.test.as('system_admin', '15'));
    await page.goto('/households');
    await page.getByText('您没有“农户档案”的权限').waitFor();
    await page.getByText(/可联系：.*旗县经办人/).waitFor();
    expect(await page.getByRole('link', { name: '我的待办' }).count()).toBe(0);
    await page.getByText('试用时钟已拨动').waitFor();
    expect(await picture('no-right')).toEqual([]);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('You may not open "Households"').waitFor();
    expect(await page.getByRole('navigation').textContent()).not.toMatch(/\p{Script=Han}/u);
    expect(await picture('english')).toEqual([]);
  });

  it('changes to another grant of the same person, and nothing of the first one stays on the screen', async () => {
    await web.test.as('township_officer', township, { username: 'two.hats' });
    const { page, picture } = await open(await web.test.as('inspector', '15', { username: 'two.hats' }));
    await page.goto('/households');
    await page.getByRole('link', { name: '农户档案' }).waitFor();
    expect(await page.getByRole('link', { name: '数据导入' }).count()).toBe(0);
    await page.getByRole('combobox', { name: '当前授权' }).click();
    expect(await picture('grants')).toEqual([]);
    await page.locator('.ant-select-item-option').filter({ hasText: '海子乡' }).click();
    await page.getByRole('link', { name: '数据导入' }).waitFor();
    await page.waitForURL('**/todo');
  });

  it('offers the years of the household when a case is started, with the latest judgeable one chosen', async () => {
    const { page, picture } = await open(cast.clerk);
    const household = await ready('safe');
    await page.goto(`/households/${household.id}?tab=cases`);
    await page.getByRole('button', { name: /发起/ }).click();
    await page.getByRole('menuitem').first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByTitle(String(YEAR), { exact: true }).waitFor();
    await dialog.getByRole('combobox').click();
    await page.locator('.ant-select-item-option').filter({ hasText: '没有年度记录' }).waitFor();
    expect(await picture('start')).toEqual([]);
  });

  it('asks for the password again where one is, when the session has ended', async () => {
    const client = await web.test.as('county_officer', '150221');
    const { page, picture } = await open(client);
    await page.goto('/rules');
    await page.getByText('人均纯收入不低于贫困线，且吃不愁').waitFor();
    await adminQuery(web.test.database, 'update user_session set revoked_at = now() where user_id = $1', [client.user?.userId]);
    await page.getByRole('link', { name: '公示公告' }).click();
    const dialog = page.getByRole('dialog').filter({ hasText: '登录已失效，请重新登录' });
    await dialog.waitFor();
    expect(await picture('session-ended')).toEqual([]);
    await page.getByLabel('用户名').fill(client.user?.username ?? '');
    await page.getByLabel('密码').fill(TEST_PASSWORD);
    await dialog.getByRole('button', { name: /登录$/ }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('没有公示').first().waitFor();
    expect(new URL(page.url()).pathname).toBe('/notices');
  });
});
