import { exitAt, householdWithYear, newCast, setStatus, township, village, YEAR, type Cast } from '../support/procedures.js';
import { startWeb, type WebHarness, type WebPage } from './web-harness.js';

jest.setTimeout(240_000);

describe('the pictures', () => {
  let web: WebHarness;
  let cast: Cast;
  const pages: WebPage[] = [];
  const looked = async (page: WebPage, name: string): Promise<void> => {
    expect(await page.picture(`pictures-${name}`)).toEqual([]);
    expect(await page.barriers()).toEqual([]);
  };

  beforeAll(async () => {
    web = await startWeb();
    cast = await newCast(web.test);
    for (const income of ['poor', 'safe', 'safe'] as const) {
      const household = await householdWithYear(cast.clerk, { income });
      await setStatus(web.test, household, 'REGISTERED');
      if (income === 'safe') await exitAt(web.test, cast, { household, to: 'COUNTY_DECISION' });
    }
    const running = await householdWithYear(cast.clerk, { income: 'safe' });
    await setStatus(web.test, running, 'REGISTERED');
    await exitAt(web.test, cast, { household: running, to: 'NOTICE' });
    await cast.township.put(`/village-years/${village}/${YEAR}`, { body: { ruralResidentPopulation: 620, hardenedRoad: true, source: '统计年报' } });
  });
  afterAll(() => web?.close());
  afterEach(async () => {
    const faults = pages.flatMap((page) => page.faults);
    for (const page of pages.splice(0)) await page.close();
    expect(faults).toEqual([]);
  });

  it('of a county say what they show, give their numbers as a table, and lead to the village', async () => {
    const county = await web.open(cast.approver);
    pages.push(county);
    const { page } = county;
    await page.goto(`/pictures?year=${YEAR}`);
    await page.getByRole('heading', { name: /个嘎查村的贫困发生率，按苏木乡镇排列|个嘎查村中有 .* 个贫困发生率高于/ }).waitFor();
    await page.getByRole('heading', { name: /户中有 1 户人均纯收入不足|户的人均纯收入分布/ }).waitFor();
    await page.locator('.chart-canvas svg').first().waitFor();
    await looked(county, 'county');
    const card = page.getByRole('region', { name: /按苏木乡镇排列|个嘎查村中有/ }).first();
    await card.getByRole('button', { name: '表格' }).click();
    await card.getByRole('button', { name: '海子村委会', exact: true }).click();
    await page.waitForURL(`**/villages/${village}**`);
  });

  it('count how far the cases came', async () => {
    const office = await web.open(cast.approver);
    pages.push(office);
    await office.page.goto('/pictures');
    await office.page.getByRole('heading', { name: /发起贫困户退出 .* 件，已审定 0 件/ }).waitFor();
    await office.page.getByRole('heading', { name: /发起贫困户退出/ }).scrollIntoViewIfNeeded();
    await looked(office, 'funnel');
  });

  it('of the region show leagues and counties', async () => {
    const region = await web.open(await web.test.as('region_officer', '15'));
    pages.push(region);
    await region.page.goto(`/pictures?year=${YEAR}`);
    await region.page.getByRole('heading', { name: /个旗县的贫困发生率，由高到低|个旗县中有/ }).waitFor();
    await region.page.locator('.chart-canvas svg').first().waitFor();
    await looked(region, 'region');
  });

  it('draw a map only from an uploaded file, and print its approval number on it', async () => {
    const region = await web.open(await web.test.as('region_officer', '15'));
    pages.push(region);
    const { page } = region;
    const geojson = (code: string) => JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: { code }, geometry: { type: 'Polygon', coordinates: [[[110.5, 40.5], [110.7, 40.5], [110.7, 40.7], [110.5, 40.7], [110.5, 40.5]]] } }] });
    await page.goto('/boundaries');
    await page.getByLabel('旗县代码').fill('150221');
    await page.getByLabel('审图号').fill('蒙S(2023)027号');
    const choose = (content: string) => page.locator('input[type=file]').setInputFiles({ name: 'county.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(content) });
    await choose(geojson('150222100'));
    await page.getByRole('button', { name: '上传边界文件' }).click();
    await page.getByText('代码不属于本旗县（150222100）').waitFor();
    await choose(geojson(township));
    await page.getByRole('button', { name: '上传边界文件' }).click();
    await page.getByRole('cell', { name: '蒙S(2023)027号' }).waitFor();
    await looked(region, 'boundaries');
    await page.goto(`/pictures?division=150221&year=${YEAR}`);
    const map = page.getByRole('region', { name: /1 个区域的贫困发生率/ });
    await map.locator('svg text', { hasText: '蒙S(2023)027号' }).waitFor();
    await looked(region, 'map');
  });
});
