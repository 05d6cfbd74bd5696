import { PassThrough } from 'node:stream';
import ExcelJS from 'exceljs';
import { layoutOf } from '#domain';
import { startTestApp, type TestApp } from '../support/app.js';
import type { TestClient, TestResponse } from '../support/client.js';
import { villagesOf } from '../support/imports/importing.js';
import { csvOf, sampleCsv, sampleId, samplePersons, sampleTable, type SampleVillage } from '../support/imports/sample.js';
import { XlsxWriter } from '../../libs/households/src/export/files/xlsx-writer.js';

interface Batch {
  id: string;
  state: string;
  progress: number;
  layout: string | null;
  rows: { in: number; created: number; updated: number; unchanged: number; rejected: number } | null;
  unknown: string[];
  missing: string[];
  notes: { note: string }[];
  failure: { code: string; zh: string } | null;
}
interface Row {
  n: number;
  state: string;
  corrected: boolean;
  cells: string[];
  faults: { column: number | null; fault: string; zh: string }[];
}
const COUNTY = '150221';
const settled = new Set(['validated', 'needs_mapping', 'committed', 'undone', 'failed', 'cancelled']);

async function xlsxOf(table: Iterable<readonly string[]>): Promise<Buffer> {
  const out = new PassThrough();
  const chunks: Buffer[] = [];
  out.on('data', (chunk: Buffer) => chunks.push(chunk));
  const writer = new XlsxWriter(out, { sheetName: '数据' });
  for (const row of table) await writer.row(row.map((value) => ({ value })));
  await writer.finish();
  return Buffer.concat(chunks);
}

async function readWorkbook(bytes: Buffer): Promise<ExcelJS.Worksheet> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  return book.worksheets[0]!;
}

