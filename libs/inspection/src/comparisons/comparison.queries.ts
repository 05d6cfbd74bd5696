import type { ComparisonState, ListColumns, ListMapping } from '#domain';
import type { Encoding, FileKind, FileNote, StoredActor } from '#households';

export interface ComparisonRow {
  readonly county_code: string;
  readonly id: string;
  readonly village_code: string;
  readonly division_code: string;
  readonly register_code: string;
  readonly department: string;
  readonly purpose_code: string;
  readonly purpose: string;
  readonly list_on: string;
  readonly state: ComparisonState;
  readonly file_name: string;
  readonly file_kind: FileKind;
  readonly file_sha256: string;
  readonly file_bytes: number;
  readonly encoding: Encoding | null;
  readonly sheet: string | null;
  readonly stored_name: string | null;
  readonly columns: ListColumns;
  readonly mapping: ListMapping;
  readonly notes: FileNote[];
  readonly rows: number | null;
  readonly rows_unusable: number | null;
  readonly matched_by_id: number | null;
  readonly matched_by_name: number | null;
  readonly doubtful: number | null;
  readonly too_common: number | null;
  readonly not_ours: number | null;
  readonly progress: number;
  readonly cancel_requested: boolean;
  readonly failure: { code: string; zh: string; en: string } | null;
  readonly actor: StoredActor;
  readonly keep_until: string;
  readonly list_deleted_at: Date | null;
  readonly created_at: Date;
  readonly finished_at: Date | null;
  readonly version: number;
}

/** $1 comparison as JSON. */
export const insertComparison = `
insert into comparison (county_code, id, village_code, division_code, register_code, department, purpose_code, purpose, list_on, state, file_name, file_kind, file_sha256,
  file_bytes, encoding, sheet, stored_name, columns, mapping, notes, actor, keep_until)
select c.county_code, c.id, c.village_code, c.division_code, c.register_code, c.department, c.purpose_code, c.purpose, c.list_on, c.state, c.file_name, c.file_kind, c.file_sha256,
  c.file_bytes, c.encoding, c.sheet, c.stored_name, c.columns, c.mapping, '[]', c.actor, c.keep_until
from jsonb_populate_record(null::comparison, $1::jsonb) c`;

/** $1 county, $2 id. */
export const findComparison = 'select c.* from comparison c where c.county_code = $1 and c.id = $2';
export const lockComparison = `${findComparison} for update`;

/** Newest first. $1 from, $2 to, $3 register or null, $4 id of the last row of the page before or null, $5 limit. */
export const listComparisons = `
select c.* from comparison c
where c.village_code >= $1 and c.village_code < $2 and ($3::text is null or c.register_code = $3) and ($4::uuid is null or c.id < $4)
order by c.id desc limit $5`;

/** $3 state, $4 columns, $5 mapping as JSON. */
export const setMapping = 'update comparison c set state = $3, columns = $4::jsonb, mapping = $5::jsonb, failure = null, version = c.version + 1 where c.county_code = $1 and c.id = $2';

/** Hands a comparison to the worker. $3 who asks for it as JSON. */
export const startMatching = `
update comparison c set state = 'matching', actor = $3::jsonb, failure = null, cancel_requested = false, progress = 0, version = c.version + 1
where c.county_code = $1 and c.id = $2 and c.state in ('ready', 'failed', 'cancelled')
returning c.*`;
export const requestCancel = 'update comparison c set cancel_requested = true, version = c.version + 1 where c.county_code = $1 and c.id = $2';
export const cancelIdle = `update comparison c set state = 'cancelled', version = c.version + 1 where c.county_code = $1 and c.id = $2`;

/** One run of a comparison at a time, also when a job is delivered twice. $1 id. */
export const tryLockRun = `select pg_try_advisory_xact_lock(hashtextextended('bangfu.comparison.' || $1, 0)) as locked`;
/** Written from a transaction of its own; answers whether somebody wants it to stop. $3 percent. */
export const setProgress = `update comparison c set progress = greatest(c.progress, $3) where c.county_code = $1 and c.id = $2 and c.state = 'matching' returning c.cancel_requested`;
/** Ends the statement of whoever runs the comparison, and of nobody else: only that transaction holds its lock. $1 id. */
export const cancelStatement = `
select pg_cancel_backend(l.pid) from pg_locks l
where l.locktype = 'advisory' and l.granted and l.objsubid = 1 and l.database = (select d.oid from pg_database d where d.datname = current_database())
  and ((l.classid::bigint << 32) | l.objid::bigint) = hashtextextended('bangfu.comparison.' || $1, 0)`;

/** $3 counts as JSON, $4 notes as JSON. Answers nothing when somebody cancelled meanwhile. */
export const finishMatching = `
update comparison c
set state = 'done', progress = 100, notes = $4::jsonb, finished_at = app.now(), rows = r.rows, rows_unusable = r.rows_unusable, matched_by_id = r.matched_by_id,
  matched_by_name = r.matched_by_name, doubtful = r.doubtful, too_common = r.too_common, not_ours = r.not_ours, version = c.version + 1
from jsonb_populate_record(null::comparison, $3::jsonb) r
where c.county_code = $1 and c.id = $2 and c.state = 'matching' and not c.cancel_requested
returning c.*`;
/** $3 failed or cancelled, $4 reason as JSON. */
export const endMatching = `
update comparison c set state = $3, failure = $4::jsonb, cancel_requested = false, version = c.version + 1
where c.county_code = $1 and c.id = $2 and c.state = 'matching'`;

/** The counties of a division, or the division in its county, are spoken of by the comparison. $1 comparison, $2 register, $3 list_on, $4 division. */
export const coverDivision = `
insert into comparison_coverage (county_code, id, village_code, register_code, comparison_id, list_on, from_code, to_code)
select c.code, app.uuid_v7(), rpad(p.code, 12, '0'), $2, $1, $3::date, p.code, p.code || ':'
from division c, lateral (select case when length($4::text) > 6 then $4::text else c.code end as code) p
where c.level = 'county' and (left(c.code, length($4::text)) = $4::text or left($4::text, 6) = c.code)`;
