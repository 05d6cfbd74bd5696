import { readFile } from 'node:fs/promises';
import { poorStatuses } from '#domain';
import type { Answer } from '../support/questions/answer.js';
import { questionPopulation } from '../support/questions/population.js';
import { wordParts, wordText } from '../support/word-parts.js';
import { startWeb, type WebHarness, type WebPage } from './web-harness.js';
import type { TestClient } from '../support/client.js';

jest.setTimeout(240_000);

/** Compressed bytes that the pages of inspection add, and those of the pictures. */
const AUDIT = 80 * 1024;
const CHARTS = 240 * 1024;
const COUNTY = '150125';

describe('the page of questions', () => {
  let web: WebHarness;
  let inspector: TestClient;
  let officer: TestClient;
  const pages: WebPage[] = [];
  const open = async (client: TestClient): Promise<WebPage> => {
    const page = await web.open(client);
    pages.push(page);
    return page;
  };
  const ask = async (client: TestClient, definition: object): Promise<Answer> => (await client.post<Answer>('/questions/answers', { body: { definition } })).body;

  beforeAll(async () => {
    web = await startWeb();
    await questionPopulation(web.test, 240);
    inspector = await web.test.as('inspector', '15');
    officer = await web.test.as('county_officer', COUNTY);
  });
  afterAll(async () => {
    await web?.close();
  });
  afterEach(async () => {
    const faults = pages.flatMap((page) => page.faults);
    for (const page of pages.splice(0)) await page.close();
    expect(faults).toEqual([]);
  });

  it('answers a question with two conditions in at most five clicks, with the number that the server gives', async () => {
    const { page, picture, barriers, clicks, files } = await open(inspector);
    await page.goto('/audit/questions');
    await page.getByTestId('answer-number').waitFor();
    expect(await picture('audit-questions-first')).toEqual([]);
    const before = await clicks();
    await page.getByRole('button', { name: '在册户' }).click();
    await page.getByTestId('add-chip').click();
    expect(await picture('audit-questions-fields')).toEqual([]);
    await page.locator('.ant-select-item-option', { hasText: '人均纯收入' }).first().click();
    await page.getByLabel('人均纯收入的值').fill('8000');
    await page.getByLabel('人均纯收入的值').press('Enter');
    await page.getByRole('button', { name: '人均纯收入低于 8,000 元', exact: true }).waitFor();
    await page.getByTestId('run').click();
    await page.getByTestId('sentence').filter({ hasText: '人均纯收入低于 8,000 元' }).waitFor();
    const used = await clicks() - before;
    process.stdout.write(`question with two conditions: ${used} clicks\n`);
    expect(used).toBeLessThanOrEqual(5);
    const definition = { dataset: 'household', measure: { kind: 'count' }, groupBy: { by: 'division' }, chips: { combinator: 'and', rules: [{ field: 'status', operator: 'in', value: [...poorStatuses] }, { field: 'net_income_per_capita_fen', operator: '<', value: 800_000 }] } };
    const answer = await ask(inspector, definition);
    expect(answer.number).toBeGreaterThan(0);
    expect(await page.getByTestId('answer-number').textContent()).toBe(new Intl.NumberFormat('zh-CN').format(answer.number ?? 0));
    expect(await page.getByTestId('sentence').textContent()).toBe(answer.sentence.zh);
    await page.locator('.chart-canvas svg').first().waitFor();
    expect(await picture('audit-questions')).toEqual([]);
    expect(await barriers()).toEqual([]);
    await page.getByRole('button', { name: '表格' }).click();
    expect(await page.locator('.chart-table tbody tr').count()).toBe(answer.groups.length);
    expect(await picture('audit-questions-table')).toEqual([]);
    const chart = [...files].filter(([path]) => path.includes('chart-canvas')).reduce((sum, [, bytes]) => sum + bytes, 0);
    const audit = [...files].filter(([path]) => /questions|advanced|audit/.test(path)).reduce((sum, [, bytes]) => sum + bytes, 0);
    process.stdout.write(`pictures ${Math.round(chart / 1024)} KiB, questions ${Math.round(audit / 1024)} KiB compressed\n`);
    expect(chart).toBeGreaterThan(0);
    expect(chart).toBeLessThan(CHARTS);
    expect(audit).toBeLessThan(AUDIT);
  });

  it('is asked by the keyboard alone, about related rows too, and opens what is behind a bar', async () => {
    const { page, picture } = await open(officer);
    await page.goto('/audit/questions');
    await page.getByTestId('answer-number').waitFor();
    await page.locator('body').press('/');
    await page.getByRole('combobox', { name: '选择字段' }).pressSequentially('走访');
    await page.locator('.ant-select-item-option', { hasText: /^走访$/ }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByLabel('走访日期的值').waitFor();
    expect(await picture('audit-questions-related')).toEqual([]);
    await page.getByLabel('走访日期的值').press('Enter');
    await page.getByRole('button', { name: /没有走访满足（走访日期不早于 90 天前）/ }).first().waitFor();
    await page.locator('body').press('Enter');
    await page.getByTestId('sentence').filter({ hasText: '没有走访满足' }).waitFor();
    const whole = await page.getByTestId('answer-number').textContent();
    await page.getByRole('button', { name: '表格' }).click();
    const first = page.locator('.chart-table tbody tr').first();
    const expected = await first.locator('td').first().textContent();
    await first.getByRole('button').click();
    expect(expected).not.toBe(whole);
    await page.getByTestId('answer-number').filter({ hasText: new RegExp(`^${expected ?? ''}$`) }).waitFor();
    await page.locator('body').press('Control+s');
    await page.getByRole('dialog', { name: '保存这个问题' }).waitFor();
    await page.getByLabel('名称').fill('近 90 天无走访');
    await page.getByRole('checkbox').check();
    expect(await picture('audit-questions-save')).toEqual([]);
    await page.getByRole('button', { name: '保存', exact: true }).last().click();
    await page.getByText('已保存“近 90 天无走访”').waitFor();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.locator('body').press('g');
    await page.waitForFunction(`document.activeElement?.getAttribute('aria-label') === '分组'`);
    await page.keyboard.press('Control+e');
    await page.getByRole('dialog', { name: /^导出/ }).waitFor();
    await page.keyboard.press('Escape');
    for (const key of ['/', 'Enter', 'Ctrl S', 'Ctrl E', 'G']) expect(await page.locator('.key-hints kbd', { hasText: new RegExp(`^${key}$`) }).count()).toBe(1);
  });

  it('reads and writes the same expression behind 高级条件, whose lists have names', async () => {
    const { page, picture, barriers } = await open(officer);
    const chips = { combinator: 'and', rules: [{ field: 'status', operator: 'in', value: ['REGISTERED'] }, { combinator: 'or', rules: [{ field: 'housing_safe', operator: '=', value: false }, { field: 'net_income_per_capita_fen', operator: '<', value: 400_000 }] }] };
    await page.goto(`/audit/questions?d=${encodeURIComponent(JSON.stringify({ dataset: 'household', measure: { kind: 'count' }, chips }))}`);
    await page.getByRole('button', { name: '高级条件' }).click();
    await page.locator('.builder .rule').nth(2).waitFor();
    expect(await picture('audit-questions-advanced')).toEqual([]);
    expect(await barriers()).toEqual([]);
    expect(await page.locator('.builder select').count()).toBe(await page.locator('.builder select[aria-label]').count());
    await page.locator('.builder .rule').nth(2).getByLabel('人均纯收入的值').fill('6000');
    await page.getByText('条件已改').waitFor();
    await page.getByTestId('run').click();
    await page.waitForURL(/600000/);
    const asked = JSON.parse(new URL(page.url()).searchParams.get('d') ?? '{}') as { chips: { rules: [unknown, { combinator: string; rules: { value: unknown }[] }] } };
    expect(asked.chips.rules[1].combinator).toBe('or');
    expect(asked.chips.rules[1].rules.map(({ value }) => value)).toEqual([false, 600_000]);
  });

  it('is passed on as a link that answers by the rights of whoever opens it, with small cells hidden', async () => {
    const definition = { dataset: 'household', chips: { combinator: 'and', rules: [{ field: 'status', operator: 'in', value: [...poorStatuses] }] }, measure: { kind: 'count' }, groupBy: { by: 'field', field: 'main_cause' } };
    const { key } = (await inspector.post<{ key: string }>('/questions/links', { body: { definition } })).body;
    const shared = (await officer.get<Answer>(`/questions/links/${key}`)).body;
    const { page, picture, barriers } = await open(officer);
    await page.goto(`/audit/questions/link/${key}`);
    await page.getByTestId('sentence').waitFor();
    expect(await page.getByTestId('sentence').textContent()).toContain('武川县');
    expect(await page.getByTestId('sentence').textContent()).toBe(shared.sentence.zh);
    expect(await page.locator('.rows-table').count()).toBe(0);
    await page.getByRole('button', { name: '表格' }).click();
    const hidden = shared.groups.filter((group) => group.hidden).length;
    expect(hidden).toBeGreaterThan(0);
    expect(await page.locator('.chart-table tbody tr', { hasText: '不足 3，未显示' }).count()).toBe(hidden);
    expect(await picture('audit-questions-link')).toEqual([]);
    expect(await barriers()).toEqual([]);
  });

  it('keeps an answer frozen and says later whether it still holds; the question is compared by year', async () => {
    const shown = await open(inspector);
    const { page, picture, barriers } = shown;
    await page.goto('/audit/questions');
    await page.getByTestId('answer-number').waitFor();
    await page.getByRole('button', { name: '留存结果' }).click();
    await page.getByText(/已留存 .* 行的结果和校验值/).waitFor();
    const before = await shown.clicks();
    await page.getByRole('button', { name: '按年对比' }).click();
    await page.getByText(/^3 个区划，2016 至 2020 年/).waitFor();
    await page.locator('.chart-canvas svg').nth(2).waitFor();
    process.stdout.write(`comparison by area and year: ${await shown.clicks() - before} clicks\n`);
    expect(await shown.clicks() - before).toBeLessThanOrEqual(3);
    await page.locator('.chart-card').nth(2).scrollIntoViewIfNeeded();
    expect(await picture('audit-questions-years')).toEqual([]);
    const byArea = page.locator('.chart-card').nth(2);
    await byArea.getByRole('button', { name: '表格' }).click();
    const newest = await ask(inspector, { dataset: 'household', measure: { kind: 'count' }, groupBy: { by: 'division' }, asOf: { year: 2020 } });
    const rows = await byArea.locator('tbody tr').all();
    const lines = await Promise.all(rows.map((row) => row.locator('td, th').allTextContents()));
    expect(lines.map((cells) => [cells[0], cells.at(-1)])).toEqual(newest.groups.map((group) => [group.name.zh, new Intl.NumberFormat('zh-CN').format(group.number ?? 0)]));
    await page.getByRole('button', { name: '导出', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: /^导出 \d+ 行$/ }).click();
    await page.getByRole('dialog').getByText('导出进度').or(page.getByRole('dialog').getByRole('link', { name: /下载文件/ })).first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: '留存的结果' }).click();
    await page.getByRole('button', { name: '复核' }).first().click();
    await page.getByText('与留存时一致').first().waitFor();
    expect(await picture('audit-questions-freezes')).toEqual([]);
    expect(await barriers()).toEqual([]);
    await shown.countAnew();
    await page.getByRole('checkbox', { name: /^选入简报/ }).first().click();
    await page.getByRole('button', { name: '生成简报（1）' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('用途').fill('向旗县反馈');
    expect(await picture('audit-questions-brief')).toEqual([]);
    expect(await barriers()).toEqual([]);
    await dialog.getByRole('button', { name: '生成简报' }).click();
    const [file] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('link', { name: '下载文件' }).click({ timeout: 60_000 })]);
    process.stdout.write(`brief from kept answers: ${await shown.clicks()} clicks\n`);
    expect(await shown.clicks()).toBeLessThanOrEqual(5);
    expect(file.suggestedFilename()).toMatch(/^简报-督查简报 \d{4}-\d{2}-\d{2}-[0-9a-f]{8}\.docx$/);
    const parts = await wordParts(await readFile(await file.path()));
    // A reader of XML that is not ours takes every part.
    const errors = await page.evaluate<number[]>(`${JSON.stringify([...parts.values()])}.map((text) => new DOMParser().parseFromString(text, 'application/xml').getElementsByTagName('parsererror').length)`);
    expect(errors).toEqual([...parts].map(() => 0));
    expect(wordText(parts)).toMatch(/^督查简报 .*\n期间：.*\n编制：.*\n用途：向旗县反馈\n1\. 户数量，按下级区划\n/);
    await page.keyboard.press('Escape');
    await page.goto('/tasks');
    await page.getByText('Word 简报 · 督查简报').first().waitFor();
    await page.goto('/audit/questions/saved');
    await page.getByRole('heading', { name: '已存的问题' }).waitFor();
    expect(await picture('audit-questions-saved')).toEqual([]);
    expect(await barriers()).toEqual([]);
  });
});
