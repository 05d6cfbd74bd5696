import { adminQuery } from '../support/admin.js';
import type { TestClient } from '../support/client.js';
import { act, exitAt, householdWithYear, newCast, record, setStatus, type Cast, type CaseBody } from '../support/procedures.js';
import type { HouseholdBody } from '../support/households.js';
import { plantIncomes } from '../support/screens.js';
import { startWeb, type WebHarness, type WebPage } from './web-harness.js';

jest.setTimeout(240_000);

const COUNTY = '150221';

describe('screens and histories in the browser', () => {
  let web: WebHarness;
  let inspector: TestClient;
  let cast: Cast;
  let household: HouseholdBody;
  let decided: CaseBody;
  const pages: WebPage[] = [];
  const open = async (client: TestClient): Promise<WebPage> => {
    const page = await web.open(client);
    pages.push(page);
    return page;
  };

  beforeAll(async () => {
    web = await startWeb();
    cast = await newCast(web.test);
    inspector = await web.test.as('inspector', '15');
    household = await householdWithYear(cast.clerk, { income: 'safe' });
    await record(cast.clerk, household, { wage: 5_000_000, version: 1 });
    const exiting = await householdWithYear(cast.clerk, { income: 'safe' });
    await setStatus(web.test, exiting, 'REGISTERED');
    decided = await exitAt(web.test, cast, { household: exiting, to: 'COUNTY_DECISION' });
    await act(cast.approver, decided.id, 'agree', {});
    const villages = await adminQuery<{ code: string }>(web.test.database, `select code from division where level = 'village' and starts_with(code, '${COUNTY}') order by code limit 3`);
    const [line] = await adminQuery<{ value: number }>(web.test.database, `select value::int as value from parameter where name = 'poverty_line' and year = 2018 and value is not null order by basis = 'WORKING' desc limit 1`);
    const yuan = (offset: number) => (line?.value ?? 0) + offset * 100;
    // The first village stands in a heap just above the line, the second is spread evenly, the third is too small to judge.
    await plantIncomes(web.test.database, villages.flatMap(({ code }, at) => Array.from({ length: at === 2 ? 3 : 90 }, (_, i) => ({ villageCode: code, incomes: { 2017: yuan(0), 2018: at === 0 && i < 60 ? yuan(i % 190) : yuan((i % 60) * 10 - 200) } }))));
  });
  afterAll(async () => {
    await web?.close();
  });
  afterEach(async () => {
    const faults = pages.flatMap((page) => page.faults);
    for (const page of pages.splice(0)) await page.close();
    expect(faults).toEqual([]);
  });

  it('says which places stand out, why it may be honest, and opens the rows; nobody is ranked', async () => {
    const { page, picture, barriers } = await open(inspector);
    await page.goto(`/audit/screens?code=income_heaping&year=2018&division=${COUNTY}`);
    await page.locator('.status-tag', { hasText: '需核实' }).first().waitFor();
    await page.locator('.chart-canvas svg').waitFor();
    expect(await picture('audit-screens')).toEqual([]);
    expect(await barriers()).toEqual([]);
    const places = (await inspector.get<{ items: { divisionName: string; verdict: string }[] }>(`/screens/income_heaping?year=2018&division=${COUNTY}&limit=50`)).body.items;
    expect(places.map(({ verdict }) => verdict)).toEqual(expect.arrayContaining(['FLAGGED', 'NOT_FLAGGED', 'TOO_FEW']));
    const shown = await page.locator('.ant-table-tbody tr.ant-table-row td:first-child').allTextContents();
    expect(shown).toEqual(places.map(({ divisionName }) => divisionName));
    await page.getByRole('button', { name: /查看线上窗口户数的明细/ }).first().click();
    await page.locator('.tab-section .matrix tr').first().waitFor();
    expect(await picture('audit-screens-rows')).toEqual([]);
    expect(await barriers()).toEqual([]);
    for (const code of ['sudden_income', 'approver_consistency', 'copied_texts', 'reused_photos', 'impossible_travel']) {
      await page.goto(`/audit/screens?code=${code}&year=2018&division=${COUNTY}`);
      await page.getByRole('heading', { name: /需核实 \d+ 个/ }).waitFor();
      expect([code, await barriers()]).toEqual([code, []]);
    }
    expect(await picture('audit-screens-travel')).toEqual([]);
  });

  it('settings are changed with their reason, by whom may set policy numbers', async () => {
    const { page, picture } = await open(await web.test.as('region_officer', '15'));
    await page.goto('/audit/screens?code=income_heaping&year=2018');
    await page.getByRole('button', { name: '修改' }).first().click();
    await page.getByLabel('新的值').fill('300');
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    await page.getByText('请写明原因').waitFor();
    await page.getByLabel('原因').fill('当地发放标准为 300 元');
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    await page.getByText('设置已修改，原因已记录').waitFor();
    await page.getByText('300 元').first().waitFor();
    expect(await picture('audit-screens-settings')).toEqual([]);
  });

  it('a record shows who changed what, where from and why, with the mark of the chain, and how it stood before', async () => {
    await adminQuery(web.test.database, `select app.seal_audit('${COUNTY}')`);
    const rows = await adminQuery<{ id: string }>(web.test.database, 'select id from household_year where household_id = $1 order by version desc limit 1', [household.id.slice(7)]);
    const { page, picture, barriers } = await open(inspector);
    await page.goto('/audit/history');
    await page.getByText('写下记录种类和编号').waitFor();
    expect(await picture('audit-history-none')).toEqual([]);
    await page.goto(`/audit/history?kind=household_year&id=${COUNTY}-${rows[0]?.id ?? ''}`);
    await page.getByText('变更记录').waitFor();
    await page.getByText('时点回看').waitFor();
    expect(await picture('audit-history')).toEqual([]);
    expect(await barriers()).toEqual([]);
    await page.goto(`/audit/history?kind=household&id=${household.id}`);
    await page.locator('.timeline > li').first().waitFor();
    const slider = page.getByRole('slider', { name: '时点' });
    await slider.focus();
    await slider.press('Home');
    await page.getByText(/个字段，记于/).waitFor();
    expect(await picture('audit-history-household')).toEqual([]);
    expect(await barriers()).toEqual([]);
  });

  it('a decision is judged again by the rules of that day and of today, alone and for an area', async () => {
    const { page, picture, barriers } = await open(inspector);
    await page.goto(`/audit/history?kind=case_file&id=${decided.id}`);
    await page.getByText(/按今日规则结论/).waitFor();
    expect(await picture('audit-history-replay')).toEqual([]);
    expect(await barriers()).toEqual([]);
    await page.getByRole('link', { name: '决定重演' }).click();
    await page.getByRole('button', { name: '重演' }).click();
    await page.getByText(/看了 \d+ 个决定/).waitFor();
    expect(await picture('audit-replays')).toEqual([]);
    expect(await barriers()).toEqual([]);
  });
});
