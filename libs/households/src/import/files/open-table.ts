import { CsvTable } from './csv-reader.js';
import type { Encoding } from './encoding.js';
import type { RawTable } from './raw-table.js';
import type { FileKind } from './sniff.js';
import { XlsxTable } from './xlsx-reader.js';

/** Opens a stored file for reading. */
export function openTable(path: string, file: { kind: FileKind; encoding: Encoding | null }): RawTable {
  return file.kind === 'xlsx' ? new XlsxTable(path) : new CsvTable(path, file.encoding ?? 'utf-8');
}
