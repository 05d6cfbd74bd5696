import { once } from 'node:events';
import type { Writable } from 'node:stream';
import iconv from 'iconv-lite';
import { formulaSafe } from './formula-safe.js';
import type { OutCell, SheetWriter } from './sheet-writer.js';

export type CsvEncoding = 'utf8' | 'utf8-bom' | 'gbk';

const FLUSH_CHARACTERS = 64 * 1024;

/** Writes CSV (RFC 4180, CRLF) in the encoding that the reader's spreadsheet expects. */
export class CsvWriter implements SheetWriter {
  private buffer: string;

  constructor(
    private readonly out: Writable,
    private readonly encoding: CsvEncoding,
  ) {
    this.buffer = encoding === 'utf8-bom' ? '\ufeff' : '';
  }

  headings(cells: readonly string[]): Promise<void> {
    return this.row(cells.map((value) => ({ value })));
  }

  async row(cells: readonly OutCell[]): Promise<void> {
    this.buffer += `${cells.map(csvCell).join(',')}\r\n`;
    if (this.buffer.length >= FLUSH_CHARACTERS) await this.flush();
  }

  finish(): Promise<void> {
    return this.flush();
  }

  private async flush(): Promise<void> {
    const bytes = this.encoding === 'gbk' ? iconv.encode(this.buffer, 'gb18030') : Buffer.from(this.buffer, 'utf8');
    this.buffer = '';
    if (!this.out.write(bytes)) await once(this.out, 'drain');
  }
}

function csvCell({ value }: OutCell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = formulaSafe(value);
  return /[",\r\n\t;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
