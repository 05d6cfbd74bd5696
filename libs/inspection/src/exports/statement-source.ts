import { contains, isDivisionCode, problem, type ExportColumn, type LocalText, type Permission } from '#domain';
import { chosenColumns, type ExportParams, type ExportSource, type ExportTable, type OutCell, type PreparedExport } from '#households';
import { currentContext, type Db } from '#platform';

export type StatementRow = Readonly<Record<string, unknown>>;

export interface StatementColumn extends ExportColumn {
  readonly value: (row: StatementRow, unmasked: boolean) => string | number | null;
}

/** A table that one statement gives: most of what inspection exports. */
export interface StatementDefinition {
  readonly kind: string;
  readonly name: LocalText;
  readonly permission: Permission;
  readonly ownOnly?: boolean;
  readonly columns: readonly StatementColumn[];
  /** Parameters of the statement. Throws `export.params` for what is incomplete, and what is out of sight. */
  readonly bind: (params: ExportParams) => Promise<unknown[]> | unknown[];
  readonly sql: string;
  readonly about: (params: ExportParams) => readonly (readonly [string, string])[];
}

const ROWS_PER_FETCH = 2_000;

/** Reads through a cursor, so that memory holds a page and the rows are those of one moment. */
export class StatementSource implements ExportSource {
  readonly kind: string;
  readonly name: LocalText;
  readonly permission: Permission;
  readonly ownOnly: boolean;

  constructor(
    private readonly db: Db,
    private readonly definition: StatementDefinition,
  ) {
    ({ kind: this.kind, name: this.name, permission: this.permission, ownOnly: this.ownOnly = false } = definition);
  }

  async prepare(params: ExportParams): Promise<PreparedExport> {
    const counted = await this.db.one<{ n: number }>(`select count(*)::integer as n from (${this.definition.sql}) t`, await this.definition.bind(params));
    return { params, rows: counted.n };
  }

  async open(params: ExportParams, { columns: keys, unmasked }: { columns: readonly string[] | null; unmasked: boolean }): Promise<ExportTable> {
    const { db, definition } = this;
    const columns = chosenColumns(definition.columns, keys);
    const values = await definition.bind(params);
    return {
      columns, markRows: true, about: definition.about(params),
      async *pages() {
        await db.query(`declare export_rows no scroll cursor for ${definition.sql}`, values);
        for (;;) {
          const rows = await db.query<StatementRow>(`fetch ${ROWS_PER_FETCH} from export_rows`);
          if (rows.length === 0) break;
          yield rows.map((row) => columns.map((column): OutCell => ({ value: column.value(row, unmasked) })));
        }
        await db.query('close export_rows');
      },
    };
  }
}

/** A division of the territory among the parameters; the whole territory without one. Throws `export.params`. */
export function divisionOf(params: ExportParams): string {
  const { scope } = currentContext().actor;
  const asked = params['division'] ?? scope;
  if (typeof asked !== 'string' || !isDivisionCode(asked) || scope === null || !contains(scope, asked)) throw problem('export.params', { field: 'division' });
  return asked;
}

/** One of some words, or null when it was left out. Throws `export.params`. */
export function wordOf(params: ExportParams, name: string, words: readonly string[] | RegExp): string | null {
  const value = params[name];
  if (value === undefined || value === null) return null;
  const fits = typeof value === 'string' && (words instanceof RegExp ? words.test(value) : words.includes(value));
  if (!fits) throw problem('export.params', { field: name });
  return value;
}

/** Columns that hold text or a number as it is. */
export function plainColumn(key: string, column: string, zh: string, en: string, type: 'text' | 'number' = 'text'): StatementColumn {
  return {
    key, heading: { zh, en }, type,
    value: (row) => {
      const value = row[column];
      if (value === null || value === undefined) return null;
      if (typeof value === 'number' || typeof value === 'string') return value;
      return value instanceof Date ? value.toISOString() : JSON.stringify(value);
    },
  };
}

/** A column whose codes are shown by their words. */
export function wordColumn(key: string, column: string, heading: LocalText, words: Readonly<Record<string, LocalText>>): StatementColumn {
  return { key, heading, type: 'text', value: (row) => words[String(row[column])]?.zh ?? (row[column] as string | null) };
}
