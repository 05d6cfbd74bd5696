import { addDays, formatCaseId } from '#domain';
import { FieldWriter } from '#households';
import { plantFamilies } from '../support/care.js';
import type { TestClient } from '../support/client.js';
import { syntheticId, villages } from '../support/households.js';
import { cleanRegion } from '../support/inspection/clean-region.js';
import { days } from '../support/procedures.js';
import { startWeb, typeDay, type WebHarness, type WebPage } from './web-harness.js';

jest.setTimeout(240_000);

const village = '150221213200';
const county = village.slice(0, 6);
const FULL_NUMBER = /\d{17}[\dXx]/;

describe('comparisons and findings in a real browser', () => {
  let web: WebHarness;
  let inspector: TestClient;
  let officer: TestClient;
  let shown: WebPage;
  let finding = '';
  let comparison = '';
  const same = { name: '安同号', born: '1950-02-03', idNo: syntheticId('1950-02-03') };
  const named = { name: '安同名', born: '1951-02-03', idNo: syntheticId('1951-02-03') };
  const near = { name: '安相近', born: '1952-02-03', idNo: syntheticId('1952-02-03') };

  const today = async () => (await inspector.get<{ today: string }>('/clock')).body.today;
  beforeAll(async () => {
    web = await startWeb();
    const hash = (idNo: string) => web.test.app.get(FieldWriter).identityHash('RESIDENT_ID', idNo);
    const families = await plantFamilies(web.test.database, [same, named, near].map(({ name, born, idNo }) => ({ villageCode: villages.haizi, people: [{ relation: '01', name, birthDate: born, idNoBidx: hash(idNo) }] })));
    expect(formatCaseId(families[0]!.countyCode, families[0]!.memberIds[0] ?? '')).toMatch(/^150221-/);
    const region = await cleanRegion(web.test.database, 10);
    for (let n = 0; n < 3; n++) {
      const household = region.household({ village });
      if (household.members[1]) household.members[1].row['relation_to_head'] = '01';
    }
    await region.write(web.test.database);
    inspector = await web.test.as('inspector', county, { username: '督查甲' });
    officer = await web.test.as('county_officer', county, { username: '经办乙' });
    const { body } = await inspector.post<{ id: string }>('/check-runs', { body: { division: village, codes: ['A05'], all: false } });
    for (let tries = 0; tries < 200 && (await inspector.get<{ state: string }>(`/check-runs/${body.id}`)).body.state !== 'done'; tries++) await new Promise((resolve) => setTimeout(resolve, 100));
    shown = await web.open(inspector);
  });
  afterAll(async () => {
    await web?.close();
  });
  afterEach(() => {
    expect(shown.faults).toEqual([]);
  });

  it('a list is uploaded, its columns are suggested, and three kinds of match lie beside our record, masked', async () => {
    const { page, picture, barriers } = shown;
    await page.goto('/audit/comparisons');
    await page.getByLabel('名单种类').first().click();
    await page.getByTitle('死亡人员').click();
    await typeDay(page.getByLabel('名单日期'), await today());
    await page.getByLabel('具体用途').fill('核查死亡人员仍在册');
    const rows = [['姓名', '身份证号', '出生日期', '死亡时间'], [same.name, same.idNo, same.born, '2026-03-04'], [named.name, '', named.born, '2026-03-05'], [near.name, '', '1952-02-04', '2026-03-06'], ['外地人', syntheticId('1944-01-01'), '1944-01-01', '2026-01-01']];
    await page.locator('input[type="file"]').setInputFiles({ name: '死亡人员.csv', mimeType: 'text/csv', buffer: Buffer.from(`\ufeff${rows.map((cells) => cells.join(',')).join('\n')}\n`) });
    expect(await picture('comparison-upload')).toEqual([]);
    expect(await barriers()).toEqual([]);
    await page.getByRole('button', { name: '上传并识别列' }).click();
    await page.waitForURL(/\/audit\/comparisons\/\d{6}-/);
    comparison = new URL(page.url()).pathname;
    await page.getByRole('button', { name: '开始比对' }).waitFor();
    expect(await page.locator('main').innerText()).not.toMatch(FULL_NUMBER);
    expect(await picture('comparison-mapping')).toEqual([]);
    await page.getByRole('button', { name: '开始比对' }).click();
    await page.locator('[data-match]').first().waitFor({ timeout: 60_000 });
    await page.getByText('证件一致').waitFor();
    expect(await page.locator('main').innerText()).not.toMatch(FULL_NUMBER);
    expect(await picture('comparison-matches')).toEqual([]);
    expect(await barriers()).toEqual([]);
    const card = page.locator(`[data-match="${same.name}"]`);
    await card.getByLabel('判定理由').fill('已核对死亡证明');
    await card.getByRole('button', { name: '属实' }).click();
    await card.getByText('已核对死亡证明').waitFor();
    await page.getByRole('tab', { name: /疑似/ }).click();
    await page.locator(`[data-match="${near.name}"]`).waitFor();
    await page.getByRole('tab', { name: /未匹配/ }).click();
    await page.getByText('不在本范围农户中').waitFor();
    expect(await picture('comparison-unmatched')).toEqual([]);
  });

  it('hits become a finding in at most five clicks', async () => {
    const { page, picture, barriers } = shown;
    await page.goto(`/audit/checks/A05?division=${village}`);
    await page.locator('tbody tr[data-row-key]').nth(2).waitFor();
    await shown.countAnew();
    await page.locator('thead input[type="checkbox"]').click();
    await page.getByRole('button', { name: '生成问题（3）' }).click();
    await page.getByLabel('整改期限（工作日）').fill('10');
    expect(await picture('finding-raise')).toEqual([]);
    await page.getByRole('button', { name: '生成问题', exact: true }).click();
    await page.getByText('已生成 1 个问题').waitFor();
    const clicks = await shown.clicks();
    process.stdout.write(`clicks to raise a finding: ${clicks}\n`);
    expect(clicks).toBeLessThanOrEqual(5);
    await page.goto('/audit/findings');
    await page.locator('[data-state="ISSUED"] .finding-card').waitFor();
    await page.getByText('还没有设置蓝、黄、红的天数界限').waitFor();
    expect(await picture('findings-board')).toEqual([]);
    expect(await barriers()).toEqual([]);
    await page.locator('.finding-card a').first().click();
    await page.waitForURL(/\/findings\/\d{6}-/);
    finding = new URL(page.url()).pathname;
    await page.getByRole('link', { name: '整改通知书' }).click();
    await page.getByText('问题整改通知书').last().waitFor();
    expect(await page.getByRole('link', { name: '打印整改通知书' }).getAttribute('href')).toBe(`/api/v1/prints/findings/${finding.split('/').at(-1) ?? ''}?format=html`);
    const [paper] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载整改通知书 PDF' }).click()]);
    expect(paper.suggestedFilename()).toBe('整改通知书.pdf');
    expect(await picture('finding-notice')).toEqual([]);
    expect(await barriers()).toEqual([]);
  });

  it('the days that are left have the colours that the region sets with the document that gives them', async () => {
    const region = await web.open(await web.test.as('region_officer', '15'));
    const { page } = region;
    await page.goto('/findings');
    await page.getByRole('button', { name: '设置颜色界限' }).click();
    const dialog = page.getByRole('dialog');
    for (const [label, days] of [['蓝色：剩余天数不超过', '40'], ['黄色：不超过', '30'], ['红色：不超过', '3']] as const) await dialog.getByLabel(label).fill(days);
    await dialog.getByLabel('依据文件').fill('测试用文件');
    await typeDay(dialog.getByLabel('生效日期'), await today());
    expect(await region.picture('finding-colours')).toEqual([]);
    expect(await region.barriers()).toEqual([]);
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.locator('.finding-card.colour-yellow').waitFor();
    expect(await page.getByText('还没有设置蓝、黄、红的天数界限').count()).toBe(0);
    expect(region.faults).toEqual([]);
    await region.close();
  });

  it('a later deadline is asked for by the unit and granted by another person; until then nothing moves', async () => {
    const desk = await web.open(officer);
    await desk.page.goto(finding);
    await desk.page.getByRole('button', { name: '申请延期' }).click();
    await desk.page.getByLabel('延期到').fill('2027-01-15');
    await desk.page.getByLabel('延期到').press('Tab');
    await desk.page.getByLabel('延期原因').fill('道路中断，暂不能入户');
    expect(await desk.picture('finding-extension')).toEqual([]);
    expect(await desk.barriers()).toEqual([]);
    await desk.page.locator('form').getByRole('button', { name: '申请延期' }).click();
    await desk.page.getByText(/申请由 .* 延期到 2027-01-15/).waitFor();
    expect(await desk.page.getByRole('button', { name: '同意延期', exact: true }).count()).toBe(0);
    expect(desk.faults).toEqual([]);
    await desk.close();
    const { page, picture } = shown;
    await page.goto('/audit/findings');
    await page.locator('.finding-card.colour-yellow', { hasText: '申请延期' }).getByRole('link').click();
    await page.getByLabel('意见', { exact: true }).fill('情况属实');
    expect(await picture('finding-extension-decide')).toEqual([]);
    await page.getByRole('button', { name: '同意延期', exact: true }).click();
    await page.getByText('督查甲同意延期到 2027-01-15').waitFor();
    await page.goto('/audit/findings');
    await page.locator('.finding-card.colour-none').waitFor();
  });

  it('the unit answers from its own desk, and somebody else closes', async () => {
    const desk = await web.open(officer);
    const { page } = desk;
    await page.goto('/findings');
    await page.locator('[data-state="ISSUED"] .finding-card a').first().click();
    await page.getByRole('button', { name: '接收' }).click();
    await page.getByLabel('整改措施').fill('逐户核对户口簿');
    await page.locator('form').getByRole('button', { name: '制定整改措施' }).click();
    await page.getByText('逐户核对户口簿').first().waitFor();
    await page.getByRole('button', { name: '报告整改情况' }).first().click();
    await page.getByLabel('整改情况').fill('三户已更正');
    await page.locator('input[type="file"]').setInputFiles({ name: '户口簿.pdf', mimeType: 'application/pdf', buffer: pdf() });
    await page.getByText('户口簿.pdf').waitFor();
    expect(await desk.picture('finding-answer')).toEqual([]);
    expect(await desk.barriers()).toEqual([]);
    await page.locator('form').getByRole('button', { name: '报告整改情况' }).click();
    await page.getByText('佐证 1').waitFor();
    await page.getByRole('button', { name: '申请延期' }).waitFor();
    await page.getByRole('button', { name: '提请复核' }).click();
    await page.getByText('当前没有需要您办理的事').waitFor();
    expect(desk.faults).toEqual([]);
    await desk.close();

    await shown.page.goto(finding);
    await shown.page.getByRole('button', { name: '销号' }).first().waitFor();
    await shown.page.getByLabel('复核意见').fill('资料齐全，整改到位');
    expect(await shown.picture('finding-review')).toEqual([]);
    expect(await shown.barriers()).toEqual([]);
    await shown.page.locator('form').getByRole('button', { name: '销号' }).click();
    await shown.page.getByText('已销号').first().waitFor();
  });

  it('closed findings are drawn to be looked at again, not chosen', async () => {
    const { page, picture, barriers } = shown;
    await page.goto('/audit/findings');
    await page.getByRole('button', { name: '抽取回头看' }).click();
    const dialog = page.getByRole('dialog');
    const day = await today();
    const range = dialog.locator('.ant-picker-range input');
    await range.first().fill(day);
    await range.first().press('Tab');
    await range.last().fill(day);
    await range.last().press('Tab');
    await dialog.getByLabel('抽取数量').fill('1');
    await dialog.getByLabel('回头看日期').fill('2027-03-01');
    await dialog.getByLabel('回头看日期').press('Tab');
    await dialog.getByLabel('随机种子').fill('look-again');
    expect(await picture('finding-draw')).toEqual([]);
    expect(await barriers()).toEqual([]);
    await dialog.getByRole('button', { name: '抽取', exact: true }).click();
    await dialog.getByText('已从 1 个问题中抽取 1 个，种子 look-again').waitFor();
    await dialog.getByText('从 1 个中抽取 1 个，种子 look-again，2027-03-01 回头看').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('[data-state="CLOSED"] .finding-card', { hasText: '2027-03-01' }).waitFor();
  });

  it('exports and the log are on record for inspectors, and the chains are verified', async () => {
    const { page, picture, barriers } = shown;
    await inspector.post('/evidence-exports', { body: { source: 'findings', params: { division: county }, format: 'csv', purpose: '督查报告' } });
    await page.goto('/audit/exports');
    await page.getByText('督查报告').waitFor();
    expect(await picture('export-log')).toEqual([]);
    expect(await barriers()).toEqual([]);
    const auditor = await web.open(await web.test.as('audit_admin', '15'));
    await auditor.page.goto('/audit/log');
    await auditor.page.getByRole('button', { name: '开始核验' }).click();
    await auditor.page.getByText(/日志链完整|发现 \d+ 处不一致/).waitFor();
    expect(await auditor.picture('audit-log')).toEqual([]);
    expect(await auditor.barriers()).toEqual([]);
    expect(auditor.faults).toEqual([]);
    await auditor.close();
  });

  it('a match that was left open comes back on the day of its re-check, and goes once it is decided', async () => {
    const { page, picture, barriers } = shown;
    const due = async () => (await inspector.get<{ items: { id: string; ours: { name: string }; recheckOn: string | null }[] }>('/matches/due')).body.items;
    const tomorrow = addDays(await today(), 1);
    await page.goto(comparison);
    const card = page.locator(`[data-match="${named.name}"]`);
    await card.getByLabel('判定理由').fill('等公安部门回函');
    await typeDay(card.getByLabel('复查日期（待查时）'), tomorrow);
    await card.getByRole('button', { name: '待查' }).click();
    await card.getByText('等公安部门回函').waitFor();
    await page.goto('/audit/comparisons');
    await page.getByRole('link', { name: '到期复查' }).click();
    await page.getByText('没有到期需要复查的疑点').waitFor();
    expect(await due()).toEqual([]);
    await days(web.test, 1);
    expect((await due()).map(({ ours, recheckOn }) => [ours.name, recheckOn])).toEqual([[named.name, tomorrow]]);
    await page.reload();
    await card.waitFor();
    expect(await page.locator('main').innerText()).not.toMatch(FULL_NUMBER);
    expect(await picture('comparison-due')).toEqual([]);
    expect(await barriers()).toEqual([]);
    await card.getByLabel('判定理由').fill('回函说不是同一人');
    await card.getByRole('button', { name: '误报' }).click();
    await page.getByText('没有到期需要复查的疑点').waitFor();
    expect(await due()).toEqual([]);
  });
});

/** The smallest document that is one. */
function pdf(): Buffer {
  return Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
}
