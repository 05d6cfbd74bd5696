import { problem, recogniseColumns, type ColumnTarget, type LayoutId, type Recognition } from '#domain';
import type { RawRow, RawTable } from '../files/raw-table.js';

/** Rows that recognition looks at: titles, headings and enough data to tell columns by content. */
const SAMPLE_ROWS = 60;

/** Mapped headings for a file of this layout, choices for the file itself included. */
export type MappingOf = (layout: LayoutId | null) => ReadonlyMap<string, ColumnTarget>;

export interface OpenedFile {
  readonly recognition: Recognition;
  /** Data rows in batches, from the first. Can be read once. */
  readonly batches: AsyncGenerator<RawRow[]>;
}

/** Recognises the columns of a file from its first rows and goes on reading where the data begin. */
export async function openFile(table: RawTable, options: { mapping: MappingOf; placeKnown: boolean }): Promise<OpenedFile> {
  const batches = table.rows();
  const first = await batches.next();
  const rows = first.done ? [] : first.value;
  if (rows.length === 0) throw problem('import.no-rows');
  const recognition = recognise(rows.slice(0, SAMPLE_ROWS).map((row) => row.cells), options);
  if (!recognition) throw problem('import.no-headings');
  const data = rows.slice(recognition.headingRow + recognition.headingRows);
  if (data.length === 0) {
    const second = await batches.next();
    if (second.done) throw problem('import.no-rows');
    data.push(...second.value);
  }
  return { recognition, batches: continued(data, batches) };
}

/** The layout is known from the headings that everybody knows; what was mapped for that layout is added then. */
function recognise(rows: readonly string[][], { mapping, placeKnown }: { mapping: MappingOf; placeKnown: boolean }): Recognition | null {
  const plain = recogniseColumns(rows, { mapping: mapping(null), placeKnown });
  return plain?.layout ? recogniseColumns(rows, { mapping: mapping(plain.layout), placeKnown }) : plain;
}

async function* continued(first: RawRow[], rest: AsyncGenerator<RawRow[]>): AsyncGenerator<RawRow[]> {
  try {
    yield first;
    yield* rest;
  } finally {
    await rest.return(undefined); // closes the file when reading stops early
  }
}
