import { problem } from '#domain';

export type FileKind = 'xlsx' | 'csv';

const startsWith = (head: Buffer, bytes: number[]) => bytes.every((byte, index) => head[index] === byte);

/**
 * Kind of a file by its first bytes, compared with its extension. A workbook named .csv, or text named .xlsx, is refused:
 * whoever sent it does not know what they are sending.
 */
export function sniffKind(head: Buffer, fileName: string): FileKind {
  const extension = (/\.([A-Za-z0-9]{1,8})$/.exec(fileName)?.[1] ?? '').toLowerCase();
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0])) throw problem('import.old-excel');
  const found = startsWith(head, [0x50, 0x4b, 0x03, 0x04]) ? 'xlsx' : looksLikeText(head) ? 'csv' : null;
  if (found === null) throw problem('import.not-a-table');
  const expected: Readonly<Record<FileKind, readonly string[]>> = { xlsx: ['xlsx', 'xlsm'], csv: ['csv', 'txt', 'tsv'] };
  if (!expected[found].includes(extension)) throw problem('import.wrong-extension', { extension: extension || '无', found: found === 'xlsx' ? 'Excel工作簿' : 'CSV文本' });
  return found;
}

/** No NUL and hardly any control characters: text in UTF-8 or GBK. UTF-16 is refused later by its encoding. */
function looksLikeText(head: Buffer): boolean {
  if (head.length === 0) return false;
  if (/^\s*(?:<\?xml|<!doctype|<html)/i.test(head.subarray(0, 200).toString('latin1'))) return false;
  let control = 0;
  for (const byte of head) {
    if (byte === 0) return false;
    if (byte < 9 || (byte > 13 && byte < 32)) control += 1;
  }
  return control * 100 <= head.length;
}
