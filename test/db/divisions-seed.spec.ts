import pg from 'pg';
import { seedReference } from '../../seeds/reference/index.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

describe('the seeded tree', () => {
  let database: TestDatabase;
  let owner: pg.Client;
  const counts = async (): Promise<Record<string, unknown>> => {
    const { rows } = await owner.query<Record<string, unknown>>(`
      select (select count(*) from division)::int as divisions, (select count(*) from parameter)::int as parameters,
        (select count(*) from poverty_designation)::int as designations, (select count(*) from audit_log)::int as audited`);
    return rows[0] ?? {};
  };
  beforeAll(async () => {
    database = await createTestDatabase();
    owner = new pg.Client(database.adminUrl);
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await database.drop();
  });

  it('holds 12 prefectures, 103 counties and 5 zones, 1,225 townships and 14,592 villages', async () => {
    const { rows } = await owner.query('select level, count(*)::int as n, count(*) filter (where kind = \'ZONE\')::int as zones from division group by level order by min(length(code))');
    expect(rows).toEqual([
      { level: 'region', n: 1, zones: 0 }, { level: 'prefecture', n: 12, zones: 0 }, { level: 'county', n: 108, zones: 5 },
      { level: 'township', n: 1_225, zones: 0 }, { level: 'village', n: 14_592, zones: 0 },
    ]);
  });

  it('hangs every division under its parent', async () => {
    const { rows } = await owner.query('select count(*)::int as roots from division where parent_code is null');
    expect(rows).toEqual([{ roots: 1 }]);
    await expect(owner.query("insert into division (code, name, kind, parent_code, source) values ('150299', '错', 'COUNTY', '1501', 'x')")).rejects.toThrow(/division_parent_shape/);
  });

  it('knows 31 national and 26 regional poor counties', async () => {
    const { rows } = await owner.query('select level, count(*)::int as n from poverty_designation group by level order by level');
    expect(rows).toEqual([{ level: 'NATIONAL', n: 31 }, { level: 'REGIONAL', n: 26 }]);
  });

  it('changes nothing and writes no audit row when it is seeded again', async () => {
    const before = await counts();
    await seedReference(database.ownerUrl);
    expect(await counts()).toEqual(before);
  });

  it('loads the whole tree into an empty table', async () => {
    await owner.query('truncate division cascade');
    const started = performance.now();
    await seedReference(database.ownerUrl);
    process.stdout.write(`tree of 15,938 divisions seeded in ${Math.round(performance.now() - started)} ms\n`);
    expect(await counts()).toMatchObject({ divisions: 15_938, designations: 57 });
  });

  it('lets the application read the tree but not change it', async () => {
    const app = new pg.Client(database.appUrl);
    await app.connect();
    await expect(app.query('select code from division limit 1')).resolves.toMatchObject({ rowCount: 1 });
    await expect(app.query("update division set name = 'x' where code = '15'")).rejects.toThrow(/permission denied/);
    await expect(app.query("update parameter set value = 1")).rejects.toThrow(/permission denied/);
    await app.end();
  });
});