describe('imports over HTTP', () => {
  let test: TestApp;
  let county: TestClient;
  let villages: SampleVillage[];
  beforeAll(async () => {
    test = await startTestApp({ worker: true });
    county = await test.as('county_officer', COUNTY);
    villages = await villagesOf(test, COUNTY);
  });
  afterAll(() => test.close());

  /** Waits for the job: asks until the batch has come to rest. */
  async function rested(id: string, client = county): Promise<Batch> {
    for (let tries = 0; tries < 600; tries++) {
      const { body } = await client.get<Batch>(`/imports/${id}`);
      if (settled.has(body.state)) return body;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('the batch does not come to rest');
  }
  async function upload(name: string, content: Buffer | string, client = county): Promise<Batch> {
    const response = await client.upload<Batch>('/imports', { year: '2020', file: { name, content } });
    expect(response.status).toBe(201);
    return rested(response.body.id, client);
  }
  async function commit(id: string, mode = 'all'): Promise<Batch> {
    expect((await county.post(`/imports/${id}/commit`, { body: { mode } })).status).toBe(202);
    return rested(id);
  }

  it('takes a workbook through the queue: checked, corrected in the page, written, taken back', async () => {
    const persons = [...samplePersons(30, villages)];
    const table = [...sampleTable(layoutOf('H-B'), persons)];
    const id = table[0]!.indexOf('身份证号/证件号码');
    const right = table[4]![id]!;
    table[4]![id] = `${right.slice(0, 17)}${right.endsWith('1') ? '2' : '1'}`;
    const batch = await upload('名单.xlsx', await xlsxOf(table));
    expect(batch).toMatchObject({ state: 'validated', layout: 'H-B', failure: null, rows: { in: 30 } });
    const rejected = batch.rows!.rejected;
    const rows = await county.get<{ items: Row[] }>(`/imports/${batch.id}/rows?state=rejected`);
    expect(rows.body.items).toHaveLength(rejected);
    const bad = rows.body.items.find((row) => row.n === 5)!;
    expect(bad.faults).toEqual([expect.objectContaining({ column: id, fault: 'id-check-digit', zh: '证件号码校验码不符' })]);
    expect((await county.post(`/imports/${batch.id}/commit`, { body: { mode: 'all' } })).body).toMatchObject({ code: 'import.has-rejected' });
    const corrected = await county.patch<Row[]>(`/imports/${batch.id}/rows/5`, { body: { cells: { [id]: right } } });
    expect(corrected.status).toBe(200);
    expect(corrected.body.every((row) => row.state === 'created' && row.faults.length === 0)).toBe(true);
    expect((await county.get<Batch>(`/imports/${batch.id}`)).body.rows).toEqual({ in: 30, created: 30, updated: 0, unchanged: 0, rejected: 0 });
    const done = await commit(batch.id);
    expect(done).toMatchObject({ state: 'committed', progress: 100, rows: { in: 30, created: 30, rejected: 0 } });
    expect((await county.post(`/imports/${batch.id}/undo`)).status).toBe(202);
    expect(await rested(batch.id)).toMatchObject({ state: 'undone' });
  });

  it('keeps a correction when the file is checked again', async () => {
    const table = [...sampleTable(layoutOf('H-B'), [...samplePersons(3, [villages[0]!], 5)].map((person) => ({ ...person, n: person.n + 9_000, household: person.household + 9_000 })))];
    const column = table[0]!.indexOf('健康状况');
    table[1]![column] = '不清楚';
    const batch = await upload('a.csv', csvOf(table));
    expect(batch.rows).toMatchObject({ in: 3, rejected: expect.any(Number) });
    await county.patch(`/imports/${batch.id}/rows/2`, { body: { cells: { [column]: '残疾' } } });
    await county.post(`/imports/${batch.id}/validate`);
    expect(await rested(batch.id)).toMatchObject({ rows: { in: 3, created: 3, rejected: 0 } });
    expect((await commit(batch.id)).rows).toMatchObject({ created: 3 });
    await county.post(`/imports/${batch.id}/undo`);
    await rested(batch.id);
  });

  it.each(['xlsx', 'csv'] as const)('gives the same %s back with the bad cells marked and the reasons in words; corrected there it is accepted', async (kind) => {
    const persons = [...samplePersons(8, villages, 11)].map((person) => ({ ...person, n: person.n + 20_000, household: person.household + 20_000 }));
    const table = [['建档立卡人员名单'], ...sampleTable(layoutOf('H-A'), persons)];
    const [id, phone] = [table[1]!.indexOf('证件号码'), table[1]!.indexOf('联系电话')];
    const rightId = table[2]![id]!;
    table[2]![id] = '123';
    table[2]![phone] = '=1+1';
    const batch = await upload(`a.${kind}`, kind === 'xlsx' ? await xlsxOf(table) : csvOf(table));
    const response = await county.get(`/imports/${batch.id}/error-file`);
    expect([response.status, response.headers['content-disposition']]).toEqual([200, expect.stringContaining(`.${kind}`)]);
    if (kind === 'csv') {
      const lines = response.raw.toString().replace('\ufeff', '').split('\r\n');
      expect(lines[1]).toBe(`${table[1]!.join(',')},错误原因`);
      expect(lines[2]).toMatch(/证件号码位数不对；“联系电话”不是有效的电话号码$/);
      expect(lines[2]).toContain("'=1+1");
      expect(lines).toHaveLength(2 + 8 + 1);
      return;
    }
    const sheet = await readWorkbook(response.raw);
    const reasons = table[1]!.length + 1;
    expect(sheet.getRow(2).getCell(reasons).value).toBe('错误原因');
    expect(String(sheet.getRow(3).getCell(reasons).value)).toContain('证件号码位数不对');
    expect(sheet.getRow(3).getCell(id + 1).fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } });
    expect(JSON.stringify(sheet.getRow(3).getCell(1).fill ?? null)).not.toContain('FFFFC7CE');
    sheet.getRow(3).getCell(id + 1).value = rightId;
    sheet.getRow(3).getCell(phone + 1).value = '13800009999';
    const fixed = await upload('改.xlsx', Buffer.from(await sheet.workbook.xlsx.writeBuffer()));
    expect(fixed).toMatchObject({ state: 'validated', rows: { in: 8, created: 8, rejected: 0 }, unknown: [] });
  });

  it('asks for a mapping when it must', async () => {
    const batch = await upload('a.csv', csvOf([['嘎查村', '称谓', '与户主关系', '民族'], [villages[0]!.names[4], '赵六', '户主', '汉族']]));
    expect(batch).toMatchObject({ state: 'needs_mapping', unknown: ['称谓'], missing: ['姓名'] });
    expect((await county.post(`/imports/${batch.id}/mapping`, { body: { mapping: { 称谓: 'member.secret' } } })).status).toBe(422);
    expect((await county.post(`/imports/${batch.id}/mapping`, { body: { mapping: { 称谓: 'member.name' } } })).status).toBe(202);
    expect(await rested(batch.id)).toMatchObject({ state: 'validated', rows: { in: 1, created: 1 } });
    expect((await county.post(`/imports/${batch.id}/cancel`)).body).toMatchObject({ state: 'cancelled' });
  });

  it('refuses what is not a table, and a batch of strangers does not exist', async () => {
    const refused = (response: TestResponse) => [response.status, (response.body as { code: string }).code];
    expect(refused(await county.upload('/imports', { file: { name: 'a.xlsx', content: 'not a workbook' } }))).toEqual([422, 'import.wrong-extension']);
    expect(refused(await county.upload('/imports', { file: { name: 'a.xlsx', content: Buffer.from('504b0304deadbeef', 'hex') } }))).toEqual([422, 'import.damaged']);
    expect(refused(await county.upload('/imports', { year: '2020' }))).toEqual([422, 'import.file-missing']);
    expect(refused(await county.upload('/imports', { year: '1999', file: { name: 'a.csv', content: 'a,b' } }))).toEqual([422, 'import.year']);
    expect(refused(await county.post('/imports', { body: { file: 'x' } }))).toEqual([415, 'unsupported-media-type']);
    expect(refused(await (await test.as('team_member', villages[0]!.code)).upload('/imports', { file: { name: 'a.csv', content: 'a,b' } }))).toEqual([403, 'forbidden']);
    const batch = await upload('a.csv', sampleCsv('H-A', samplePersons(2, villages)));
    const other = await test.as('county_officer', '150402');
    for (const path of ['', '/rows', '/error-file']) expect((await other.get(`/imports/${batch.id}${path}`)).status).toBe(404);
    expect((await other.post(`/imports/${batch.id}/commit`, { body: { mode: 'all' } })).status).toBe(404);
    const clerk = await test.as('village_clerk', villages[0]!.code);
    expect((await clerk.get(`/imports/${batch.id}`)).status).toBe(404);
  });

  it('a file that cannot be read as a table of households fails in words', async () => {
    expect(await upload('a.csv', '一,二,三\n1,2,3\n')).toMatchObject({ state: 'failed', failure: { code: 'import.no-headings', zh: expect.stringContaining('表头') } });
    expect(await upload('b.csv', csvOf([['嘎查村', '姓名', '与户主关系']]))).toMatchObject({ state: 'failed', failure: { code: 'import.no-rows' } });
  });

  it('hides the numbers of a file from colleagues who may not see them', async () => {
    const clerk = await test.as('village_clerk', villages[0]!.code);
    const second = await test.as('village_clerk', villages[0]!.code);
    const batch = await upload('a.csv', csvOf([['姓名', '与户主关系', '证件号码', '健康状况'], ['钱七', '户主', sampleId(50_000), '不明']]), clerk);
    const cellsOf = async (client: TestClient) => (await client.get<{ items: Row[] }>(`/imports/${batch.id}/rows`)).body.items[0]?.cells;
    expect(await cellsOf(clerk)).toEqual(['钱七', '户主', sampleId(50_000), '不明']);
    expect(await cellsOf(second)).toEqual(['钱七', '户主', '****', '不明']);
    expect((await second.get(`/imports/${batch.id}/error-file`)).status).toBe(403);
  });

  it.each([['H-A', undefined], ['H-B', undefined], ['H-D', undefined], ['H-E', 'household'], ['H-E', 'person']] as const)('offers a template of %s (%s) that it recognises itself', async (layout, sheet) => {
    const response = await county.get(`/imports/templates/${layout}${sheet ? `?sheet=${sheet}` : ''}`);
    const data = await readWorkbook(response.raw);
    const headings = (data.getRow(1).values as string[]).slice(1);
    expect(headings.map((heading) => heading.replace('*', ''))).toEqual(layoutOf(layout, sheet).columns.map((column) => column.heading));
    expect(headings.some((heading) => heading.startsWith('*'))).toBe(true);
    expect((await county.get('/imports/templates/H-X')).status).toBe(404);
  });
});
