import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { ParquetTableWriter } from './parquet-writer.js';

describe('a columnar file', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'bangfu-parquet-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const written = async (rows: (string | number | null)[][], about: [string, string][] = []) => {
    const file = path.join(folder, `${rows.length}.parquet`);
    const out = createWriteStream(file);
    const writer = new ParquetTableWriter(out, [{ name: '户主', type: 'text' }, { name: '人均纯收入（元）', type: 'number' }], about);
    await writer.headings();
    for (const row of rows) await writer.row(row.map((value) => ({ value })));
    await writer.finish();
    out.end();
    await once(out, 'close');
    return file;
  };

  it('is read back by another reader as it was written, with Chinese, empty cells and more than one group of rows', async () => {
    const rows = Array.from({ length: 25_001 }, (_, n): (string | number | null)[] => [n % 7 === 0 ? null : `巴图·其木格 ${n}`, n % 5 === 0 ? null : n / 100]);
    const file = await asyncBufferFromFile(await written(rows, [['用途', '督查核验']]));
    const metadata = await parquetMetadataAsync(file);
    expect(metadata.row_groups.length).toBe(3);
    expect(metadata.key_value_metadata).toContainEqual({ key: '用途', value: '督查核验' });
    const back: Record<string, unknown>[] = await parquetReadObjects({ file });
    expect(back.length).toBe(25_001);
    expect(back.map((row) => [row['户主'] ?? null, row['人均纯收入（元）'] ?? null])).toEqual(rows);
  });

  it('without rows still names its columns', async () => {
    const file = await asyncBufferFromFile(await written([]));
    const { schema } = await parquetMetadataAsync(file);
    expect(schema.slice(1).map(({ name }) => name)).toEqual(['户主', '人均纯收入（元）']);
    expect(await parquetReadObjects({ file })).toEqual([]);
  });
});
