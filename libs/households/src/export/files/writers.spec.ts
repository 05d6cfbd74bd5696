import { PassThrough } from 'node:stream';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { CsvWriter, type CsvEncoding } from './csv-writer.js';
import { formulaSafe, isFormulaLike } from './formula-safe.js';
import { columnName } from './xlsx-parts.js';
import { XlsxWriter } from './xlsx-writer.js';

async function collect(write: (out: PassThrough) => Promise<void>): Promise<Buffer> {
  const out = new PassThrough();
  const chunks: Buffer[] = [];
  out.on('data', (chunk: Buffer) => chunks.push(chunk));
  await write(out);
  out.end();
  return Buffer.concat(chunks);
}

const dangerous = ['=1+1', '+cmd|calc', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '\0=1', '＝1+1', '＋1', '－a', '＠x', ' =1', '\u3000＝1', '\ufeff=1', '|x', '%0A=1', '=HYPERLINK("http://x")'];

describe('text that a spreadsheet might execute', () => {
  it.each(dangerous)('%j is made harmless in both formats', async (text) => {
    expect(isFormulaLike(text)).toBe(true);
    expect(formulaSafe(text).startsWith("'")).toBe(true);
    const csv = (await collect(async (out) => {
      const writer = new CsvWriter(out, 'utf8');
      await writer.row([{ value: text }, { value: 'x' }]);
      await writer.finish();
    })).toString();
    expect(csv.replace(/^"/, '').startsWith("'")).toBe(true);
    const workbook = await collect(async (out) => {
      const writer = new XlsxWriter(out, { sheetName: '数据' });
      await writer.row([{ value: text }]);
      await writer.finish();
    });
    const read = new ExcelJS.Workbook();
    await read.xlsx.load(workbook as unknown as ArrayBuffer);
    const cell = read.worksheets[0]?.getCell('A1');
    expect([cell?.type, String(cell?.value).startsWith("'")]).toEqual([ExcelJS.ValueType.String, true]);
  });

  it.each(['-5', '+3.25', '12', '2016-01-01', '张三', '138-0000', 'a=b', '0471-12345678', '-0.5'])('%s stays as it is: numbers stay numbers, harmless text is not touched', (text) => {
    expect(formulaSafe(text)).toBe(text);
  });

  it('nothing that begins like a formula gets through', () => {
    fc.assert(fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\0', '＝', '＋', '－', '＠'), fc.string(), (first, rest) => {
      const text = first + rest;
      const safe = formulaSafe(text);
      expect(safe.startsWith("'") || /^[+-]?[0-9]+(?:\.[0-9]+)?$/.test(safe)).toBe(true);
    }), { numRuns: 1_000 });
  });
});

describe('files that are written', () => {
  it.each<[CsvEncoding, (bytes: Buffer) => string]>([['utf8', (bytes) => bytes.toString()], ['utf8-bom', (bytes) => bytes.toString().slice(1)], ['gbk', (bytes) => iconv.decode(bytes, 'gb18030')]])('as CSV in %s keep rare characters and separators', async (encoding, decode) => {
    const bytes = await collect(async (out) => {
      const writer = new CsvWriter(out, encoding);
      await writer.headings(['姓名', '说明']);
      await writer.row([{ value: '阿拉坦·其其格' }, { value: '甲,"乙"\n丙' }]);
      await writer.row([{ value: '𠮷野' }, { value: 12.5 }]);
      await writer.finish();
    });
    if (encoding === 'utf8-bom') expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(decode(bytes)).toBe('姓名,说明\r\n阿拉坦·其其格,"甲,""乙""\n丙"\r\n𠮷野,12.5\r\n');
  });

  it('as workbooks are read by another program: texts, numbers, marks, sheets, drop-down lists', async () => {
    const bytes = await collect(async (out) => {
      const writer = new XlsxWriter(out, { sheetName: '数据', frozenRows: 1 });
      await writer.headings(['姓名', '*收入']);
      await writer.row([{ value: 'ᠪᠠᠲᠤ & <张>' }, { value: 12.5 }]);
      await writer.row([{ value: '150221199003071234' }, { value: '三千', bad: true }]);
      await writer.endSheet([{ column: 0, source: '选项!$A$1:$A$2' }]);
      await writer.beginSheet({ name: '选项', hidden: true });
      await writer.row([{ value: '是' }]);
      await writer.finish();
    });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes as unknown as ArrayBuffer);
    const [data, lists] = book.worksheets;
    expect(data?.getCell('A2').value).toBe('ᠪᠠᠲᠤ & <张>');
    expect(data?.getCell('B2').value).toBe(12.5);
    expect(data?.getCell('A3').value).toBe('150221199003071234');
    expect(data?.getCell('B3').fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } });
    expect(data?.getCell('A5').dataValidation).toMatchObject({ type: 'list' });
    expect([lists?.name, lists?.state, lists?.getCell('A1').value]).toEqual(['选项', 'hidden', '是']);
  });

  it('name their columns as spreadsheets do', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });
});
