import fc from 'fast-check';
import { CsvParser, guessSeparator } from './csv-parser.js';

const quote = (cell: string) => (/[",\r\n]/.test(cell) || cell === '' ? `"${cell.replaceAll('"', '""')}"` : cell);

function parse(text: string, cuts: readonly number[]): string[][] {
  const parser = new CsvParser(',');
  const rows: string[][] = [];
  let at = 0;
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    const end = Math.min(cut, text.length);
    if (end > at) parser.push(text.slice(at, end), (_n, cells) => rows.push(cells));
    at = Math.max(at, end);
  }
  if (at < text.length) parser.push(text.slice(at), (_n, cells) => rows.push(cells));
  expect(parser.end((_n, cells) => rows.push(cells))).toBe(true);
  return rows;
}

describe('CSV', () => {
  const cell = fc.stringMatching(/^[a中"',;\r\n ]{0,6}$/);
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });

  it('reads back what RFC 4180 writes, wherever the text is cut into chunks', () => {
    fc.assert(
      fc.property(table, fc.array(fc.nat(80), { maxLength: 5 }), fc.constantFrom('\n', '\r\n', '\r'), fc.boolean(), (rows, cuts, end, last) => {
        const text = rows.map((row) => row.map(quote).join(',')).join(end) + (last ? end : '');
        expect(parse(text, cuts)).toEqual(rows);
      }),
      { numRuns: 2_000 },
    );
  });

  it('takes the separator that the first line uses most', () => {
    expect([guessSeparator('a,b;c,d'), guessSeparator('a\tb\tc'), guessSeparator('a;b;c'), guessSeparator('"x;y;z;w",b,c')]).toEqual([',', '\t', ';', ',']);
  });
});
