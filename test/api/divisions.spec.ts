import { startTestApp, type TestApp } from '../support/app.js';
import type { TestClient } from '../support/client.js';

interface Division { code: string; name: string; level: string; path: { name: string }[]; povertyLevel: string | null; hasChildren: boolean }
interface Page { items: Division[]; nextCursor: string | null }

describe('divisions', () => {
  let test: TestApp;
  let clerk: TestClient;
  beforeAll(async () => {
    test = await startTestApp();
    clerk = await test.as('village_clerk', '150221100201');
  });
  afterAll(() => test.close());
  const list = async (query: string): Promise<Page> => (await clerk.get<Page>(`/divisions?${query}`)).body;
  const names = (page: Page): string[] => page.items.map(({ name }) => name);

  it('gives the whole tree to a village clerk: it is no case data', async () => {
    expect(names(await list(''))).toEqual(['内蒙古自治区']);
    expect((await list('parent=15')).items).toHaveLength(12);
    expect(names(await list('parent=1506'))).toContain('康巴什区');
    expect((await list('parent=150921')).items[0]).toMatchObject({ level: 'township', hasChildren: true, path: [{ name: '内蒙古自治区' }, { name: '乌兰察布市' }, { name: '卓资县' }] });
  });

  it('refuses a stranger', async () => {
    expect((await test.anonymous().get('/divisions')).status).toBe(401);
  });

  it('shows 31 national and 26 regional poor counties among 108', async () => {
    const prefectures = (await list('parent=15')).items;
    const counties = (await Promise.all(prefectures.map(({ code }) => list(`parent=${code}`)))).flatMap(({ items }) => items);
    const poor = (level: string | null) => counties.filter((county) => county.povertyLevel === level).length;
    expect([counties.length, poor('NATIONAL'), poor('REGIONAL')]).toEqual([108, 31, 26]);
  });

  it.each([
    ['q=tmtzq', '土默特左旗'], ['q=TMTZQ&level=county', '土默特左旗'], ['q=土默特左', '土默特左旗'], ['q=150121', '土默特左旗'], ['q=１５０１２１', '土默特左旗'], ['q=莫力达瓦', '莫力达瓦达斡尔族自治旗'],
  ])('finds by %s first %s', async (query, name) => {
    expect(names(await list(query))[0]).toBe(name);
  });

  it('searches inside a division and tells villages of one name apart by their path', async () => {
    const found = await list('q=团结村委会&level=village&limit=200');
    expect(found.items.length).toBeGreaterThan(15);
    expect(new Set(found.items.map(({ path }) => path.map(({ name }) => name).join('/'))).size).toBe(found.items.length);
    const within = await list('q=团结村委会&level=village&within=1504');
    expect(within.items.length).toBeGreaterThan(0);
    expect(within.items.every(({ code }) => code.startsWith('1504'))).toBe(true);
  });

  it('pages through a search without repeating or losing a division', async () => {
    const all = (await list('q=永&level=village&limit=200')).items.map(({ code }) => code);
    const collected: string[] = [];
    let cursor = '';
    for (;;) {
      const page = await list(`q=永&level=village&limit=7${cursor}`);
      collected.push(...page.items.map(({ code }) => code));
      if (page.nextCursor === null || collected.length >= 200) break;
      cursor = `&cursor=${page.nextCursor}`;
    }
    expect(collected.slice(0, all.length)).toEqual(all);
    expect(new Set(collected).size).toBe(collected.length);
  });

  it('takes the characters of a pattern as they are', async () => {
    for (const q of ['%25', '_', "'", '%5C', '*']) expect((await list(`q=${q}`)).items).toEqual([]);
  });

  it('shows one division with its designation, and 404 for a code that does not exist', async () => {
    const found = await clerk.get('/divisions/152202');
    expect(found.body).toMatchObject({
      name: '阿尔山市', levelName: '旗县', validFrom: null, lineage: [], designations: [{ level: 'NATIONAL', contiguousArea: '大兴安岭南麓山区', exitYear: 2018, exitAnnounced: '2019-04' }],
    });
    expect((await clerk.get('/divisions/159999')).status).toBe(404);
    expect((await clerk.get('/divisions/15022')).status).toBe(422);
    expect((await clerk.get('/divisions?parent=abc')).status).toBe(422);
    expect((await clerk.get('/divisions?cursor=zzz')).status).toBe(422);
  });

  it('hides a division on days on which it did not exist, and names its successor', async () => {
    const { Client } = (await import('pg')).default;
    const owner = new Client(test.database.ownerUrl);
    await owner.connect();
    await owner.query("set app.actor = '00000000-0000-7000-8000-000000000001'; set app.role = 'system'");
    await owner.query("insert into division (code, name, kind, parent_code, valid_from, valid_to, source) values ('150198', '旧县', 'COUNTY', '1501', '2000-01-01', '2016-06-01', 'test')");
    await owner.query("insert into division_lineage (id, from_code, from_name, to_code, kind, effective_on, source) values (gen_random_uuid(), '150198', '旧县', '150102', 'MERGED', '2016-06-01', 'test')");
    await owner.end();
    expect(names(await list('parent=1501'))).not.toContain('旧县');
    expect(names(await list('parent=1501&on=2016-05-31'))).toContain('旧县');
    expect(names(await list('q=旧县&on=2016-06-01'))).not.toContain('旧县');
    expect((await clerk.get('/divisions/150198')).body).toMatchObject({ validTo: '2016-06-01', lineage: [{ toCode: '150102', toName: '新城区', kind: 'MERGED' }] });
  });
});
