import iconv from 'iconv-lite';
import { layoutOf, layouts } from '#domain';
import { startTestApp, type TestApp } from '../support/app.js';
import { actorOf, Importing, villagesOf } from '../support/imports/importing.js';
import { csvOf, sampleCsv, sampleId, samplePersons, sampleTable, type SamplePerson, type SampleVillage } from '../support/imports/sample.js';

const COUNTY = '150221';
const identity = (batch: { rows_in: number | null; rows_created: number | null; rows_updated: number | null; rows_unchanged: number | null; rows_rejected: number | null }) =>
  [batch.rows_in, batch.rows_created, batch.rows_updated, batch.rows_unchanged, batch.rows_rejected];

describe('a file of households', () => {
  let test: TestApp;
  let county: Importing;
  let villages: SampleVillage[];
  beforeEach(async () => {
    test = await startTestApp();
    county = new Importing(test, actorOf('county_officer', COUNTY));
    villages = await villagesOf(test, COUNTY);
  });
  afterEach(() => test.close());
  const count = async (table: string) => Number((await county.query<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n);

  it.each(layouts.map((layout) => [layout.id, layout.sheet] as const))('in layout %s (%s) is recognised, checked without writing, written, and changes nothing when it comes again', async (layout, sheet) => {
    const file = sampleCsv(layout, samplePersons(120, villages), sheet);
    const rows = file.trim().split('\r\n').length - 1;
    const { id, batch } = await county.check('名单.csv', file);
    expect(batch).toMatchObject({ state: 'validated', layout, sheet, failure: null });
    expect(batch.columns?.unknown).toEqual([]);
    expect(identity(batch)).toEqual([rows, rows, 0, 0, 0]);
    expect(await count('household')).toBe(0);
    const done = await county.commit(id);
    expect(done).toMatchObject({ state: 'committed', failure: null });
    expect(identity(done)).toEqual([rows, rows, 0, 0, 0]);
    expect(await count('household')).toBe(done.households_created);
    const audited = await count(`audit_log where op in ('INSERT', 'UPDATE', 'DELETE')`);
    const again = await county.import('再来.csv', file);
    expect(identity(again.batch)).toEqual([rows, 0, 0, rows, 0]);
    expect(await count(`audit_log where op in ('INSERT', 'UPDATE', 'DELETE')`)).toBe(audited);
  });

  it.each([['utf8', (text: string) => Buffer.from(text)], ['utf8 with BOM', (text: string) => Buffer.from(`\ufeff${text}`)], ['GBK', (text: string) => iconv.encode(text, 'gbk')]])('is read in %s', async (_name, encode) => {
    const { batch } = await county.check('名单.csv', encode(sampleCsv('H-B', samplePersons(20, villages))));
    expect(identity(batch)).toEqual([20, 20, 0, 0, 0]);
  });

  it('keeps the invariants of single registration: one person once, encrypted, masked, indexed, searchable, with sums', async () => {
    await county.import('户.csv', sampleCsv('H-D', samplePersons(30, villages)));
    const [row] = await county.query<Record<string, string | number>>(`
      select h.head_name, h.member_count, h.status, h.phone_masked, h.bank_account_no_masked, h.bank_account_no_enc, m.name, m.id_no_masked, m.id_no_enc, m.name_initials,
        i.id_hash = m.id_no_bidx as registered, y.net_income_fen, y.wage_income_fen, y.transfer_income_fen, y.transfer_unsplit_fen, y.business_cost_fen, y.per_capita_income_fen, y.member_count as persons,
        (select count(*)::int from member_name_gram g where g.member_id = m.id) as grams, (select count(*)::int from episode e where e.household_id = h.id) as episodes
      from household h join member m on m.household_id = h.id join household_year y on y.household_id = h.id join identity_register i on i.member_id = m.id order by h.household_code limit 1`);
    expect(row).toMatchObject({ member_count: 1, status: 'CANDIDATE', registered: true, episodes: 0 });
    expect(row?.['head_name']).toBe(row?.['name']);
    expect(String(row?.['id_no_masked'])).toMatch(/^\d{6}\*{8}\d{3}[\dX]$/);
    expect(String(row?.['id_no_enc'])).toMatch(/^v1:/);
    expect(String(row?.['bank_account_no_masked'])).toMatch(/^\*{4} \d{4}$/);
    expect(String(row?.['name_initials'])).toMatch(/^[a-z]{2,}$/);
    expect(Number(row?.['grams'])).toBeGreaterThan(3);
    // 1,200.5 + 0 + 0 + 800 + 500 (ecology) + 100 are named of 4,000.
    expect(row).toMatchObject({ transfer_income_fen: 400_000, transfer_unsplit_fen: 139_950, business_cost_fen: 60_000 });
    expect(Number(row?.['net_income_fen'])).toBe(Number(row?.['wage_income_fen']) + 200_000 + 30_000 + 400_000 - 60_000);
    expect(row?.['per_capita_income_fen']).toBe(Math.floor(Number(row?.['net_income_fen']) / Number(row?.['persons'])));
  });

  it('gives new households their standing for the county, and makes them candidates for a township', async () => {
    const file = sampleCsv('H-A', samplePersons(20, villages));
    const township = new Importing(test, actorOf('township_officer', villages[0]!.code.slice(0, 9)));
    const { id, batch } = await township.check('a.csv', file);
    expect(batch.warnings.map((one) => one.warning)).toContain('candidate');
    await county.import('b.csv', file);
    expect(await county.query('select distinct h.status, e.status as episode, e.entry_kind from household h join episode e on e.household_id = h.id')).toEqual([{ status: 'REGISTERED', episode: 'REGISTERED', entry_kind: 'IMPORTED' }]);
    // What was checked as new is there by now: the commit judges again, with the truth of its own transaction.
    const done = await township.commit(id, 'good');
    expect(identity(done).slice(0, 4)).toEqual([20, 0, 0, 20]);
  });

  it('refuses rows of other territories, each with its reason', async () => {
    const [outside] = await villagesOf(test, '150402', 1);
    const persons = [...samplePersons(6, [villages[0]!]), ...[...samplePersons(4, [outside!], 7)].map((person) => ({ ...person, n: person.n + 500, household: person.household + 500 }))];
    const { id, batch } = await county.check('a.csv', sampleCsv('H-B', persons));
    expect(identity(batch)).toEqual([10, 6, 0, 0, 4]);
    const [row] = await county.query<{ faults: { zh: string; column: number }[] }>('select faults from import_row where batch_id = $1 order by n limit 1', [id.id]);
    expect(row?.faults[0]?.zh).toContain('在您的辖区内没有找到');
    expect(row?.faults[0]?.column).toBe(2);
  });

  it('refuses a person who is registered elsewhere without telling where', async () => {
    const [outside] = await villagesOf(test, '150402', 1);
    await new Importing(test, actorOf('county_officer', '150402')).import('a.csv', sampleCsv('H-A', samplePersons(3, [outside!])));
    const { id, batch } = await county.check('b.csv', sampleCsv('H-A', samplePersons(3, villages)));
    expect(identity(batch)).toEqual([3, 0, 0, 0, 3]);
    const rows = await county.query<{ faults: { zh: string }[] }>('select faults from import_row where batch_id = $1', [id.id]);
    expect(JSON.stringify(rows)).toContain('已在其他地区登记');
    expect(JSON.stringify(rows)).not.toContain(outside!.names[4]);
  });

  it('is written all or nothing, or the good rows only, and a household never in part', async () => {
    const table = [...sampleTable(layouts[1]!, samplePersons(40, villages))];
    const id = table[0]!.indexOf('身份证号/证件号码');
    table[5]![id] = '150221199003071230';
    const { id: batchId, batch } = await county.check('a.csv', csvOf(table));
    const rejected = batch.rows_rejected ?? 0;
    expect(rejected).toBeGreaterThanOrEqual(1);
    expect(identity(batch)).toEqual([40, 40 - rejected, 0, 0, rejected]);
    await expect(county.commit(batchId, 'all')).rejects.toMatchObject({ code: 'import.has-rejected' });
    expect(await count('household')).toBe(0);
    const done = await county.commit(batchId, 'good');
    expect(identity(done)).toEqual([40, 40 - rejected, 0, 0, rejected]);
    expect(await count('member')).toBe(40 - rejected);
    const faults = await county.query<{ n: number; faults: { column: number | null; fault: string; zh: string }[] }>('select n, faults from import_row where batch_id = $1 order by n', [batchId.id]);
    expect(faults.filter((row) => row.faults.some((fault) => fault.fault === 'id-check-digit'))).toEqual([{ n: 6, faults: [expect.objectContaining({ column: id, zh: '证件号码校验码不符' })] }]);
    expect(faults.filter((row) => row.n !== 6).every((row) => row.faults[0]?.zh === '同户第6行有误，整户未导入')).toBe(true);
  });

  it('corrects a year as a new version with its reason, and leaves what it does not name', async () => {
    const persons = [...samplePersons(10, [villages[0]!])];
    await county.import('a.csv', sampleCsv('H-D', persons));
    const head = ['村', '户编号', '户主姓名', '年度', '工资性收入', '耕地面积（亩）'];
    const table = [...sampleTable(layouts[2]!, persons)];
    const at = (name: string) => table[0]!.indexOf(name);
    const first = table[1]!;
    const file = csvOf([head, [first[at('村')]!, first[at('户编号')]!, first[at('户主姓名')]!, '2020', '5000', '']]);
    const { batch } = await county.import('b.csv', file);
    expect(identity(batch)).toEqual([1, 0, 1, 0, 0]);
    const versions = await county.query(`select y.version, y.superseded_at is null as current, y.wage_income_fen, y.farmland_mu, y.transfer_income_fen, y.correction_reason from household_year y
      join household h on h.id = y.household_id where h.household_code = $1 order by y.version`, [first[at('户编号')]]);
    expect(versions).toEqual([
      expect.objectContaining({ version: 1, current: false, wage_income_fen: 100_000 }),
      { version: 2, current: true, wage_income_fen: 500_000, farmland_mu: '0.00', transfer_income_fen: 400_000, correction_reason: expect.stringContaining('导入批次') },
    ]);
  });

  it('adds members, changes cells, and never removes who is absent', async () => {
    const heads = ['嘎查村', '户编号', '姓名', '与户主关系', '证件号码', '文化程度', '年度'];
    const village = villages[0]!.names[4];
    await county.import('a.csv', csvOf([heads, [village, 'H1', '张三', '户主', sampleId(1), '小学', '2020'], [village, 'H1', '李四', '配偶', sampleId(2), '初中', '2020']]));
    const { batch } = await county.import('b.csv', csvOf([heads, [village, 'H1', '张三', '户主', sampleId(1), '高中', '2020'], [village, 'H1', '王五', '之子', sampleId(3), '', '2020']]));
    expect(identity(batch)).toEqual([2, 1, 1, 0, 0]);
    expect(await county.query(`select h.member_count, (select string_agg(m.name, '、' order by m.name collate "C") from member m where m.household_id = h.id and m.member_status = 'ACTIVE') as names from household h`)).toEqual([{ member_count: 3, names: '张三、李四、王五' }]);
  });

  it('is judged whole when the rows of a household lie scattered', async () => {
    const table = [...sampleTable(layouts[1]!, samplePersons(60, villages))];
    const [headings, ...rows] = table;
    const shuffled = rows.map((row, index) => ({ row, rank: (index * 37) % 61 })).sort((a, b) => a.rank - b.rank).map(({ row }) => row);
    const { batch } = await county.import('a.csv', csvOf([headings!, ...shuffled]));
    expect(identity(batch)).toEqual([60, 60, 0, 0, 0]);
    expect(await count('household')).toBe(new Set(rows.map((row) => row[4])).size);
    expect(identity((await county.import('b.csv', csvOf(table))).batch)).toEqual([60, 0, 0, 60, 0]);
  });

  it('asks for a mapping of headings that nobody knows, keeps it, and uses it for the next file', async () => {
    const village = villages[0]!.names[4];
    const file = (n: number) => csvOf([['嘎查村', '人名', '与户主关系', '民族', '文化程度'], [village, `张三${n}`, '户主', '汉族', '小学'], [village, `李四${n}`, '配偶', '汉族', '小学']]);
    const { id, batch } = await county.check('a.csv', file(1));
    expect(batch).toMatchObject({ state: 'needs_mapping' });
    expect(batch.columns?.missing.map((one) => one.target)).toEqual(['member.name']);
    const { ImportService, ImportRunner } = await import('#households');
    await county.within(() => test.app.get(ImportService).map(id, { 人名: 'member.name' }));
    await test.app.get(ImportRunner).check(id);
    expect(await county.find(id)).toMatchObject({ state: 'validated', rows_created: 2 });
    const next = await county.check('b.csv', file(2));
    expect(next.batch).toMatchObject({ state: 'validated', rows_created: 2 });
    const other = new Importing(test, actorOf('county_officer', '150402'));
    expect((await other.check('c.csv', file(3))).batch.state).toBe('needs_mapping');
    await expect(county.within(() => test.app.get(ImportService).map(id, { 民族: 'household.netIncome' }))).rejects.toMatchObject({ code: 'import.mapping' });
  });
});

describe('a file that is written in several steps', () => {
  it('is one transaction: everything is there afterwards, and nothing when its last row fails', async () => {
    const test = await startTestApp();
    try {
      const county = new Importing(test, actorOf('county_officer', COUNTY));
      const villages = await villagesOf(test, COUNTY, 60);
      const file = sampleCsv('H-B', samplePersons(9_000, villages));
      const { id, batch } = await county.check('a.csv', file);
      expect(identity(batch)).toEqual([9_000, 9_000, 0, 0, 0]);
      // Somebody registers the last person between check and commit, out of this territory: the judgement of the commit finds it.
      const [outside] = await villagesOf(test, '150402', 1);
      await new Importing(test, actorOf('county_officer', '150402')).import('b.csv', csvOf([['嘎查村', '姓名', '与户主关系', '证件号码'], [outside!.names[4], '别人', '户主', sampleId(8_999)]]));
      expect(await county.commit(id, 'all')).toMatchObject({ state: 'validated', failure: { code: 'import.has-rejected' } });
      expect(await county.query('select count(*)::int as n from household')).toEqual([{ n: 0 }]);
      const done = await county.commit(id, 'good');
      expect(done).toMatchObject({ state: 'committed', rows_in: 9_000 });
      expect(await county.query('select count(*)::int as n from member')).toEqual([{ n: done.rows_created }]);
      expect(await county.undo(id)).toMatchObject({ state: 'undone' });
      expect(await county.query('select count(*)::int as n from member')).toEqual([{ n: 0 }]);
    } finally {
      await test.close();
    }
  }, 120_000);

  it('judges its last row by the register as it was before its first one, as the check did', async () => {
    const test = await startTestApp();
    try {
      const county = new Importing(test, actorOf('county_officer', COUNTY));
      const villages = await villagesOf(test, COUNTY, 60);
      const layout = layoutOf('H-B');
      const persons = [...samplePersons(9_002, villages)].map((person) => ({ ...person, n: person.n + 1 }));
      const alone = (n: number, household: number): SamplePerson => ({ n, head: true, household, size: 1, village: villages[0]! });
      const [headings, first, ...rows] = [...sampleTable(layout, [alone(50_000, 50_000), ...persons, alone(50_001, 50_001)])];
      const last = rows.pop()!;
      const set = (row: string[], heading: string, value: string) => void (row[layout.columns.findIndex((column) => column.heading === heading)] = value);
      // One family has a number of its own, the other its head's document: two families of one name.
      for (const row of [first!, last]) set(row, '姓名', '同名人');
      set(first!, '身份证号/证件号码', '');
      set(last, '户编号', '');
      const file = csvOf([headings!, first!, ...rows, last]);
      const { id, batch } = await county.check('a.csv', file);
      expect(identity(batch)).toEqual([9_004, 9_004, 0, 0, 0]);
      const done = await county.commit(id);
      expect(done).toMatchObject({ state: 'committed', failure: null });
      expect(identity(done)).toEqual([9_004, 9_004, 0, 0, 0]);
      expect(await county.query("select count(*)::int as n from household where head_name = '同名人'")).toEqual([{ n: 2 }]);
    } finally {
      await test.close();
    }
  }, 120_000);
});
