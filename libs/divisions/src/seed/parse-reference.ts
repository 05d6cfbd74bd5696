import type { PovertyCounty, ReferenceData } from './reference-data.js';

/** Lines `code<TAB>name`; lines that begin with # are the note on the source. @throws Error that names a faulty line. */
export function parseDivisions(text: string): { divisions: ReferenceData['divisions']; source: string } {
  const lines = text.split('\n').filter((line) => line !== '');
  const notes = lines.filter((line) => line.startsWith('#')).map((line) => line.slice(1).trim());
  const divisions = lines.filter((line) => !line.startsWith('#')).map((line) => {
    const [code = '', name = '', rest] = line.split('\t');
    if (!/^(?:\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/.test(code) || name === '' || rest !== undefined) throw new Error(`faulty division line: ${line}`);
    return { code, name };
  });
  return { divisions, source: notes.join(' ') };
}

/** The file of poverty counties: county_code, county, level, exit_year, exit_announced, contiguous_area. */
export function parsePovertyCounties(text: string): PovertyCounty[] {
  return csvRows(text).map((row) => ({
    countyCode: cell(row, 'county_code'),
    level: level(cell(row, 'level')),
    exitYear: row['exit_year'] ? Number(row['exit_year']) : null,
    exitAnnounced: row['exit_announced'] || null,
    contiguousArea: row['contiguous_area'] || null,
  }));
}

/** A plain CSV without quotes, as vendored: one heading row, one object a line. */
export function csvRows(text: string): Record<string, string>[] {
  const [head = '', ...lines] = text.replaceAll('\r', '').split('\n').filter((line) => line !== '');
  const names = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    if (cells.length !== names.length) throw new Error(`faulty line: ${line}`);
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
  });
}

function cell(row: Record<string, string>, name: string): string {
  const value = row[name];
  if (!value) throw new Error(`column ${name} is missing`);
  return value;
}

function level(text: string): PovertyCounty['level'] {
  if (text !== 'NATIONAL' && text !== 'REGIONAL') throw new Error(`unknown level ${text}`);
  return text;
}
