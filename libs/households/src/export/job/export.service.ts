import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import {
  contains, countyCodeOf, formatCaseId, holds, isDivisionCode, layoutOf, padVillageCode, Permission, problem, UNMASKED_ROWS_ALONE, uuidV7, watermarkOf, type CaseId, type ExportColumn, type FileFormat, type LayoutId,
} from '#domain';
import { AccessLog, currentContext, Db, JobQueue, toPage, uuidCursor, type Page, type PageQuery } from '#platform';
import { ImportFiles } from '../../import/batch/import-files.js';
import { storedActor } from '../../import/batch/stored-actor.js';
import type { CsvEncoding } from '../files/csv-writer.js';
import { ExportSources, type ExportParams } from '../sources/export-source.js';
import * as sql from './export-job.queries.js';
import type { ExportJobRow } from './export-job.queries.js';

interface FileInput {
  readonly format: FileFormat;
  readonly encoding?: CsvEncoding;
  readonly unmasked?: boolean;
  readonly purposeCode?: string;
  readonly purpose?: string;
}

export interface ExportInput extends FileInput {
  readonly layout: LayoutId;
  readonly sheet?: 'household' | 'person';
  readonly year?: number;
  readonly division?: string;
  readonly status?: readonly string[];
  readonly poorHouseholdType?: string;
  readonly mainCause?: string;
}

export interface SourceExportInput extends FileInput {
  readonly source: string;
  readonly params: ExportParams;
  readonly columns?: readonly string[];
}

export interface ExportPreview {
  readonly rows: number;
  readonly columns: readonly ExportColumn[];
}

/** Asked for by their layout, with a form of their own. */
const HOUSEHOLDS = 'households';
const SHORTEST_PURPOSE = 4;

/** Requests for exports; a job writes the file. */
@Injectable()
export class ExportService {
  constructor(
    private readonly db: Db,
    private readonly files: ImportFiles,
    private readonly queue: JobQueue,
    private readonly access: AccessLog,
    private readonly sources: ExportSources,
  ) {}

  /** A list of households in the national order. Throws as {@link place}, and `not-found` for a division outside the territory. */
  async request(input: ExportInput): Promise<ExportJobRow> {
    const params = this.householdParams(input);
    return this.place(input, { source: HOUSEHOLDS, params, columns: null, row: params });
  }

  private householdParams(input: ExportInput) {
    const { actor, today } = currentContext();
    const division = input.division ?? actor.division;
    if (!isDivisionCode(division) || actor.scope === null || !contains(actor.scope, division)) throw problem('not-found');
    const layout = layoutOf(input.layout, input.sheet);
    const filter = { division, status: input.status, poorHouseholdType: input.poorHouseholdType, mainCause: input.mainCause };
    return { layout: layout.id, sheet: layout.sheet, year: input.year ?? Number(today.slice(0, 4)), filter };
  }

  /** What {@link request} would write. */
  preview(input: ExportInput): Promise<ExportPreview> {
    return this.look(HOUSEHOLDS, this.householdParams(input));
  }

  /** What {@link requestFrom} would write: rows as of now and the columns to choose from. Nothing is kept. Throws `forbidden`, `export.source-unknown`, and what the source refuses. */
  previewFrom({ source, params }: Pick<SourceExportInput, 'source' | 'params'>): Promise<ExportPreview> {
    if (source === HOUSEHOLDS) throw problem('export.source-unknown', { source: HOUSEHOLDS });
    return this.look(source, params);
  }

  private async look(kind: string, params: ExportParams): Promise<ExportPreview> {
    const source = this.sources.of(kind);
    if (!holds(currentContext().actor.role, source.permission)) throw problem('forbidden', { permission: source.permission });
    const { columns } = await source.open(params, { columns: null, unmasked: false });
    const rows = source.count ? await source.count(params) : (await source.prepare(params)).rows;
    return { rows, columns };
  }

  /** Anything that a feature lets be exported. Throws as {@link place}, `export.source-unknown`, and what the source refuses. */
  requestFrom(input: SourceExportInput): Promise<ExportJobRow> {
    if (input.source === HOUSEHOLDS) throw problem('export.source-unknown', { source: HOUSEHOLDS });
    return this.place(input, { source: input.source, params: input.params, columns: input.columns ?? null, row: { filter: {} } });
  }

  async find(id: CaseId): Promise<ExportJobRow> {
    const row = await this.db.maybeOne<ExportJobRow>(sql.findExport, [id.countyCode, id.id]);
    if (!row) throw problem('not-found');
    return row;
  }

  async list(query: PageQuery & { state?: string }): Promise<Page<ExportJobRow>> {
    const rows = await this.db.query<ExportJobRow>(sql.listExports, [uuidCursor(query.cursor), query.limit + 1, query.state ?? null]);
    return toPage(rows, query.limit, (row) => [row.id], (row) => row);
  }

