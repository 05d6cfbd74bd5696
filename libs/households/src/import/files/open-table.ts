import { CsvTable } from './csv-reader.js';
import type { Encoding } from './encoding.js';
import type { RawTable } from './raw-table.js';
import type { FileKind } from './sniff.js';
import { XlsxTable } from './xlsx-reader.js';

/** Opens a stored file for reading; of a workbook the named sheet, or the first visible one. */
export function openTable(path: string, file: { kind: FileKind; encoding: Encoding | null; sheet?: string | null }): RawTable {
  return file.kind === 'xlsx' ? new XlsxTable(path, file.sheet ?? null) : new CsvTable(path, file.encoding ?? 'utf-8');
}
