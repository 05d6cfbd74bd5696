import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { sheetOf, textCell, workbookOf, workbookParts, zipOf } from '../support/imports/hostile.js';
import { ImportFiles } from '../../libs/households/src/import/batch/import-files.js';
import { openTable } from '../../libs/households/src/import/files/open-table.js';
import type { RawRow, RawTable } from '../../libs/households/src/import/files/raw-table.js';

const dir = mkdtempSync(path.join(tmpdir(), 'hostile-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const files = new ImportFiles({ dataDir: dir } as ConstructorParameters<typeof ImportFiles>[0]);
const header = `<row r="1">${textCell('A1', '姓名')}${textCell('B1', '村')}</row>`;
const MB = 1024 * 1024;

/** Uploads and reads a file as the product does; answers what came of it, how long it took and how much memory it held. */
async function handle(content: Buffer, name = 'a.xlsx'): Promise<{ code: string | null; rows: RawRow[]; notes: string[]; ms: number; grown: number }> {
  const started = performance.now();
  const before = process.memoryUsage().rss;
  const rows: RawRow[] = [];
  let table: RawTable | null = null;
  let peak = before;
  const done = (code: string | null) => ({ code, rows, notes: (table?.notes ?? []).map((note) => note.note), ms: performance.now() - started, grown: (peak - before) / MB });
  try {
    const saved = await files.save(Readable.from([content]), name);
    table = openTable(files.pathOf('imports', saved.storedName), { kind: saved.kind, encoding: saved.encoding });
    for await (const batch of table.rows()) {
      if (rows.length < 10) rows.push(...batch.slice(0, 10));
      peak = Math.max(peak, process.memoryUsage().rss);
    }
    return done(null);
  } catch (error) {
    return done((error as { code?: string }).code ?? String(error));
  }
}

describe('hostile files', () => {
  const seen: string[] = [];
  afterAll(() => console.info(`C5: ${seen.length} hostile files handled: ${seen.join(', ')}`));
  const expectRefused = async (what: string, content: Buffer, code: string, name?: string) => {
    const result = await handle(content, name);
    seen.push(`${what} ${Math.round(result.ms)} ms`);
    expect([what, result.code]).toEqual([what, code]);
    expect(result.grown).toBeLessThan(100);
  };

  it('bombs are refused by what they say of themselves, and liars by what comes out of them', async () => {
    const flood = Buffer.alloc(330 * MB, 0x20);
    await expectRefused('330 MB from 330 kB', zipOf(workbookParts(flood)), 'import.inflates-too-much');
    await expectRefused('90 MB, claims 1 kB', zipOf(workbookParts('x').map((part) => (part.name.includes('sheet1') ? { ...part, data: flood.subarray(0, 90 * MB), claims: 1_000 } : part))), 'import.damaged');
    await expectRefused('5,000 entries', zipOf([...workbookParts(sheetOf(header)), ...Array.from({ length: 5_000 }, (_, n) => ({ name: `x${n}`, data: '' }))]), 'import.inflates-too-much');
    await expectRefused('shared text of 90 MB', zipOf(workbookParts(sheetOf(header), [{ name: 'xl/sharedStrings.xml', data: Buffer.concat([Buffer.from('<sst><si><t>'), Buffer.alloc(90 * MB, 0x41)]) }])), 'import.inflates-too-much');
  });

  it('paths that lead outside, doubled names and archives that are no workbook are refused', async () => {
    await expectRefused('zip slip', zipOf([...workbookParts(sheetOf(header)), { name: '../../etc/x', data: 'x' }]), 'import.damaged');
    await expectRefused('doubled entry', zipOf([...workbookParts(sheetOf(header)), { name: 'xl/worksheets/sheet1.xml', data: sheetOf(header) }]), 'import.damaged');
    await expectRefused('nested archive', zipOf([{ name: 'inner.xlsx', data: workbookOf(header) }]), 'import.not-a-table');
  });

  it('external entities and document types are refused', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>';
    await expectRefused('XXE', zipOf(workbookParts(`<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${sheetOf(header.replace('姓名', '&e;'))}`)), 'import.unsafe-xml');
    await expectRefused('billion laughs', zipOf(workbookParts(sheetOf(header), [{ name: 'xl/sharedStrings.xml', data: `${bomb}<sst><si><t>&b;</t></si></sst>` }])), 'import.unsafe-xml');
    await expectRefused('entity without declaration', workbookOf(header.replace('姓名', '&lol;')), 'import.unsafe-xml');
  });

  it('cut, wrong and foreign files are refused with their reason', async () => {
    const whole = workbookOf(header + Array.from({ length: 2_000 }, (_, n) => `<row r="${n + 2}">${textCell(`A${n + 2}`, `人${Math.imul(n, 7919) % 100_003}`)}</row>`).join(''));
    await expectRefused('cut archive', whole.subarray(0, whole.length / 2), 'import.damaged');
    await expectRefused('cut sheet', zipOf(workbookParts(sheetOf(header).slice(0, -30))), 'import.damaged');
    await expectRefused('workbook named csv', whole, 'import.wrong-extension', 'a.csv');
    await expectRefused('text named xlsx', Buffer.from('姓名,村\n'), 'import.wrong-extension', 'a.xlsx');
    await expectRefused('program named csv', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0]), 'import.not-a-table', 'a.csv');
    await expectRefused('page named csv', Buffer.from('<html><table><tr><td>姓名'), 'import.not-a-table', 'a.csv');
    await expectRefused('old Excel', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'import.old-excel', 'a.xls');
    await expectRefused('empty file', Buffer.alloc(0), 'import.not-a-table', 'a.csv');
    await expectRefused('neither UTF-8 nor GBK', Buffer.concat([Buffer.from('姓名,村\n'), Buffer.from([0xff, 0xff, 0x80])]), 'import.encoding', 'a.csv');
    await expectRefused('quote never closed', Buffer.from(`姓名,村\n"张三,${'x'.repeat(1_000)}`), 'import.damaged', 'a.csv');
    await expectRefused('one cell of 6 MB', Buffer.from(`姓名,村\n"${'x'.repeat(6 * MB)}"\n`), 'import.damaged', 'a.csv');
    await expectRefused('5,000 columns', Buffer.from(`${'a,'.repeat(5_000)}a\n`), 'import.too-many-columns', 'a.csv');
  });

  it('a million empty rows are passed over, unless data hide behind them', async () => {
    const empty = Array.from({ length: 1_000_000 }, (_, n) => `<row r="${n + 3}"><c r="A${n + 3}" s="1"/></row>`).join('');
    const data = `<row r="2">${textCell('A2', '张三')}</row>`;
    const passed = await handle(workbookOf(header + data + empty));
    seen.push(`1,000,000 empty rows ${Math.round(passed.ms)} ms`);
    expect(passed).toMatchObject({ code: null, notes: ['empty-tail'] });
    expect(passed.rows.map((row) => row.cells[0])).toEqual(['姓名', '张三']);
    await expectRefused('data behind a million empty rows', workbookOf(`${header}${data}${empty}<row r="1000010">${textCell('A1000010', '李四')}</row>`), 'import.empty-rows');
    await expectRefused('empty lines in CSV', Buffer.from(`姓名,村\n张三,甲\n${',\n'.repeat(50_000)}李四,乙\n`), 'import.empty-rows', 'a.csv');
  }, 30_000);
});

