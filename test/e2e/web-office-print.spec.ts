import { readFileSync } from 'node:fs';
import { county, days, did, exitAt, householdWithYear, newCast, setStatus, start, village, YEAR, type Cast } from '../support/procedures.js';
import { syntheticId, type HouseholdBody } from '../support/households.js';
import { jpeg } from '../support/pictures.js';
import { pdfPages } from '../support/pdf-text.js';
import { choose, startWeb, type WebHarness, type WebPage } from './web-harness.js';

jest.setTimeout(180_000);

const numbers = /(?<!\d)\d{17}[\dXx]|(?<!\d)1[3-9]\d{9}(?!\d)/;

describe('prints, records and clues at the office desk', () => {
  let web: WebHarness;
  let cast: Cast;
  let household: HouseholdBody;
  const pages: WebPage[] = [];
  const open = async (client: Parameters<WebHarness['open']>[0]): Promise<WebPage> => {
    const page = await web.open(client);
    pages.push(page);
    return page;
  };
  const looked = async ({ picture, barriers }: WebPage, name: string): Promise<void> => {
    expect([name, await picture(name)]).toEqual([name, []]);
    expect([name, await barriers()]).toEqual([name, []]);
  };

  beforeAll(async () => {
    web = await startWeb();
    cast = await newCast(web.test);
    household = await householdWithYear(cast.clerk, { income: 'safe' });
    await setStatus(web.test, household, 'REGISTERED');
    await exitAt(web.test, cast, { household, to: 'running' });
  });
  afterAll(async () => {
    await web?.close();
  });
  afterEach(async () => {
    const faults = pages.flatMap((page) => page.faults);
    for (const page of pages.splice(0)) await page.close();
    expect(faults).toEqual([]);
  });

  it('prints a poster whose privacy check lists every hit, with vertical Mongolian as it was entered, and as PDF without a number of anybody', async () => {
    const watched = await open(cast.clerk);
    const { page } = watched;
    await page.goto('/notices');
    await page.locator('[data-lane="running"]').getByRole('link', { name: '公示榜' }).first().click();
    await page.getByText('隐私检查通过').waitFor();
    await page.getByRole('button', { name: '版式与落款' }).click();
    await page.getByLabel('监督电话').fill('13800138000');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('监督电话中有手机号码 138…00').waitFor();
    await looked(watched, 'office-sheet-refused');
    await page.getByLabel('监督电话').fill('0471-6944012');
    await page.getByLabel('依据文号').fill('内扶办发〔2016〕16号');
    await page.getByLabel('版式', { exact: true }).click();
    await page.locator('.ant-select-item-option').filter({ hasText: '蒙文竖排' }).click();
    await page.getByLabel('蒙文段').fill('ᠮᠣᠩᠭᠣᠯ ᠪᠢᠴᠢᠭ');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.locator('.mongolian-text.vertical').waitFor();
    await looked(watched, 'office-sheet');
    const begun = performance.now();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '公示榜 PDF' }).click()]);
    process.stdout.write(`poster as PDF from the page: ${Math.round(performance.now() - begun)} ms\n`);
    const read = pdfPages(readFileSync(await file.path())).join(' ');
    expect(read.replace(/ /g, '')).toContain('测试户主');
    expect(read).not.toMatch(numbers);
    await page.goto('/notices');
    await page.getByRole('button', { name: '打印公示榜' }).first().click();
    await page.getByText('已开始生成，完成后在任务中心下载。').first().waitFor();
    await looked(watched, 'office-notices-print');
  });

  it('says who holds a household in a procedure, corrects it, registers a birth, and shows what is wrong with an ID number', async () => {
    const watched = await open(cast.officer);
    const { page } = watched;
    await page.goto(`/households/${household.id}`);
    await page.getByText(/正在办理：贫困户退出，当前环节/).waitFor();
    await looked(watched, 'office-household');
    await page.getByRole('button', { name: '更正档案' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('自然村').fill('东营子');
    const place = dialog.getByLabel('住宅位置');
    await place.fill('40.6');
    await place.blur();
    await dialog.getByText('“住宅位置”应为纬度和经度').waitFor();
    await place.fill('31.23, 121.47');
    await place.blur();
    await dialog.getByText('这个位置不在内蒙古范围内，请核对').waitFor();
    await place.fill('40.6, 110.5');
    await looked(watched, 'office-household-edit');
    await dialog.getByRole('button', { name: /保\s*存/ }).click();
    await dialog.waitFor({ state: 'hidden' });
    const corrected = await cast.officer.get<{ values: Record<string, unknown> }>(`/households/${household.id}`);
    expect(corrected.body.values).toMatchObject({ naturalVillage: '东营子', housePosition: expect.stringMatching(/^geo:40\.600000,110\.500000;on=20\d\d-\d\d-\d\d;by=typed$/) as unknown });
    await page.getByRole('button', { name: '登记变化' }).click();
    await dialog.getByLabel('变化类型').click();
    await page.locator('.ant-select-item-option').filter({ hasText: '户籍迁入' }).click();
    await dialog.getByLabel('姓名').fill('测试迁入');
    await dialog.getByLabel('与户主关系').click();
    await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option').nth(2).click();
    await dialog.getByLabel('证件号码').fill('150221198005061230');
    await dialog.getByLabel('姓名').click();
    await dialog.getByText(/身份证|证件/).first().waitFor();
    await looked(watched, 'office-event-id');
    const taken = (await cast.clerk.post<{ id: string }>('/households', { body: { villageCode: village, values: {}, members: [{ values: { name: '另一户主', relationToHead: '01', idNo: syntheticId('1975-02-03') } }] } })).status;
    expect(taken).toBe(201);
    const again = await cast.clerk.get<{ items: { id: string }[] }>('/households?q=另一户主');
    expect(again.body.items.length).toBe(1);
    await dialog.getByLabel('证件号码').fill(syntheticId('1990-01-02'));
    await dialog.getByRole('button', { name: /保\s*存/ }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('测试迁入').first().waitFor();
    await page.getByRole('button', { name: '登记比对' }).click();
    await looked(watched, 'office-comparison');
    await page.keyboard.press('Escape');
  });

  it('registers a household, with the checks of the phone and the server', async () => {
    const watched = await open(cast.clerk);
    const { page } = watched;
    await page.goto('/households/new');
    await page.getByLabel('姓名').fill('新登记户主');
    await page.getByLabel('证件号码').fill(syntheticId('1969-03-04'));
    await looked(watched, 'office-register');
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.waitForURL(/households\/150221-/);
    await page.getByRole('heading', { name: /新登记户主/ }).first().waitFor();
  });

  it('ticks off what a village has and records its year, from which the rate is computed anew', async () => {
    const watched = await open(cast.township);
    const { page } = watched;
    await page.goto(`/villages/${village}?year=${YEAR}`);
    await page.getByTestId('checklist').getByText('硬化路').waitFor();
    await page.getByRole('button', { name: `填报 ${YEAR} 年度数据` }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('农牧业户籍常住人口').fill('620');
    await dialog.getByLabel('硬化路').click();
    await page.locator('.ant-select-item-option').filter({ hasText: '是' }).last().click();
    await dialog.getByLabel('数据来源').fill('统计年报');
    await looked(watched, 'office-village-record');
    await dialog.getByRole('button', { name: /保\s*存/ }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.locator('[data-rate="incidence"]').getByRole('button', { name: /620/ }).waitFor({ timeout: 30_000 });
    await page.getByText('尚未发起村退出').waitFor();
    const row = page.locator('[data-item="hardened_road"]');
    await row.getByLabel('为“硬化路”添加附件').setInputFiles({ name: '通村路.jpg', mimeType: 'image/jpeg', buffer: await jpeg({ seed: 5, grain: 8 }) });
    await row.getByRole('link', { name: '下载 通村路.jpg' }).waitFor();
    await row.getByRole('button', { name: '通村路.jpg' }).click();
    const photo = page.getByRole('dialog').getByRole('img', { name: '通村路.jpg' });
    await photo.waitFor();
    expect(await page.evaluate(`(() => { const image = document.querySelector('.checklist-photo'); return image.decode().then(() => image.naturalWidth); })()`)).toBeGreaterThan(0);
    await looked(watched, 'office-checklist-file');
    await page.keyboard.press('Escape');
    await photo.waitFor({ state: 'hidden' });
    const exit = await start(cast.clerk, 'village_exit', village);
    await page.reload();
    await page.getByTestId('village-exit').getByText('办理中').waitFor();
    await looked(watched, 'office-village');
    await page.getByRole('link', { name: '2020 年度村退出' }).click();
    await page.waitForURL(`**/cases/${exit.id}`);
    await page.getByRole('link', { name: '下载 通村路.jpg' }).waitFor();
    await looked(watched, 'office-village-case');
    const county = await open(cast.officer);
    await county.page.goto(`/counties/150221?year=${YEAR}`);
    await county.page.getByText('旗县数据').waitFor();
    await looked(county, 'office-county');
  });

  it('carries a clue from its report to its end on a rail as long as its term, red in the last fifth', async () => {
    const region = await web.test.as('region_officer', '15');
    const set = await region.put('/parameters/clue_decision_days', { body: { value: 15, effectiveFrom: '2020-01-01', source: '测试文件', version: 0 } });
    expect(set.status).toBe(200);
    const reporter = await open(cast.clerk);
    await reporter.page.goto('/clues');
    await reporter.page.getByText('没有待核实的线索').waitFor();
    await reporter.page.getByRole('button', { name: '登记线索' }).click();
    const dialog = reporter.page.getByRole('dialog');
    await dialog.getByLabel('对象姓名').fill('线索对象');
    for (const [label, option] of [['来源', '干部排查'], ['风险类型', '']] as const) {
      await choose(reporter.page, dialog.getByLabel(label), option);
    }
    await dialog.getByLabel('情况说明').fill('户主住院，收入减少');
    await looked(reporter, 'office-clue-report');
    await dialog.getByRole('button', { name: '登记线索' }).click();
    await reporter.page.getByText('第 1 天/共 15 天').waitFor();
    await days(web.test, 11);
    const watched = await open(cast.township);
    await watched.page.goto('/clues');
    await watched.page.locator('.day-rail.late').getByText('第 12 天/共 15 天').waitFor();
    await watched.page.getByRole('button', { name: '开始核实' }).click();
    await watched.page.getByText('核实中', { exact: false }).first().waitFor();
    await looked(watched, 'office-clues');
    await watched.page.getByRole('button', { name: /暂\s*停/ }).click();
    const pausing = watched.page.getByRole('dialog');
    await pausing.getByRole('button', { name: /暂\s*停/ }).click();
    await pausing.getByText('请填写暂停原因').waitFor();
    await pausing.getByLabel('暂停原因').fill('等待医保部门核对');
    await pausing.getByRole('button', { name: /暂\s*停/ }).click();
    await watched.page.getByText('已暂停').waitFor();
    await days(web.test, 3);
    await watched.page.reload();
    await watched.page.getByText(/等待医保部门核对/).waitFor();
    await watched.page.getByText('第 11 天/共 15 天').waitFor();
    await looked(watched, 'office-clue-paused');
    await watched.page.getByRole('button', { name: /恢\s*复/ }).click();
    await watched.page.getByText('第 12 天/共 15 天').waitFor();
    await watched.page.getByText(/曾暂停/).waitFor();
    await watched.page.getByRole('button', { name: '办结' }).click();
    await watched.page.getByRole('dialog').getByLabel('核实结论').click();
    await watched.page.locator('.ant-select-item-option').filter({ hasText: '已帮扶解决' }).click();
    await watched.page.getByLabel('核实情况').fill('已落实医疗救助');
    await looked(watched, 'office-clue-settle');
    await watched.page.getByRole('dialog').getByRole('button', { name: /办\s*结/ }).click();
    await watched.page.getByText('没有待核实的线索').waitFor();
  });

  it('shows a copied case unread until it is opened, and sends the corrected case straight back to whoever returned it', async () => {
    const returned = await householdWithYear(cast.clerk, { income: 'safe' });
    await setStatus(web.test, returned, 'REGISTERED');
    const { id } = await exitAt(web.test, cast, { household: returned, to: 'COUNTY_DECISION' });
    await did(cast.approver, id, 'return', { toStep: 'VERIFICATION', fields: ['housingSafe'], opinion: '补充住房照片', copyTo: [{ role: 'county_officer', division: county }] });
    const reader = await open(cast.officer);
    await reader.page.goto('/todo?box=copied');
    const line = reader.page.getByRole('row', { name: /测试户主/ });
    await line.getByText('未读').waitFor();
    await looked(reader, 'todo-copied');
    await line.getByRole('link').click();
    await reader.page.getByRole('heading', { name: '抄送' }).waitFor();
    await reader.page.goto('/todo?box=copied');
    await line.waitFor();
    expect(await line.getByText('未读').count()).toBe(0);

    const fixer = await open(cast.member);
    await fixer.page.goto(`/cases/${id}`);
    await fixer.page.getByRole('button', { name: '同意', exact: true }).click();
    const answer = fixer.page.getByRole('dialog');
    expect(await answer.getByLabel(/直达退回人/).isChecked()).toBe(true);
    await looked(fixer, 'case-answer');
    await answer.getByRole('button', { name: '同意', exact: true }).click();
    await answer.waitFor({ state: 'detached' });
    await fixer.page.goto(`/cases/${id}`);
    await fixer.page.getByText('→ 旗县审定 直达退回人').waitFor();
    expect((await cast.member.get<{ currentStep: string; notices: { state: string }[] }>(`/cases/${id}`)).body).toMatchObject({ currentStep: 'COUNTY_DECISION', notices: [{ state: 'CLOSED' }] });
  });

  it('says after a second that it asks, lets go after three, keeps the old rows meanwhile, and names the time of what it shows', async () => {
    const watched = await open(cast.officer);
    const { page } = watched;
    await page.goto('/households');
    await page.getByText(/^数据截至 \d{4}-\d{2}-\d{2} \d{2}:\d{2}$/).waitFor();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route(/\/api\/v1\/households(\?|\/15)/, async (route) => { await held; await route.abort().catch(() => undefined); });
    const search = page.getByRole('main').getByRole('searchbox').or(page.getByRole('main').getByRole('textbox')).first();
    await search.fill('测试');
    await search.press('Enter');
    await page.getByText('正在查询…').waitFor();
    expect(await page.evaluate<string>("getComputedStyle(document.querySelector('.data-table.stale tbody')).opacity")).toBe('0.6');
    expect(await page.getByRole('link', { name: '测试户主' }).count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: '不再等待' }).click();
    await page.goto(`/households/${household.id}`);
    await page.getByRole('button', { name: '不再等待' }).click();
    await page.getByText('查询已取消').waitFor();
    await looked(watched, 'office-stopped');
    release();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.getByRole('button', { name: '重试' }).click();
    await page.getByRole('tab', { name: '变更记录' }).waitFor();
  });
});
