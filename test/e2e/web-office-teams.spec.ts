import { uuidV7 } from '#domain';
import { adminQuery } from '../support/admin.js';
import { asSystem } from '../support/care.js';
import { county, fine, helpCast, poorHousehold, type HelpCast } from '../support/help.js';
import { villages } from '../support/households.js';
import { startWeb, type WebHarness, type WebPage } from './web-harness.js';

jest.setTimeout(240_000);

describe('teams and helpers in the office', () => {
  let web: WebHarness;
  let cast: HelpCast;
  const pages: WebPage[] = [];
  const open = async (client: Parameters<WebHarness['open']>[0]): Promise<WebPage> => {
    const page = await web.open(client);
    pages.push(page);
    return page;
  };
  const confirm = ({ page }: WebPage, name: string) => page.getByRole('dialog').locator('.ant-modal-footer').getByRole('button', { name, exact: true }).click();
  const look = async (watched: WebPage, name: string): Promise<void> => {
    expect(await watched.picture(`teams-${name}`)).toEqual([]);
    expect(await watched.barriers()).toEqual([]);
  };
  const helper = async (name: string) => fine(await cast.officer.post<{ id: string }>('/helpers', { body: { id: uuidV7(), countyCode: county, name, unit: '旗水利局', rank: 'SECTION_CHIEF', phone: '13912345678' } })).id;

  beforeAll(async () => {
    web = await startWeb();
    cast = await helpCast(web.test);
    await poorHousehold(web.test, cast.clerk);
  });
  afterAll(async () => {
    await web?.close();
  });
  afterEach(async () => {
    const faults = pages.flatMap((page) => page.faults);
    for (const page of pages.splice(0)) await page.close();
    expect(faults).toEqual([]);
  });

  it('hands a hundred households over in at most four clicks, and keeps the history', async () => {
    const [from, to] = [await helper('帮扶人甲'), await helper('帮扶人乙')];
    await asSystem(web.test.database, `
      insert into household (county_code, id, village_code, status, head_name, member_count) select '${county}', app.uuid_v7(), '${villages.changjunwan}', 'REGISTERED', '户主' || n, 1 from generate_series(1, 100) n;
      insert into pairing (county_code, id, village_code, household_id, helper_id, helper_name, helper_unit, helper_rank, started_on, content_hash, version)
      select h.county_code, app.uuid_v7(), h.village_code, h.id, '${from.slice(7)}', '帮扶人甲', '旗水利局', 'SECTION_CHIEF', '2025-01-01', 'planted', 1 from household h where h.village_code = '${villages.changjunwan}'`);
    const watched = await open(cast.officer);
    const { page } = watched;
    await page.goto('/helpers');
    const cell = page.getByRole('button', { name: /帮扶人甲 100 户/ });
    await cell.waitFor();
    await look(watched, 'helpers');
    await watched.countAnew();
    await cell.click();
    await page.getByRole('button', { name: '变更帮扶责任人' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: /帮扶人乙/ }).waitFor();
    await page.keyboard.type('工作调动');
    await dialog.getByRole('radio', { name: /帮扶人乙/ }).click();
    await look(watched, 'hand-over');
    await confirm(watched, '变更帮扶责任人');
    await page.getByTestId('many-done').filter({ hasText: '已办理 100 行，未办理 0 行' }).waitFor();
    const clicks = await watched.clicks();
    process.stdout.write(`hand-over of 100 households: ${clicks} clicks\n`);
    expect(clicks).toBeLessThanOrEqual(4);
    await look(watched, 'handed-over');
    const rows = await adminQuery<{ helper: string; open: boolean; n: number }>(web.test.database, `select helper_name as helper, ended_on is null as open, count(*)::integer as n from pairing where village_code = '${villages.changjunwan}' group by 1, 2 order by 1`);
    expect(rows).toEqual([{ helper: '帮扶人乙', open: true, n: 100 }, { helper: '帮扶人甲', open: false, n: 100 }]);
    expect(to).not.toBe(from);
    await page.goto('/helpers?tab=list');
    await page.getByText('没有帮扶户').waitFor();
    await look(watched, 'helper-list');
    await page.goto('/field-work?missing=helper');
    await page.getByRole('heading', { name: '没有帮扶责任人的农户' }).waitFor();
    await look(watched, 'coverage');
  });
});
