import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { contains, countyCodeOf, holds, isDivisionCode, layoutOf, padVillageCode, Permission, problem, uuidV7, type CaseId, type LayoutId } from '#domain';
import { AccessLog, currentContext, Db, JobQueue, toPage, type Page, type PageQuery } from '#platform';
import { uuidCursor } from '../../import/batch/uuid-cursor.js';
import { ImportFiles } from '../../import/batch/import-files.js';
import { storedActor } from '../../import/batch/stored-actor.js';
import type { CsvEncoding } from '../files/csv-writer.js';
import * as sql from './export-job.queries.js';
import type { ExportJobRow } from './export-job.queries.js';

export interface ExportInput {
  readonly layout: LayoutId;
  readonly sheet?: 'household' | 'person';
  readonly year?: number;
  readonly format: 'xlsx' | 'csv';
  readonly encoding?: CsvEncoding;
  readonly division?: string;
  readonly status?: readonly string[];
  readonly poorHouseholdType?: string;
  readonly mainCause?: string;
  readonly unmasked?: boolean;
  readonly purpose?: string;
}

const SHORTEST_PURPOSE = 4;

/** Requests for exports; a job writes the file. */
@Injectable()
export class ExportService {
  constructor(
    private readonly db: Db,
    private readonly files: ImportFiles,
    private readonly queue: JobQueue,
    private readonly access: AccessLog,
  ) {}

  /** Masked unless the role may unmask and says what for. @throws `forbidden`, `purpose-required`, `not-found` for a division outside the territory */
  async request(input: ExportInput): Promise<ExportJobRow> {
    const { actor, today } = currentContext();
    const division = input.division ?? actor.division;
    if (!isDivisionCode(division) || actor.scope === null || !contains(actor.scope, division)) throw problem('not-found');
    const purpose = input.purpose?.trim() ?? '';
    if (input.unmasked === true) {
      if (!holds(actor.role, Permission.ExportUnmasked)) throw problem('forbidden', { permission: Permission.ExportUnmasked });
      if (purpose.length < SHORTEST_PURPOSE) throw problem('purpose-required');
    }
    const layout = layoutOf(input.layout, input.sheet);
    const id: CaseId = { countyCode: countyCodeOf(actor.division), id: uuidV7() };
    const filter = { division, status: input.status, poorHouseholdType: input.poorHouseholdType, mainCause: input.mainCause };
    await this.db.query(sql.insertExport, [JSON.stringify({
      county_code: id.countyCode, id: id.id, village_code: padVillageCode(actor.division), division_code: actor.division, layout: layout.id, sheet: layout.sheet,
      year: input.year ?? Number(today.slice(0, 4)), format: input.format, encoding: input.encoding ?? 'utf8-bom', filter, unmasked: input.unmasked ?? false,
      purpose: purpose === '' ? null : purpose, actor: storedActor(actor),
    })]);
    await this.access.event('EXPORT', 'export_job', id.id, { layout: layout.id, sheet: layout.sheet, unmasked: input.unmasked ?? false, purpose, filter });
    this.db.afterCommit(async () => void (await this.queue.send('export.run', { exportId: id.id, countyCode: id.countyCode })));
    return this.find(id);
  }

  async find(id: CaseId): Promise<ExportJobRow> {
    const row = await this.db.maybeOne<ExportJobRow>(sql.findExport, [id.countyCode, id.id]);
    if (!row) throw problem('not-found');
    return row;
  }

  async list(query: PageQuery): Promise<Page<ExportJobRow>> {
    const rows = await this.db.query<ExportJobRow>(sql.listExports, [uuidCursor(query.cursor), query.limit + 1]);
    return toPage(rows, query.limit, (row) => [row.id], (row) => row);
  }

  /** The file, for the person who asked for it or anybody of the same territory with the same right. Each download is recorded. */
  async download(id: CaseId): Promise<{ row: ExportJobRow; file: Readable }> {
    const row = await this.find(id);
    const { actor, now } = currentContext();
    if (row.unmasked && (actor.userId !== row.actor.userId || !holds(actor.role, Permission.ExportUnmasked))) throw problem('forbidden');
    if (row.state === 'expired' || (row.expires_at !== null && row.expires_at < now)) throw problem('export.expired');
    if (row.state !== 'done' || row.stored_name === null) throw problem('export.not-ready');
    await this.access.event('DOWNLOAD', 'export_job', id.id, { sha256: row.sha256, rows: row.rows, unmasked: row.unmasked, purpose: row.purpose });
    return { row, file: createReadStream(this.files.pathOf('exports', row.stored_name)) };
  }
}
