import type { ExportState, FileFormat } from '#domain';
import type { StoredActor } from '../../import/batch/stored-actor.js';
import type { CsvEncoding } from '../files/csv-writer.js';
import type { ExportFilter } from '../rows/export.queries.js';

export interface ExportJobRow {
  county_code: string;
  id: string;
  village_code: string;
  division_code: string;
  state: ExportState;
  /** What is exported, see ExportSource; the layout, sheet, year and filter of lists of households stand in columns of their own. */
  source: string;
  params: Record<string, unknown>;
  columns: string[] | null;
  layout: 'H-A' | 'H-B' | 'H-D' | 'H-E' | null;
  sheet: 'household' | 'person' | null;
  year: number | null;
  filter: ExportFilter;
  format: FileFormat;
  encoding: CsvEncoding;
  unmasked: boolean;
  purpose_code: string | null;
  purpose: string | null;
  actor: StoredActor;
  rows_expected: number | null;
  watermark: string | null;
  decided_by_name: string | null;
  decided_at: Date | null;
  decision_note: string | null;
  cancel_requested: boolean;
  progress: number;
  rows: number | null;
  bytes: number | null;
  sha256: string | null;
  stored_name: string | null;
  downloads: number;
  failure: { code: string; zh: string; en: string } | null;
  created_at: Date;
  finished_at: Date | null;
  expires_at: Date | null;
}

/** $1 job as JSON. */
export const insertExport = `
insert into export_job (county_code, id, village_code, division_code, state, source, params, columns, layout, sheet, year, filter, format, encoding, unmasked, purpose_code, purpose, actor, rows_expected, watermark)
select e.county_code, e.id, e.village_code, e.division_code, e.state, e.source, e.params, e.columns, e.layout, e.sheet, e.year, e.filter, e.format, e.encoding, e.unmasked, e.purpose_code, e.purpose, e.actor,
  e.rows_expected, e.watermark
from jsonb_populate_record(null::export_job, $1::jsonb) e`;
/** $1 county, $2 id. */
export const findExport = 'select e.* from export_job e where e.county_code = $1 and e.id = $2';
export const lockExport = 'select e.* from export_job e where e.county_code = $1 and e.id = $2 for update';
/** $1 id of the last one or null, $2 limit, $3 state or null. */
export const listExports = 'select e.* from export_job e where ($1::uuid is null or e.id < $1) and ($3::text is null or e.state = $3) order by e.id desc limit $2';
export const startExport = `
update export_job e set state = 'running', progress = 0, failure = null
where e.county_code = $1 and e.id = $2 and e.state in ('queued', 'running', 'failed') and not e.cancel_requested returning e.*`;
/** $3 percent. Gives back whether it is to be given up. */
export const setExportProgress = 'update export_job e set progress = $3 where e.county_code = $1 and e.id = $2 returning e.cancel_requested';
/** $3 result as JSON. */
export const finishExport = `
update export_job e set state = 'done', progress = 100, rows = r.rows, bytes = r.bytes, sha256 = r.sha256, stored_name = r.stored_name, finished_at = r.finished_at, expires_at = r.expires_at
from jsonb_populate_record(null::export_job, $3::jsonb) r where e.county_code = $1 and e.id = $2`;
/** $3 reason as JSON. */
export const failExport = `update export_job e set state = 'failed', failure = $3::jsonb where e.county_code = $1 and e.id = $2`;
/** $3 state, $4 who, $5 name, $6 time, $7 note. */
export const decideExport = `
update export_job e set state = $3, decided_by = $4, decided_by_name = $5, decided_at = $6, decision_note = $7 where e.county_code = $1 and e.id = $2 and e.state = 'waiting' returning e.*`;
/** What waits is given up at once, what runs when it next looks. */
export const cancelExport = `
update export_job e set cancel_requested = true, state = case when e.state = 'running' then e.state else 'cancelled' end
where e.county_code = $1 and e.id = $2 and e.state in ('waiting', 'queued', 'running', 'failed') returning e.*`;
export const endCancelled = `update export_job e set state = 'cancelled' where e.county_code = $1 and e.id = $2 and e.cancel_requested`;
export const countDownload = 'update export_job e set downloads = e.downloads + 1 where e.county_code = $1 and e.id = $2';
/** $1 time. */
export const expiredExports = 'select e.county_code, e.id, e.stored_name from export_job e where e.stored_name is not null and e.expires_at < $1';
export const expireExport = `update export_job e set state = 'expired', stored_name = null where e.county_code = $1 and e.id = $2`;
