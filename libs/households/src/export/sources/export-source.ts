import { Injectable } from '@nestjs/common';
import { problem, type ExportColumn, type LocalText, type Permission } from '#domain';
import type { OutCell } from '../files/sheet-writer.js';
import type { WordDocument } from '../word/word-document.js';

/** What a person asked for, checked: kept with the export and handed back to the source when the file is written. */
export type ExportParams = Readonly<Record<string, unknown>>;

export interface PreparedExport {
  readonly params: ExportParams;
  /** Rows as of now; how many a file has decides whether one person may take it out alone. */
  readonly rows: number;
}

export interface ExportTable {
  readonly columns: readonly ExportColumn[];
  /** Whether each row ends with the watermark; a file that goes into another system keeps its columns and bears it elsewhere. */
  readonly markRows: boolean;
  /** What was asked for, in words, for the sheet that explains the file. */
  readonly about: readonly (readonly [string, string | number])[];
  /** Rows page by page, cells in the order of the columns. */
  pages(): AsyncIterable<readonly (readonly OutCell[])[]>;
}

/** Sheets of one kind, in one page of HTML. */
export interface ExportDocument {
  readonly html: string;
  readonly sheets: number;
}

/** Something that can be exported. Everything runs in a transaction with the actor and the territory of the person who asked. */
export interface ExportSource {
  readonly kind: string;
  readonly name: LocalText;
  /** The verb that reading it needs, besides the one of exports. */
  readonly permission: Permission;
  /** Only whoever asked gets the file: what it holds is not for everybody with the same verb. */
  readonly ownOnly?: boolean;
  /** How many rows there are, where {@link prepare} does more than to count. */
  count?(params: ExportParams): Promise<number>;
  /** Throws a problem for what cannot be asked for. */
  prepare(params: ExportParams): Promise<PreparedExport>;
  open(params: ExportParams, options: { columns: readonly string[] | null; unmasked: boolean }): Promise<ExportTable>;
  /** Only of sheets to print: they are PDF and have no columns. */
  document?(params: ExportParams): Promise<ExportDocument>;
  /** Only of texts for a word processor: they are DOCX and have no columns. */
  words?(params: ExportParams): Promise<WordDocument>;
}

/** The sources of all features; each registers its own when the application starts. */
@Injectable()
export class ExportSources {
  private readonly byKind = new Map<string, ExportSource>();

  register(source: ExportSource): void {
    if (this.byKind.has(source.kind)) throw new Error(`two sources of exports are called ${source.kind}`);
    this.byKind.set(source.kind, source);
  }

  /** Throws `export.source-unknown`. */
  of(kind: string): ExportSource {
    const source = this.byKind.get(kind);
    if (!source) throw problem('export.source-unknown', { source: kind });
    return source;
  }

  all(): ExportSource[] {
    return [...this.byKind.values()];
  }
}

/** The chosen columns in the order chosen; all without a choice. Throws `export.column-unknown`. */
export function chosenColumns<C extends ExportColumn>(all: readonly C[], keys: readonly string[] | null): C[] {
  if (keys === null) return [...all];
  return keys.map((key) => {
    const column = all.find((one) => one.key === key);
    if (!column) throw problem('export.column-unknown', { column: key });
    return column;
  });
}
