import type { Readable } from 'node:stream';
import { isProblem, problem } from '#domain';
import { limits } from './raw-table.js';
import { columnIndex } from './sheet-scan.js';

export interface MergedRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

const END = Buffer.from('sheetData>');
const EMPTY_END = Buffer.from('sheetData/>');
const LONGEST_TAIL = 16 * 1024 * 1024;

/** Merged ranges of a sheet. They are listed after the cells, so the part is inflated once only to look at its end. */
export async function readMergedRanges(stream: Readable): Promise<MergedRange[]> {
  let tail: Buffer[] | null = null;
  let length = 0;
  let carry: Buffer = Buffer.alloc(0);
  try {
    for await (const piece of stream) {
      const chunk = piece as Buffer;
      if (tail === null) {
        const seen: Buffer = Buffer.concat([carry, chunk]);
        const at = Math.max(endOf(seen), seen.indexOf(EMPTY_END));
        if (at >= 0) tail = [seen.subarray(at)];
        carry = seen.subarray(Math.max(0, seen.length - 32));
      } else tail.push(chunk);
      length += tail === null ? 0 : chunk.length;
      if (length > LONGEST_TAIL) throw problem('import.inflates-too-much');
    }
  } catch (error) {
    throw isProblem(error) ? error : problem('import.damaged');
  }
  return tail === null ? [] : rangesIn(Buffer.concat(tail).toString('utf8'));
}

/** `</sheetData>` or `</x:sheetData>`, not the opening tag. */
function endOf(bytes: Buffer): number {
  for (let at = bytes.indexOf(END); at >= 0; at = bytes.indexOf(END, at + 1)) {
    const before = bytes.subarray(Math.max(0, at - 12), at).toString('latin1');
    if (/<\/(?:\w+:)?$/.test(before)) return at;
  }
  return -1;
}

function rangesIn(tail: string): MergedRange[] {
  const ranges: MergedRange[] = [];
  for (const [, from = '', to = ''] of tail.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3}[0-9]{1,7}):([A-Z]{1,3}[0-9]{1,7})"/g)) {
    if (ranges.length >= limits.mergedRanges) throw problem('import.inflates-too-much');
    ranges.push({ top: rowOf(from), bottom: rowOf(to), left: columnIndex(from), right: Math.min(columnIndex(to), limits.columns) });
  }
  return ranges;
}

const rowOf = (reference: string) => Number(reference.replace(/^[A-Z]+/, ''));

/** Fills every cell of a merged range with the value of its first cell, as a reader of the sheet sees it. */
export class MergeFiller {
  private readonly starting = new Map<number, MergedRange[]>();
  private open: { range: MergedRange; text: string; kind: number }[] = [];
  filled = 0;

  constructor(ranges: readonly MergedRange[]) {
    for (const range of ranges) {
      // One cell of a range that spans the whole sheet would fill a million others.
      if (range.bottom - range.top > limits.emptyRun) continue;
      this.starting.set(range.top, [...(this.starting.get(range.top) ?? []), range]);
    }
  }

  fill(row: number, cells: string[], kinds: () => Uint8Array): void {
    if (this.starting.size === 0) return;
    this.open = this.open.filter(({ range }) => range.bottom >= row);
    for (const range of this.starting.get(row) ?? []) this.open.push({ range, text: cells[range.left] ?? '', kind: range.left < cells.length ? (kinds()[range.left] ?? 0) : 0 });
    for (const { range, text, kind } of this.open) {
      if (text === '' || (range.top < row && cells.length === 0)) continue;
      for (let column = range.left; column <= range.right; column++) {
        if (cells[column]) continue;
        while (cells.length < column) cells.push('');
        cells[column] = text;
        if (kind !== 0 && column < kinds().length) kinds()[column] = kind;
        this.filled += 1;
      }
    }
  }
}