  /** A second person agrees, or does not. Throws `export.own`, `export.not-waiting`. */
  async decide(id: CaseId, { agreed, note }: { agreed: boolean; note: string }): Promise<ExportJobRow> {
    const { actor, now } = currentContext();
    const row = await this.db.maybeOne<ExportJobRow>(sql.lockExport, [id.countyCode, id.id]);
    if (!row) throw problem('not-found');
    if (row.state !== 'waiting') throw problem('export.not-waiting');
    if (row.actor.userId === actor.userId) throw problem('export.own');
    const decided = await this.db.one<ExportJobRow>(sql.decideExport, [id.countyCode, id.id, agreed ? 'queued' : 'refused', actor.userId, actor.name, now, note.trim()]);
    await this.access.event(agreed ? 'AGREE' : 'REFUSE', 'export_job', id.id, { rows: row.rows_expected, note: note.trim() }, { villageCode: row.village_code });
    if (agreed) this.wake(id);
    return decided;
  }

  /** Whoever asked may give it up while it is not done. Throws `export.not-cancellable`. */
  async cancel(id: CaseId): Promise<ExportJobRow> {
    const row = await this.find(id);
    if (row.actor.userId !== currentContext().actor.userId) throw problem('forbidden');
    const cancelled = await this.db.maybeOne<ExportJobRow>(sql.cancelExport, [id.countyCode, id.id]);
    if (!cancelled) throw problem('export.not-cancellable');
    await this.access.event('CANCEL', 'export_job', id.id, {}, { villageCode: row.village_code });
    return cancelled;
  }

  /** The file: in clear for the person who asked for it only, masked for anybody of the territory who may read the same. Each download is recorded. */
  async download(id: CaseId): Promise<{ row: ExportJobRow; file: Readable }> {
    const row = await this.find(id);
    const { actor, now } = currentContext();
    if (row.unmasked && (actor.userId !== row.actor.userId || !holds(actor.role, Permission.ExportUnmasked))) throw problem('forbidden');
    const source = this.sources.of(row.source);
    if (!holds(actor.role, source.permission) || (source.ownOnly === true && actor.userId !== row.actor.userId)) throw problem('forbidden');
    if (row.state === 'expired' || (row.expires_at !== null && row.expires_at < now)) throw problem('export.expired');
    if (row.state !== 'done' || row.stored_name === null) throw problem('export.not-ready');
    await this.db.query(sql.countDownload, [id.countyCode, id.id]);
    await this.access.event('DOWNLOAD', 'export_job', id.id, { sha256: row.sha256, rows: row.rows, unmasked: row.unmasked, purpose: row.purpose });
    return { row, file: createReadStream(this.files.pathOf('exports', row.stored_name)) };
  }

  /**
   * Masked unless the role may unmask and says what for; above {@link UNMASKED_ROWS_ALONE} rows in clear a second person agrees first.
   * Throws `forbidden`, `purpose-required`.
   */
  private async place(input: FileInput, what: { source: string; params: ExportParams; columns: readonly string[] | null; row: Record<string, unknown> }): Promise<ExportJobRow> {
    const { actor, now } = currentContext();
    const source = this.sources.of(what.source);
    if (!holds(actor.role, source.permission)) throw problem('forbidden', { permission: source.permission });
    const purpose = input.purpose?.trim() ?? '';
    const unmasked = input.unmasked ?? false;
    if (unmasked && !holds(actor.role, Permission.ExportUnmasked)) throw problem('forbidden', { permission: Permission.ExportUnmasked });
    if (unmasked && purpose.length < SHORTEST_PURPOSE) throw problem('purpose-required');
    const prepared = await source.prepare(what.params);
    // Sheets are PDF, texts are DOCX, and nothing else is; a column that does not exist is refused now, not when the file is written.
    const [sheets, words] = [source.document !== undefined, source.words !== undefined];
    if (sheets !== (input.format === 'pdf') || words !== (input.format === 'docx')) throw problem('export.source-unknown', { source: what.source });
    if (!sheets && !words) await source.open(prepared.params, { columns: what.columns, unmasked });
    const id: CaseId = { countyCode: countyCodeOf(actor.division), id: uuidV7() };
    const waits = unmasked && prepared.rows > UNMASKED_ROWS_ALONE;
    await this.db.query(sql.insertExport, [JSON.stringify({
      county_code: id.countyCode, id: id.id, village_code: padVillageCode(actor.division), division_code: actor.division, state: waits ? 'waiting' : 'queued', filter: {}, ...what.row, source: what.source,
      params: what.source === HOUSEHOLDS ? {} : prepared.params, columns: what.columns, format: input.format, encoding: input.encoding ?? 'utf8-bom', unmasked, purpose_code: input.purposeCode ?? null,
      purpose: purpose === '' ? null : purpose, actor: storedActor(actor), rows_expected: prepared.rows,
      watermark: watermarkOf({ person: actor.name, at: now, exportId: formatCaseId(id.countyCode, id.id) }),
    })]);
    await this.access.event('EXPORT', 'export_job', id.id, { source: what.source, ...what.row, columns: what.columns, rows: prepared.rows, unmasked, purpose });
    if (!waits) this.wake(id);
    return this.find(id);
  }

  private wake(id: CaseId): void {
    this.db.afterCommit(async () => void (await this.queue.send('export.run', { exportId: id.id, countyCode: id.countyCode })));
  }
}
