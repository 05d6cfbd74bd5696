import { readFileSync } from 'node:fs';
import type { TestClient } from '../support/client.js';
import { syntheticId, villages } from '../support/households.js';
import { startWeb, type WebHarness, type WebPage } from './web-harness.js';

jest.setTimeout(180_000);

const village = villages.haizi;
const headings = ['旗县', '苏木乡镇', '嘎查村', '户编号', '姓名', '证件号码', '与户主关系', '性别', '民族', '脱贫属性', '贫困户属性', '主要致贫原因', '老乡的羊'];
const row = (code: string, name: string, { id = syntheticId(), relation = '户主', cause = '因病' } = {}): string[] =>
  ['土默特右旗', '海子乡', '海子村委会', code, name, id, relation, '男', '汉族', '未脱贫', '一般贫困户', cause, '12'];
const spoiled = (id: string): string => id.slice(0, 17) + (id.endsWith('1') ? '2' : '1');

describe('an import in a real browser', () => {
  let web: WebHarness;
  let officer: TestClient;
  let shown: WebPage;

  beforeAll(async () => {
    web = await startWeb();
    officer = await web.test.as('township_officer', village.slice(0, 9));
    shown = await web.open(officer);
  });
  afterAll(async () => {
    await web?.close();
  });
  afterEach(() => {
    expect(shown.faults).toEqual([]);
  });

  const count = (part: string): Promise<string | null> => shown.page.locator(`[data-count="${part}"]`).textContent();
  const upload = async (name: string, rows: string[][]): Promise<void> => {
    const { page } = shown;
    await page.goto('/imports');
    await page.locator('input[type="file"]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(`\ufeff${rows.map((cells) => cells.join(',')).join('\n')}\n`) });
    await page.getByRole('button', { name: '上传并校验' }).click();
    await page.waitForURL(/\/imports\/\d{6}-/);
  };

  it('counts what a file would do, marks the bad cell with its reason, takes the correction in the page, imports all and takes it back', async () => {
    const { page, picture } = shown;
    const right = syntheticId();
    await upload('人员名单.csv', [headings, row('T1', '测试甲'), row('T2', '测试乙', { id: spoiled(right) }), row('T2', '测试丙', { relation: '配偶' })]);
    await page.getByTestId('import-counts').waitFor();
    expect([await count('in'), await count('created'), await count('updated'), await count('unchanged'), await count('rejected')]).toEqual(['3', '1', '0', '0', '2']);
    expect(await page.getByRole('radio', { name: /全部导入/ }).isDisabled()).toBe(true);
    const bad = page.getByLabel('第 3 行 证件号码');
    await bad.waitFor();
    await page.getByText('证件号码校验码不符').waitFor();
    expect(await picture('import-checked')).toEqual([]);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载错误文件' }).click()]);
    expect(readFileSync(await download.path(), 'utf8')).toContain('校验码');
    await bad.fill(right);
    await page.locator('tr[data-row="3"]').getByRole('button', { name: '保存' }).click();
    await page.locator('[data-count="rejected"]').filter({ hasText: /^0$/ }).waitFor();
    expect([await count('in'), await count('created')]).toEqual(['3', '3']);
    await page.getByRole('button', { name: '导入 3 行' }).click();
    await page.getByText('导入结果').waitFor();
    expect(await picture('import-done')).toEqual([]);
    await page.getByRole('button', { name: '撤销导入' }).click();
    await page.getByRole('tooltip').getByRole('button', { name: '撤销导入' }).click();
    await page.getByText(/本批次已于 .* 撤销/).waitFor();
    await page.goto('/households?q=测试甲');
    await page.getByText('没有符合条件的记录').waitFor();
  });

  it('lets a heading that nobody knows be named by hand, and remembers it for the next file', async () => {
    const { page, picture } = shown;
    await upload('未知表头.csv', [headings, row('T3', '测试丁')]);
    await page.getByText('未识别').waitFor();
    await page.getByLabel('“老乡的羊”的含义').click();
    await page.getByLabel('“老乡的羊”的含义').fill('羊（只）');
    await page.getByTitle('羊（只）').last().click();
    expect(await picture('import-headings')).toEqual([]);
    await page.getByRole('button', { name: '按此重新校验' }).click();
    await page.getByText(`表头识别（${headings.length} / ${headings.length}）`).waitFor();
    await upload('下一个文件.csv', [headings, row('T4', '测试戊')]);
    await page.getByText(`表头识别（${headings.length} / ${headings.length}）`).waitFor();
    expect(await page.getByText('未识别').count()).toBe(0);
  });

  it('refuses a file that only pretends to be a workbook, in words, and keeps the page', async () => {
    const { page, picture } = shown;
    await page.goto('/imports');
    await page.locator('input[type="file"]').setInputFiles({ name: '假的.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('not a workbook') });
    await page.getByRole('button', { name: '上传并校验' }).click();
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(/\p{Script=Han}{4}/u);
    expect(await picture('import-refused')).toEqual([]);
  });
});