describe('files that only look strange', () => {
  it('formulas give their stored result and are counted; without one the cell says so', async () => {
    const row = '<row r="2"><c r="A2" t="str"><f>CONCAT("张","三")</f><v>张三</v></c><c r="B2"><f>1+1</f></c><c r="C2"><f>6*7</f><v>42</v></c><c r="D2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>';
    const { rows, notes, code } = await handle(workbookOf(header + row));
    expect([code, notes]).toEqual([null, ['formulas']]);
    expect([rows[1]?.cells, [...(rows[1]?.kinds?.slice(0, 4) ?? [])]]).toEqual([['张三', '=', '42', '#DIV/0!'], [0, 5, 1, 4]]);
  });

  it('merged cells are filled with the value of the first, as the reader sees it', async () => {
    const rows = [2, 3, 4].map((n) => `<row r="${n}">${n === 2 ? textCell('A2', '巴彦嘎查') : ''}${textCell(`B${n}`, `人${n}`)}</row>`).join('');
    const found = await handle(workbookOf(header + rows, '<mergeCells count="1"><mergeCell ref="A2:A4"/></mergeCells>'));
    expect(found.notes).toEqual(['merged']);
    expect(found.rows.slice(1).map((row) => row.cells)).toEqual([['巴彦嘎查', '人2'], ['巴彦嘎查', '人3'], ['巴彦嘎查', '人4']]);
  });

  it('a merge over the whole sheet fills nothing', async () => {
    const found = await handle(workbookOf(header, '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'));
    expect(found).toMatchObject({ code: null, notes: [] });
  });

  it('numbers, days, rich text, namespaces and character references are read', async () => {
    const styles = '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>';
    const strings = '<x:sst xmlns:x="urn:x"><x:si><x:r><x:t>阿拉坦</x:t></x:r><x:r><x:t>·其其格</x:t></x:r><x:rPh><x:t>zhuyin</x:t></x:rPh></x:si><x:si><x:t>&#x1820;&lt;&#30333;</x:t></x:si></x:sst>';
    const row = '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c><v>1.50221199003071E+17</v></c><c s="1"><v>42369</v></c><c s="2"><v>42369.5</v></c><c t="b"><v>1</v></c></row>';
    const { rows } = await handle(workbookOf(`<row>${textCell('A1', '姓名')}</row>${row}`, '', [{ name: 'xl/styles.xml', data: styles }, { name: 'xl/sharedStrings.xml', data: strings }]));
    expect(rows[1]?.cells).toEqual(['阿拉坦·其其格', 'ᠠ<白', '1.50221199003071E+17', '2015-12-31', '2015-12-31', '是']);
    expect([...(rows[1]?.kinds?.slice(0, 6) ?? [])]).toEqual([0, 0, 1, 2, 2, 3]);
  });

  it('CSV with quotes, line breaks, tabs and a missing last line break is read', async () => {
    const { rows } = await handle(Buffer.from('\ufeff姓名\t村\r\n"张""三"\t"甲\n乙"\r\n\r\n李四\t丙'), 'a.csv');
    expect(rows.map((row) => [row.n, row.cells])).toEqual([[1, ['姓名', '村']], [2, ['张"三', '甲\n乙']], [4, ['李四', '丙']]]);
  });
});
