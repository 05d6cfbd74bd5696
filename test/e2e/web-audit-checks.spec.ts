import type { TestClient } from '../support/client.js';
import { cleanRegion } from '../support/inspection/clean-region.js';
import { startWeb, type WebHarness, type WebPage } from './web-harness.js';

jest.setTimeout(240_000);

const village = '150221213200';
const TWO_HEADS = 'A05';

describe('checks in a real browser', () => {
  let web: WebHarness;
  let inspector: TestClient;
  let shown: WebPage;

  beforeAll(async () => {
    web = await startWeb();
    const region = await cleanRegion(web.test.database, 10);
    for (let n = 0; n < 4; n++) {
      const household = region.household({ village });
      if (household.members[1]) household.members[1].row['relation_to_head'] = '01';
    }
    await region.write(web.test.database);
    inspector = await web.test.as('inspector', village.slice(0, 6));
    shown = await web.open(inspector);
  });
  afterAll(async () => {
    await web?.close();
  });
  afterEach(() => {
    expect(shown.faults).toEqual([]);
  });

  const runAll = async (): Promise<void> => {
    const { page } = shown;
    await page.goto(`/audit/checks?division=${village}`);
    await page.getByRole('button', { name: '运行全部规则' }).click();
    await page.waitForURL(/\/audit\/checks\/runs\/\d{6}-/);
    await page.getByTestId('run-totals').waitFor({ timeout: 90_000 });
  };

  it('lists all 86 with what each lacks, runs them over a village, and never calls clean what was not compared', async () => {
    const { page, picture, barriers } = shown;
    await page.goto(`/audit/checks?division=${village}`);
    await page.getByText('现行规则 86 条').waitFor();
    expect(await page.locator('tbody tr[data-row-key]').count()).toBe(86);
    expect(await picture('checks-library')).toEqual([]);
    expect(await barriers()).toEqual([]);
    await runAll();
    expect(await picture('checks-run')).toEqual([]);
    expect(await barriers()).toEqual([]);
    const death = page.locator('tr[data-row-key="A08"]');
    expect(await death.textContent()).toContain('未比对');
    expect(await death.textContent()).toContain('未核全');
    const found = page.locator(`tr[data-row-key="${TWO_HEADS}"]`);
    expect(await found.locator('td').nth(4).textContent()).toBe('4');
  });

  it('judges hits by keys, one and many, and the verdicts hold for the next run', async () => {
    const { page, picture, barriers } = shown;
    await page.goto(`/audit/checks/${TWO_HEADS}?division=${village}`);
    await page.locator('tbody tr[data-row-key]').nth(3).waitFor();
    expect(await barriers()).toEqual([]);
    await page.keyboard.press('KeyR');
    await page.keyboard.type('已核对户口簿');
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('Digit2');
    await page.locator('tbody tr[data-row-key]', { hasText: '误报' }).waitFor();
    await page.keyboard.press('KeyX');
    await page.keyboard.press('KeyJ');
    await page.keyboard.press('KeyX');
    await page.getByText('判定 2 处').waitFor();
    await page.keyboard.press('Digit1');
    await expect2(() => page.locator('tbody tr[data-row-key]', { hasText: '属实' }).count(), 2);
    expect(await picture('checks-judged')).toEqual([]);
    await runAll();
    await page.goto(`/audit/checks/${TWO_HEADS}?division=${village}`);
    await page.locator('tbody tr[data-row-key]').nth(3).waitFor();
    expect(await page.locator('tbody tr[data-row-key]', { hasText: '误报' }).count()).toBe(1);
    expect(await page.locator('tbody tr[data-row-key]', { hasText: '属实' }).count()).toBe(2);
    expect(await page.locator('tbody tr[data-row-key]', { hasText: '未判定' }).count()).toBe(1);
  });

  it('says what a check means, by which document, with its numbers and versions', async () => {
    const { page, picture, barriers } = shown;
    await page.goto(`/audit/checks/A08?tab=about`);
    await page.getByRole('heading', { name: '口径' }).waitFor();
    await page.getByText('需要的部门名单').waitFor();
    expect(await picture('check-about')).toEqual([]);
    expect(await barriers()).toEqual([]);
    await page.getByRole('tab', { name: '版本' }).click();
    await page.getByText('第 1 版').waitFor();
    expect(await picture('check-versions')).toEqual([]);
  });

  it('lets the region set the numbers of a check with the document that gives them', async () => {
    const publisher = await web.open(await web.test.as('region_officer', '15'));
    const { page } = publisher;
    const { body } = await inspector.get<{ items: { code: string; unset: string[] }[] }>('/checks');
    const code = body.items.find(({ unset }) => unset.length > 0)?.code ?? '';
    await page.goto(`/audit/checks/${code}?tab=about`);
    await page.getByRole('button', { name: '设置参数' }).click();
    const dialog = page.getByRole('dialog');
    const fields = dialog.locator('input[placeholder="未设置"]');
    for (let n = 0; n < (await fields.count()); n++) await fields.nth(n).fill('12');
    await dialog.getByLabel('依据文件').fill('测试用文件');
    await dialog.getByLabel('文号').fill('测试〔2026〕1号');
    await dialog.getByLabel('生效日期').click();
    await page.getByText('今天').last().click();
    expect(await publisher.picture('check-parameters')).toEqual([]);
    expect(await publisher.barriers()).toEqual([]);
    await dialog.getByRole('button', { name: '发布新版本' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('测试用文件').first().waitFor();
    expect(publisher.faults).toEqual([]);
    await publisher.close();
  });
});

/** Waits until something is counted so often. */
async function expect2(count: () => Promise<number>, wanted: number): Promise<void> {
  for (let tries = 0; tries < 100 && (await count()) !== wanted; tries++) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await count()).toBe(wanted);
}
