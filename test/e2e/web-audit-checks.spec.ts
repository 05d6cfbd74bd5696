import { CryptoProvider } from '#platform';
import { adminQuery } from '../support/admin.js';
import type { TestClient } from '../support/client.js';
import { cleanRegion } from '../support/inspection/clean-region.js';
import { choose, startWeb, typeDay, type WebHarness, type WebPage } from './web-harness.js';

jest.setTimeout(240_000);

const village = '150221213200';
const TWO_HEADS = 'A05';

describe('checks in a real browser', () => {
  let web: WebHarness;
  let inspector: TestClient;
  let shown: WebPage;

  const today = async () => (await inspector.get<{ today: string }>('/clock')).body.today;
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

  it('leads from a hit to its household, where a number is shown in clear only for a purpose and on record', async () => {
    const { page, picture, barriers } = shown;
    await page.goto(`/audit/checks/${TWO_HEADS}?division=${village}`);
    await page.locator('tbody tr[data-row-key] a').first().click();
    await page.waitForURL(/\/households\/150221-/);
    const household = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await page.getByRole('tab', { name: /成员/ }).click();
    const row = page.locator('tbody tr[data-row-key]').first();
    const number = row.locator('td', { hasText: /\d{2}\*+\w{3,4}/ }).first();
    expect(await page.locator('main').innerText()).not.toMatch(/\d{17}[\dXx]/);
    const member = (await row.getAttribute('data-row-key') ?? '').slice(-36);
    const stored = web.test.app.get(CryptoProvider, { strict: false }).encrypt('member', 'id_no', member, '150221198005060019');
    await adminQuery(web.test.database, `set session_replication_role = replica; update member set id_no_enc = '${stored}' where county_code = '150221' and household_id = '${household.slice(7)}' and id = '${member}'`);
    await number.getByRole('button', { name: '查看' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '查看' }).click();
    await dialog.getByText('请选择用途类别').waitFor();
    await choose(page, dialog.getByLabel('用途类别'), /./);
    await dialog.getByLabel('具体用途').fill('核对两个户主是否同一人');
    await dialog.getByRole('button', { name: '查看' }).click();
    expect(await page.getByTestId('revealed').textContent()).toBe('150221198005060019');
    expect(await barriers()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByTestId('revealed').waitFor({ state: 'detached' });
    expect(await page.locator('main').innerText()).not.toContain('150221198005060019');
    expect(await picture('check-household')).toEqual([]);
    const logged = await adminQuery<{ n: number }>(web.test.database, "select count(*)::int as n from audit_log where op = 'UNMASK' and actor_id = $1", [inspector.user?.userId]);
    expect(logged[0]?.n).toBe(1);
  });

  it('publishes a rule anew from the page: its effect first, and not while its examples do not hold', async () => {
    const publisher = await web.open(await web.test.as('region_officer', '15'));
    const { page } = publisher;
    await page.goto('/audit/checks/A37');
    await page.getByRole('tab', { name: '版本' }).click();
    await page.getByRole('button', { name: '修改规则' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('规则定义（JSON）').fill('{"combinator":');
    await dialog.getByLabel('试算年度').fill('2025');
    await dialog.getByRole('button', { name: '试算影响' }).click();
    await dialog.getByText('内容不是有效的 JSON').waitFor();
    await dialog.getByLabel('规则定义（JSON）').fill(JSON.stringify({ combinator: 'and', rules: [{ field: 'status', operator: '=', value: 'REGISTERED' }, { field: 'wage_fen', operator: '>', value: 0 }] }));
    await dialog.getByRole('button', { name: '试算影响' }).click();
    await dialog.getByText(/新规则将新增命中/).waitFor({ timeout: 60_000 });
    const name = (zh: string) => ({ zh, en: zh });
    const examples = [
      { name: name('有工资'), facts: { status: 'REGISTERED', wage_fen: 1 }, parameters: {}, expected: 'not_met' }, { name: name('无工资'), facts: { status: 'REGISTERED', wage_fen: 0 }, parameters: {}, expected: 'not_met' },
      { name: name('未填'), facts: { status: 'REGISTERED' }, parameters: {}, expected: 'unproven' },
    ];
    await dialog.getByLabel(/^示例/).fill(JSON.stringify(examples));
    await dialog.getByLabel('依据文件').fill('测试修订');
    await dialog.getByLabel('文号').fill('测试〔2026〕2号');
    await typeDay(dialog.getByLabel('生效日期'), await today());
    await dialog.getByRole('button', { name: '发布新版本' }).click();
    await dialog.getByRole('alert').filter({ hasText: '没有通过自带示例' }).waitFor();
    expect(await publisher.picture('check-publish-refused')).toEqual([]);
    expect(await publisher.barriers()).toEqual([]);
    await dialog.getByLabel(/^示例/).fill(JSON.stringify(examples.map((one, at) => (at === 0 ? { ...one, expected: 'met' } : one))));
    await dialog.getByRole('button', { name: '发布新版本' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('第 2 版').waitFor();
    expect(await publisher.picture('check-published')).toEqual([]);
    expect(publisher.faults).toEqual([]);
    await publisher.close();
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
    await typeDay(dialog.getByLabel('生效日期'), await today());
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
