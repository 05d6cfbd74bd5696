import { problem } from '#domain';
import { limits, type FileNote, type RawRow } from './raw-table.js';

/** Gathers filled rows into batches, drops empty ones, and stops what exceeds the limits. Same rules for every kind of file. */
export class RowCollector {
  private batch: RawRow[] = [];
  private lastFilled = 0;
  private count = 0;

  constructor(private readonly notes: FileNote[]) {}

  /** Adds a row; trailing empty cells are cut. `kinds` is copied by the caller. */
  add(n: number, cells: string[], kinds?: Uint8Array): void {
    let width = cells.length;
    while (width > 0 && isBlank(cells[width - 1])) width -= 1;
    if (width === 0) return;
    if (n - this.lastFilled - 1 > limits.emptyRun) throw problem('import.empty-rows', { row: this.lastFilled, limit: limits.emptyRun });
    if (width > limits.columns) throw problem('import.too-many-columns', { limit: limits.columns });
    this.count += 1;
    // A few rows of title and headings come on top of the rows that count.
    if (this.count > limits.rows + 10) throw problem('import.too-many-rows', { limit: limits.rows });
    if (cells.length > width) cells.length = width;
    for (const cell of cells) if (cell !== undefined && cell.length > limits.cellCharacters) throw problem('import.damaged');
    this.lastFilled = n;
    this.batch.push({ n, cells, kinds });
  }

  /** Called when the file goes on with nothing but empty rows. */
  noteEmptyTail(): void {
    this.notes.push({ note: 'empty-tail', zh: `第${this.lastFilled}行之后全是空行，未读取`, en: `Nothing but empty rows after row ${this.lastFilled}` });
  }

  get lastRow(): number {
    return this.lastFilled;
  }

  /** Full batches so far. */
  *take(): Generator<RawRow[]> {
    while (this.batch.length >= limits.rowsPerBatch) yield this.batch.splice(0, limits.rowsPerBatch);
  }

  /** What is left. */
  *flush(): Generator<RawRow[]> {
    yield* this.take();
    if (this.batch.length > 0) yield this.batch.splice(0);
  }
}

function isBlank(cell: string | undefined): boolean {
  return cell === undefined || cell === '' || cell.trim() === '';
}
