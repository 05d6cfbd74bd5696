import { HouseholdService, ImportService } from '#households';
import { startTestApp, type TestApp } from '../support/app.js';
import { actorOf, Importing, villagesOf } from '../support/imports/importing.js';
import { csvOf, sampleCsv, sampleId, samplePersons, type SampleVillage } from '../support/imports/sample.js';

const COUNTY = '150221';
const tables = ['household', 'member', 'household_year', 'member_year', 'episode', 'identity_register'] as const;
const heads = ['嘎查村', '户编号', '姓名', '与户主关系', '证件号码', '文化程度', '年度', '人均纯收入', '联系电话'];

describe('taking an import back', () => {
  let test: TestApp;
  let county: Importing;
  let villages: SampleVillage[];
  beforeEach(async () => {
    test = await startTestApp();
    county = new Importing(test, actorOf('county_officer', COUNTY));
    villages = await villagesOf(test, COUNTY);
  });
  afterEach(() => test.close());

  /** Everything that a reader can see, without versions and times. */
  const state = async () => Promise.all(tables.map(async (table) => (await county.query<{ row: Record<string, unknown> }>(`select to_jsonb(t) - array['version', 'updated_at', 'registered_at'] as row from ${table} t order by 1`)).map(({ row }) => row)));
  const family = (education: string, income: string, phone: string, extra: string[][] = []) => csvOf([heads,
    [villages[0]!.names[4], 'H1', '张三', '户主', sampleId(1), education, '2020', income, phone], [villages[0]!.names[4], 'H1', '李四', '配偶', sampleId(2), '初中', '2020', income, ''], ...extra]);

  it('leaves nothing of what it created', async () => {
    const before = await state();
    const { id } = await county.import('a.csv', sampleCsv('H-D', samplePersons(50, villages)));
    expect(await county.undo(id)).toMatchObject({ state: 'undone', failure: null });
    expect(await state()).toEqual(before);
    expect((await county.import('a.csv', sampleCsv('H-D', samplePersons(50, villages)))).batch.rows_created).toBeGreaterThan(0);
  });

  it('puts back what it changed, also a document number and a superseded year', async () => {
    await county.import('a.csv', family('小学', '3000', '13800000001'));
    const before = await state();
    const { id, batch } = await county.import('b.csv', family('高中', '3500', '13800000002', [[villages[0]!.names[4], 'H1', '王五', '之子', sampleId(3), '小学', '2020', '', '']]));
    expect(batch).toMatchObject({ rows_created: 1, rows_updated: 1, rows_unchanged: 1 });
    expect(await state()).not.toEqual(before);
    expect(await county.undo(id)).toMatchObject({ state: 'undone', failure: null });
    expect(await state()).toEqual(before);
    expect((await county.import('a.csv', family('小学', '3000', '13800000001'))).batch).toMatchObject({ rows_unchanged: 2 });
  });

  it('frees a document number that it gave, and takes back one that it took away', async () => {
    const row = (id: string) => csvOf([heads, [villages[0]!.names[4], 'H1', '张三', '户主', id, '小学', '2020', '3000', '']]);
    await county.import('a.csv', row(''));
    const { id } = await county.import('b.csv', row(sampleId(1)));
    expect(await county.query('select count(*)::int as n from identity_register')).toEqual([{ n: 1 }]);
    await county.undo(id);
    expect(await county.query('select count(*)::int as n from identity_register')).toEqual([{ n: 0 }]);
  });

  it('is refused as a whole once anybody has written to one of its households', async () => {
    const { id } = await county.import('a.csv', sampleCsv('H-B', samplePersons(30, villages)));
    const [household] = await county.query<{ county_code: string; id: string; version: number }>('select county_code, id, version from household limit 1');
    await county.within(() => test.app.get(HouseholdService).correct({ countyCode: household!.county_code, id: household!.id }, { version: household!.version, values: { naturalVillage: '新营子' } }));
    const before = await state();
    expect(await county.undo(id)).toMatchObject({ state: 'committed', failure: { code: 'import.undo-touched', zh: expect.stringContaining('有1户') } });
    expect(await state()).toEqual(before);
  });

  it('is refused after 24 hours and for a batch that is not written', async () => {
    const { id } = await county.check('a.csv', sampleCsv('H-B', samplePersons(5, villages)));
    await expect(county.undo(id)).rejects.toMatchObject({ code: 'import.wrong-state' });
    await county.commit(id);
    await county.query(`update import_batch set committed_at = committed_at - interval '25 hours' where id = $1`, [id.id]);
    await expect(county.undo(id)).rejects.toMatchObject({ code: 'import.undo-expired' });
  });

  it('cannot be used to delete anything else: the function opens for a batch that is being undone, inside the territory', async () => {
    const { id } = await county.import('a.csv', sampleCsv('H-B', samplePersons(5, villages)));
    await expect(county.query('select app.delete_imported($1, $2, $3)', [id.countyCode, id.id, COUNTY])).rejects.toThrow();
    await county.query(`update import_batch set state = 'undoing' where id = $1`, [id.id]);
    const other = new Importing(test, actorOf('county_officer', '150402'));
    await expect(other.query('select app.delete_imported($1, $2, $3)', [id.countyCode, id.id, COUNTY])).rejects.toThrow();
    await expect(county.query('delete from household')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('a cancelled batch is not written, and a batch of another territory does not exist', async () => {
    const { id } = await county.check('a.csv', sampleCsv('H-B', samplePersons(5, villages)));
    await county.within(() => test.app.get(ImportService).cancel(id));
    await expect(county.commit(id)).rejects.toMatchObject({ code: 'import.wrong-state' });
    await expect(new Importing(test, actorOf('county_officer', '150402')).find(id)).rejects.toMatchObject({ code: 'not-found' });
  });
});
