import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import type { OutCell, SheetWriter } from './sheet-writer.js';

export interface ParquetColumn {
  readonly name: string;
  readonly type: 'text' | 'number';
}

const ROWS_PER_GROUP = 10_000;

/** Bytes that go on to a stream as soon as a group of rows is whole. */
class StreamBytes extends ByteWriter {
  constructor(private readonly out: Writable) {
    super(1_048_576);
  }

  async flush(): Promise<void> {
    const bytes = Buffer.from(this.getBytes());
    this.index = 0;
    if (bytes.length > 0 && !this.out.write(bytes)) await once(this.out, 'drain');
  }
}

/** Writes Apache Parquet, group by group: DuckDB, pandas, R and spreadsheets of newer make open it. Texts are UTF-8, numbers doubles. */
export class ParquetTableWriter implements SheetWriter {
  private readonly bytes: StreamBytes;
  private readonly writer: ParquetWriter;
  private rows: (readonly OutCell[])[] = [];

  constructor(out: Writable, private readonly columns: readonly ParquetColumn[], about: readonly (readonly [string, string | number])[] = []) {
    this.bytes = new StreamBytes(out);
    const leaf = ({ name, type }: ParquetColumn): SchemaElement =>
      type === 'number' ? { name, type: 'DOUBLE', repetition_type: 'OPTIONAL' } : { name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' };
    this.writer = new ParquetWriter({
      writer: this.bytes, schema: [{ name: 'root', num_children: columns.length }, ...columns.map(leaf)], createdBy: 'bangfu', kvMetadata: about.map(([key, value]) => ({ key, value: String(value) })),
    });
  }

  /** The names stand in the schema. */
  headings(): Promise<void> {
    return Promise.resolve();
  }

  async row(cells: readonly OutCell[]): Promise<void> {
    this.rows.push(cells);
    if (this.rows.length >= ROWS_PER_GROUP) await this.flush();
  }

  async finish(): Promise<void> {
    await this.flush();
    await this.writer.finish();
    await this.bytes.flush();
  }

  private async flush(): Promise<void> {
    const rows = this.rows;
    this.rows = [];
    if (rows.length === 0) return;
    const columnData = this.columns.map(({ name, type }, index) => ({ name, data: rows.map((cells) => valueOf(cells[index], type)) }));
    await this.writer.write({ columnData, rowGroupSize: ROWS_PER_GROUP });
  }
}

function valueOf(cell: OutCell | undefined, type: 'text' | 'number'): string | number | null {
  const value = cell?.value ?? null;
  if (value === null || value === '') return null;
  if (type === 'number') return typeof value === 'number' ? value : null;
  return String(value);
}
