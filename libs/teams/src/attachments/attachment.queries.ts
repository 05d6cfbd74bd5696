import type { AttachmentState } from '#domain';

export interface AttachmentRow {
  county_code: string;
  id: string;
  village_code: string;
  household_id: string | null;
  kind: string;
  state: AttachmentState;
  mime: string;
  bytes: number;
  sha256: string;
  file_name: string | null;
  taken_at: Date | null;
  subject_kind: string | null;
  subject_id: string | null;
  kept_mime: string | null;
  kept_bytes: number | null;
  kept_sha256: string | null;
  width: number | null;
  height: number | null;
  refusal: { code: string; params: Record<string, unknown> } | null;
  uploaded_by: string;
  announced_at: Date;
  ended_at: Date | null;
  received_bytes: number;
}

/** What has arrived: all of it once the upload has ended, otherwise the sum of the chunks. */
const received = `
case a.state when 'UPLOADING' then (select coalesce(sum(c.bytes), 0)::bigint from attachment_chunk c where c.county_code = a.county_code and c.attachment_id = a.id)
  when 'READY' then a.bytes else 0 end as received_bytes`;

/** $1 county, $2 id. */
export const findAttachment = `select a.*, ${received} from attachment a where a.county_code = $1 and a.id = $2`;
export const lockAttachment = `select a.id from attachment a where a.county_code = $1 and a.id = $2 for update`;

/** $1 county, $2 ids. */
export const findMany = `select a.*, ${received} from attachment a where a.county_code = $1 and a.id = any($2::uuid[]) order by a.id`;

/** Of a household, of a subject or of the whole territory, newest first. $1 county or null, $2 household or null, $3 subject or null, $4 id to go on from or null, $5 limit. */
export const listAttachments = `
select a.*, ${received} from attachment a
where ($1::text is null or a.county_code = $1) and ($2::uuid is null or a.household_id = $2) and ($3::uuid is null or a.subject_id = $3)
  and ($4::uuid is null or a.id < $4)
order by a.id desc limit $5`;

/** $1 attachment as JSON. No row when the id is taken. */
export const insertAttachment = `
insert into attachment (county_code, id, village_code, household_id, kind, mime, bytes, sha256, file_name, taken_at, subject_kind, subject_id)
select r.county_code, r.id, r.village_code, r.household_id, r.kind, r.mime, r.bytes, r.sha256, r.file_name, r.taken_at, r.subject_kind, r.subject_id
from jsonb_populate_record(null::attachment, $1::jsonb) r on conflict (county_code, id) do nothing returning id`;

/**
 * The same file that is kept already for the same household, or for the same place: held, so that it cannot be deleted
 * before this transaction has ended. $1 county, $2 hash as sent, $3 household or null, $4 village, $5 type.
 */
export const keptTwin = `
select a.kept_mime, a.kept_bytes, a.kept_sha256, a.width, a.height from attachment a
where a.county_code = $1 and a.sha256 = $2 and a.household_id is not distinct from $3::uuid and a.village_code = $4 and a.mime = $5 and a.state = 'READY'
order by a.id limit 1 for share`;

export interface KeptPart {
  kept_mime: string;
  kept_bytes: number;
  kept_sha256: string;
  width: number | null;
  height: number | null;
}

/** $1 user. */
export const countOpen = `select count(*)::int as open from attachment a where a.uploaded_by = $1 and a.state = 'UPLOADING'`;

/** $1 county, $2 id, $3 type, $4 bytes, $5 hash, $6 width, $7 height. */
export const markReady = `
update attachment a set state = 'READY', kept_mime = $3, kept_bytes = $4, kept_sha256 = $5, width = $6, height = $7, ended_at = app.now()
where a.county_code = $1 and a.id = $2 and a.state = 'UPLOADING' returning a.id`;
/** $1 county, $2 id, $3 problem as JSON. */
export const markRefused = `
update attachment a set state = 'REFUSED', refusal = $3::jsonb, ended_at = app.now() where a.county_code = $1 and a.id = $2 and a.state = 'UPLOADING' returning a.id`;

export interface ChunkRow {
  id: string;
  start_byte: number;
  bytes: number;
  sha256: string;
}
/** $1 county, $2 attachment. */
export const chunksInOrder = `
select c.id, c.start_byte, c.bytes, c.sha256 from attachment_chunk c where c.county_code = $1 and c.attachment_id = $2 order by c.start_byte`;
/** $1 county, $2 attachment, $3 first byte. */
export const chunkAt = `
select c.id, c.start_byte, c.bytes, c.sha256 from attachment_chunk c where c.county_code = $1 and c.attachment_id = $2 and c.start_byte = $3`;
/** $1 county, $2 id, $3 village, $4 attachment, $5 first byte, $6 bytes, $7 hash. */
export const insertChunk = `insert into attachment_chunk (county_code, id, village_code, attachment_id, start_byte, bytes, sha256) values ($1, $2, $3, $4, $5, $6, $7)`;
export const deleteChunks = `delete from attachment_chunk c where c.county_code = $1 and c.attachment_id = $2`;

/** Somebody refers to it. A visit names its photographs before they have arrived, so it is asked itself. */
const used = `
exists (select 1 from attachment_use u where u.county_code = a.county_code and u.attachment_id = a.id)
or exists (select 1 from visit v where v.county_code = a.county_code and v.household_id = a.household_id and a.id = any(v.attachment_ids))`;

/** $1 uses as JSON. */
export const insertUses = `
insert into attachment_use (county_code, id, village_code, attachment_id, used_by, used_by_id)
select r.county_code, r.id, r.village_code, r.attachment_id, r.used_by, r.used_by_id from jsonb_populate_recordset(null::attachment_use, $1::jsonb) r
on conflict (county_code, attachment_id, used_by, used_by_id) do nothing`;
/** $1 county, $2 attachment. */
export const isUsed = `select 1 as used from attachment a where a.county_code = $1 and a.id = $2 and (${used})`;
export const deleteAttachment = `delete from attachment a where a.county_code = $1 and a.id = $2 returning a.kept_sha256`;

/** One at a time for a stored file: who deletes it and who begins to refer to it. $1 key of the file. */
export const holdFile = `select pg_advisory_xact_lock(hashtextextended($1, 11))`;
/** $1 county, $2 hash of what is kept. */
export const fileIsKept = `select 1 as kept from attachment a where a.county_code = $1 and a.kept_sha256 = $2 limit 1`;

/** Uploads that never ended and files to which nothing refers. $1 newest announcement that may go, $2 limit. */
export const idleAttachments = `
select a.county_code, a.id from attachment a
where a.announced_at < $1 and not (${used})
order by a.announced_at limit $2`;

/** Everything of a household but what a closed case rests on. $1 county, $2 household. */
const follows = `a.county_code = $1 and a.household_id = $2
  and not exists (select 1 from attachment_use s where s.county_code = a.county_code and s.attachment_id = a.id and s.used_by = 'case_evidence')`;
/** What follows a household to another village of its county, $3; the evidence of a closed case stays where it was conducted. */
export const moveAttachments = [
  `update attachment_chunk c set village_code = $3 from attachment a where c.county_code = a.county_code and c.attachment_id = a.id and ${follows}`,
  `update attachment_use u set village_code = $3 from attachment a where u.county_code = a.county_code and u.attachment_id = a.id and ${follows}`,
  `update attachment a set village_code = $3 where ${follows}`,
];
