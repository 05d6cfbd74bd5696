import type { ColumnTarget, RecognisedColumn } from '#domain';
import type { FileNote } from '../files/raw-table.js';
import type { Encoding } from '../files/encoding.js';
import type { FileKind } from '../files/sniff.js';
import type { WarningSummary } from '../run/tally.js';
import type { StoredActor } from './stored-actor.js';

export const batchStates = ['uploaded', 'parsing', 'needs_mapping', 'validated', 'committing', 'committed', 'undoing', 'undone', 'failed', 'cancelled'] as const;
export type BatchState = (typeof batchStates)[number];

export interface StoredColumns {
  readonly headingRow: number;
  readonly headingRows: number;
  readonly columns: readonly RecognisedColumn[];
  readonly unknown: readonly string[];
  readonly missing: readonly { target: string; zh: string; en: string }[];
}

export interface BatchRow {
  county_code: string;
  id: string;
  village_code: string;
  division_code: string;
  state: BatchState;
  file_name: string;
  file_kind: FileKind;
  file_sha256: string;
  file_bytes: number;
  stored_name: string | null;
  encoding: Encoding | null;
  layout: string | null;
  sheet: 'household' | 'person' | null;
  year: number;
  columns: StoredColumns | null;
  mapping: Record<string, ColumnTarget>;
  notes: FileNote[];
  warnings: WarningSummary[];
  commit_mode: 'all' | 'good' | null;
  rows_in: number | null;
  rows_created: number | null;
  rows_updated: number | null;
  rows_unchanged: number | null;
  rows_rejected: number | null;
  households_created: number | null;
  households_updated: number | null;
  progress: number;
  cancel_requested: boolean;
  failure: { code: string; zh: string; en: string } | null;
  actor: StoredActor;
  uploaded_by: string;
  commit_request: string | null;
  commit_xid: string | null;
  created_at: Date;
  validated_at: Date | null;
  committed_at: Date | null;
  undone_at: Date | null;
  version: number;
}

/** $1 batch as JSON. */
export const insertBatch = `
insert into import_batch (county_code, id, village_code, division_code, file_name, file_kind, file_sha256, file_bytes, stored_name, encoding, year, actor)
select b.county_code, b.id, b.village_code, b.division_code, b.file_name, b.file_kind, b.file_sha256, b.file_bytes, b.stored_name, b.encoding, b.year, b.actor
from jsonb_populate_record(null::import_batch, $1::jsonb) b`;

/** $1 county, $2 id. */
export const findBatch = 'select b.* from import_batch b where b.county_code = $1 and b.id = $2';
export const lockBatch = `${findBatch} for update`;

/** Newest first. $1 id of the last row of the page before (null for the first page), $2 limit. */
export const listBatches = `
select b.* from import_batch b
where ($1::uuid is null or b.id < $1)
order by b.id desc limit $2`;

/** Moves on only from a state that allows it. $3 states, $4 new state. */
export const moveState = `
update import_batch b set state = $4, failure = null, cancel_requested = false, progress = 0, version = b.version + 1
where b.county_code = $1 and b.id = $2 and b.state = any($3)
returning b.*`;
export const moveStateAs = `
update import_batch b set state = $4, actor = $5::jsonb, commit_mode = coalesce($6, b.commit_mode), failure = null, cancel_requested = false, progress = 0, version = b.version + 1
where b.county_code = $1 and b.id = $2 and b.state = any($3)
returning b.*`;

/** Progress from a transaction of its own; answers whether somebody wants it to stop. $3 percent. */
export const setProgress = 'update import_batch b set progress = $3 where b.county_code = $1 and b.id = $2 returning b.cancel_requested';
export const requestCancel = 'update import_batch b set cancel_requested = true, version = b.version + 1 where b.county_code = $1 and b.id = $2';

/** $3 result as JSON, $4 state it must still be in. */
export const finishRun = `
update import_batch b
set state = r.state, layout = r.layout, sheet = r.sheet, columns = r.columns, notes = r.notes, warnings = r.warnings, progress = 100,
  rows_in = r.rows_in, rows_created = r.rows_created, rows_updated = r.rows_updated, rows_unchanged = r.rows_unchanged, rows_rejected = r.rows_rejected,
  households_created = r.households_created, households_updated = r.households_updated,
  validated_at = coalesce(r.validated_at, b.validated_at), committed_at = r.committed_at, commit_request = r.commit_request,
  commit_xid = case when r.committed_at is null then null else pg_current_xact_id() end, version = b.version + 1
from jsonb_populate_record(null::import_batch, $3::jsonb) r
where b.county_code = $1 and b.id = $2 and b.state = $4 and not b.cancel_requested
returning b.id`;

/** $3 state, $4 reason as JSON, $5 states it may be in. */
export const failBatch = `
update import_batch b set state = $3, failure = $4::jsonb, cancel_requested = false, version = b.version + 1
where b.county_code = $1 and b.id = $2 and b.state = any($5)`;

/** $3 mapping as JSON. */
export const setMapping = 'update import_batch b set mapping = b.mapping || $3::jsonb, version = b.version + 1 where b.county_code = $1 and b.id = $2';
/** $3 counts as JSON: corrected rows change the tally without reading the file again. */
export const setCounts = `
update import_batch b set rows_created = r.rows_created, rows_updated = r.rows_updated, rows_unchanged = r.rows_unchanged, rows_rejected = r.rows_rejected,
  households_created = r.households_created, households_updated = r.households_updated, version = b.version + 1
from jsonb_populate_record(null::import_batch, $3::jsonb) r
where b.county_code = $1 and b.id = $2`;
export const finishUndo = `update import_batch b set state = 'undone', undone_at = $3, progress = 100, version = b.version + 1 where b.county_code = $1 and b.id = $2`;

/** One run of a batch at a time, also when a job is delivered twice. $1 id. */
export const tryLockRun = `select pg_try_advisory_xact_lock(hashtextextended('bangfu.import.' || $1, 0)) as locked`;

/** Files whose time is over. $1 time before which a batch must have ended, $2 time before which an unfinished one is given up. */
export const expiredFiles = `
select b.county_code, b.id, b.stored_name from import_batch b
where b.stored_name is not null and case when b.state in ('committed', 'undone', 'failed', 'cancelled')
  then coalesce(b.undone_at, b.committed_at, b.created_at) < $1 else b.created_at < $2 end`;
export const forgetFile = 'update import_batch b set stored_name = null, version = b.version + 1 where b.county_code = $1 and b.id = $2';

/** Headings mapped before in the divisions of a path ($1); the nearest division and the layout itself speak last. */
export const keptMappings = `
select m.layout, m.heading, m.target from import_mapping m where m.division_code = any($1) order by m.layout <> '*', length(m.division_code)`;
/** $1 id, $2 division, $3 layout, $4 heading, $5 target. */
export const keepMapping = `
insert into import_mapping (id, division_code, layout, heading, target) values ($1, $2, $3, $4, $5)
on conflict (division_code, layout, heading) do update set target = excluded.target, updated_by = excluded.updated_by, updated_at = excluded.updated_at
where import_mapping.target is distinct from excluded.target`;
