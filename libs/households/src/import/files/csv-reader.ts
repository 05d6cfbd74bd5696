import { createReadStream } from 'node:fs';
import { problem } from '#domain';
import { CsvParser, guessSeparator } from './csv-parser.js';
import type { Encoding } from './encoding.js';
import { RowCollector } from './row-collector.js';
import type { FileNote, RawRow, RawTable } from './raw-table.js';

/** Largest text between two separators: a quote that is never closed must not swallow the file. */
const LONGEST_ROW = 4 * 1024 * 1024;

/** Reads a CSV file. The row number counts lines as a spreadsheet would, one per record. */
export class CsvTable implements RawTable {
  readonly notes: FileNote[] = [];

  constructor(
    private readonly path: string,
    private readonly encoding: Encoding,
  ) {}

  async *rows(): AsyncGenerator<RawRow[]> {
    const decoder = new TextDecoder(this.encoding);
    const collector = new RowCollector(this.notes);
    let parser: CsvParser | null = null;
    let n = 0;
    let pending = 0;
    const emit = (_line: number, cells: string[]) => {
      n += 1;
      pending = 0;
      collector.add(n, cells);
    };
    for await (const chunk of createReadStream(this.path, { highWaterMark: 1 << 17 })) {
      const text = decoder.decode(chunk as Buffer, { stream: true });
      parser ??= new CsvParser(guessSeparator(/^[^\r\n]*/.exec(text)?.[0] ?? ''));
      pending += text.length;
      parser.push(text, emit);
      if (pending > LONGEST_ROW) throw problem('import.damaged');
      yield* collector.take();
    }
    if (parser && !parser.end(emit)) throw problem('import.damaged');
    yield* collector.flush();
  }
}
