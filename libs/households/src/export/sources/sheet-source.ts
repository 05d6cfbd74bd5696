import { parseCaseId, problem, type CaseId, type LocalText, type Permission } from '#domain';
import type { ExportDocument, ExportParams, ExportSource, ExportTable, PreparedExport } from './export-source.js';

/** Sheets that one PDF may hold. */
export const MOST_SHEETS = 100;

/** Sheets of one kind to print in one PDF; each feature derives its own from it. */
export abstract class SheetSource implements ExportSource {
  abstract readonly kind: `print_${string}`;
  abstract readonly name: LocalText;
  abstract readonly permission: Permission;
  readonly ownOnly = true;

  abstract document(params: ExportParams): Promise<ExportDocument>;

  /** @throws `not-found`, `print.nothing`: now, not when the file is made */
  async prepare(params: ExportParams): Promise<PreparedExport> {
    const { sheets } = await this.document(params);
    if (sheets === 0) throw problem('print.nothing');
    return { params, rows: sheets };
  }

  open(): Promise<ExportTable> {
    return Promise.reject(problem('export.source-unknown', { source: this.kind }));
  }
}

/** The rows that were asked for. @throws `not-found` for what is no id */
export function sheetIds(params: ExportParams): CaseId[] {
  const ids = Array.isArray(params['ids']) ? (params['ids'] as unknown[]) : [];
  return ids.map((id) => {
    const key = typeof id === 'string' ? parseCaseId(id) : undefined;
    if (!key) throw problem('not-found');
    return key;
  });
}
