import type { StoredActor } from '../../import/batch/stored-actor.js';
import type { CsvEncoding } from '../files/csv-writer.js';
import type { ExportFilter } from '../rows/export.queries.js';

export interface ExportJobRow {
  county_code: string;
  id: string;
  village_code: string;
  division_code: string;
  state: 'queued' | 'running' | 'done' | 'failed' | 'expired';
  layout: 'H-A' | 'H-B' | 'H-D' | 'H-E';
  sheet: 'household' | 'person';
  year: number;
  format: 'xlsx' | 'csv';
  encoding: CsvEncoding;
  filter: ExportFilter;
  unmasked: boolean;
  purpose: string | null;
  actor: StoredActor;
  progress: number;
  rows: number | null;
  bytes: number | null;
  sha256: string | null;
  stored_name: string | null;
  failure: { code: string; zh: string; en: string } | null;
  created_at: Date;
  finished_at: Date | null;
  expires_at: Date | null;
}

/** $1 job as JSON. */
export const insertExport = `
insert into export_job (county_code, id, village_code, division_code, layout, sheet, year, format, encoding, filter, unmasked, purpose, actor)
select e.county_code, e.id, e.village_code, e.division_code, e.layout, e.sheet, e.year, e.format, e.encoding, e.filter, e.unmasked, e.purpose, e.actor
from jsonb_populate_record(null::export_job, $1::jsonb) e`;
/** $1 county, $2 id. */
export const findExport = 'select e.* from export_job e where e.county_code = $1 and e.id = $2';
/** $1 id of the last one or null, $2 limit. */
export const listExports = 'select e.* from export_job e where ($1::uuid is null or e.id < $1) order by e.id desc limit $2';
export const startExport = `update export_job e set state = 'running', progress = 0, failure = null where e.county_code = $1 and e.id = $2 and e.state in ('queued', 'running', 'failed') returning e.*`;
/** $3 percent. */
export const setExportProgress = 'update export_job e set progress = $3 where e.county_code = $1 and e.id = $2';
/** $3 result as JSON. */
export const finishExport = `
update export_job e set state = 'done', progress = 100, rows = r.rows, bytes = r.bytes, sha256 = r.sha256, stored_name = r.stored_name, finished_at = r.finished_at, expires_at = r.expires_at
from jsonb_populate_record(null::export_job, $3::jsonb) r where e.county_code = $1 and e.id = $2`;
/** $3 reason as JSON. */
export const failExport = `update export_job e set state = 'failed', failure = $3::jsonb where e.county_code = $1 and e.id = $2`;
/** $1 time. */
export const expiredExports = 'select e.county_code, e.id, e.stored_name from export_job e where e.stored_name is not null and e.expires_at < $1';
export const expireExport = `update export_job e set state = 'expired', stored_name = null where e.county_code = $1 and e.id = $2`;
