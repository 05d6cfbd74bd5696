import { readFileSync } from 'node:fs';
import { uuidV7 } from '#domain';
import { asSystem } from '../support/care.js';
import type { TestClient } from '../support/client.js';
import { person, registerHousehold, syntheticId, villages } from '../support/households.js';
import { startWeb, type WebHarness, type WebPage } from './web-harness.js';

jest.setTimeout(180_000);

const county = '150221';
const village = villages.haizi;
const idNo = syntheticId('1980-05-06');
const FULL_NUMBER = /\d{17}[\dXx]/;

describe('taking data out, in a real browser', () => {
  let web: WebHarness;
  let inspector: TestClient;
  let colleague: TestClient;
  let shown: WebPage;

  beforeAll(async () => {
    web = await startWeb();
    inspector = await web.test.as('inspector', county, { username: '督查甲' });
    colleague = await web.test.as('inspector', county, { username: '督查乙' });
    const clerk = await web.test.as('village_clerk', village);
    const { id, members } = await registerHousehold(clerk, village, { members: [person('测试甲', '01', { idNo, birthDate: '1980-05-06' })] });
    await asSystem(web.test.database, `
      insert into check_hit (county_code, id, village_code, check_code, hit_key, version_id, year, subject, household_id, member_id, vals, seen_from, first_run_id, first_seen_at, last_run_id, last_seen_at)
      select '${county}', app.uuid_v7(), '${village}', v.code, v.code || ':' || app.uuid_v7(), v.id, 2020, v.subject, '${id.slice(7)}', '${members[0]!.id.slice(-36)}', '{}', '15', '${uuidV7()}', app.now(), '${uuidV7()}', app.now()
      from check_version v cross join generate_series(1, 1001) n where v.code = 'A07'`);
    shown = await web.open(inspector);
  });
  afterAll(async () => {
    await web?.close();
  });
  afterEach(() => {
    expect(shown.faults).toEqual([]);
  });

  const download = async ({ page }: WebPage): Promise<string> => {
    const link = page.getByRole('link', { name: /下载文件/ }).first();
    await link.waitFor();
    const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
    return readFileSync(await file.path(), 'utf8');
  };

  it('says how many rows, masks them by default, and gives the file without leaving the list', async () => {
    const { page, picture, barriers } = shown;
    await page.goto(`/households?division=${village}`);
    await page.getByText('测试甲').waitFor();
    await shown.countAnew();
    await page.getByRole('button', { name: '导出' }).click();
    await page.getByTestId('export-rows').getByText('将导出 1 行').waitFor();
    await page.getByRole('radio', { name: 'CSV' }).click();
    expect(await picture('export-dialog')).toEqual([]);
    expect(await barriers()).toEqual([]);
    await page.getByRole('button', { name: '导出 1 行' }).click();
    const text = await download(shown);
    expect(text).toContain('测试甲');
    expect(text).not.toMatch(FULL_NUMBER);
    expect(await shown.clicks()).toBeLessThanOrEqual(5);
    expect(await picture('export-done')).toEqual([]);
  });

  it('lists the file among the tasks with its rows and how long it is kept', async () => {
    const { page, picture, barriers } = shown;
    await page.goto('/tasks');
    await page.getByText('农户名单（国网列序）').waitFor();
    await page.getByText(/保留到 \d{4}/).waitFor();
    expect(await download(shown)).not.toMatch(FULL_NUMBER);
    expect(await picture('tasks')).toEqual([]);
    expect(await barriers()).toEqual([]);
  });

  it('in clear above the limit waits for a second person, whose word is on the page of both', async () => {
    const { page } = shown;
    const { status } = await inspector.post('/evidence-exports', { body: { source: 'check_hits', params: { division: county, check: 'A07' }, format: 'csv', unmasked: true, purpose: '核对死亡名单' } });
    expect(status).toBe(202);
    await page.goto('/tasks');
    await page.getByText('待第二人批准').waitFor();
    const other = await web.open(colleague);
    await other.page.goto('/tasks');
    await other.page.getByText('待批准的明文导出（1）').waitFor();
    expect(await other.picture('tasks-approve')).toEqual([]);
    expect(await other.barriers()).toEqual([]);
    await other.page.getByRole('button', { name: '批准', exact: true }).click();
    await other.page.getByLabel('意见').fill('核对所需');
    await other.page.getByRole('dialog').getByRole('button', { name: '批准' }).click();
    await other.page.getByText('待批准的明文导出').waitFor({ state: 'hidden' });
    expect(other.faults).toEqual([]);
    await page.reload();
    await page.getByText('规则核查命中').waitFor();
    expect(await download(shown)).toContain(idNo);
    // The file in clear is for whoever asked alone.
    await other.page.goto('/tasks?box=all');
    const row = other.page.getByRole('row', { name: /规则核查命中/ });
    await row.waitFor();
    expect(await row.getByRole('link', { name: '下载文件' }).count()).toBe(0);
    await other.close();
  });
});
