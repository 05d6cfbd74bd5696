import type { Pack } from '#domain';

export interface PackRow {
  id: string;
  code: string;
  version: number;
  content: Pack;
  content_hash: string;
  valid_from: string;
  valid_to: string | null;
  published_at: Date;
}

const columns = 'p.id, p.code, p.version, p.content, p.content_hash, p.valid_from, p.valid_to, p.published_at';

/** The version in force on a day. $1 code, $2 day. */
export const effectivePack = `
select ${columns} from procedure_pack p
where p.code = $1 and p.valid_from <= $2::date and (p.valid_to is null or p.valid_to > $2::date)
order by p.valid_from desc, p.version desc limit 1`;

/** $1 id. */
export const packById = `select ${columns} from procedure_pack p where p.id = $1`;

/** All versions, newest first within a code. */
export const allPacks = `select ${columns} from procedure_pack p order by p.code, p.version desc`;

/** All versions of one code, newest first, locked against a second publication. $1 code. */
export const versionsForUpdate = `select ${columns} from procedure_pack p where p.code = $1 order by p.version desc for update`;

/** $1 id, $2 code, $3 version, $4 subject kind, $5 name, $6 source, $7 content, $8 hash, $9 valid from, $10 valid to. */
export const insertPack = `
insert into procedure_pack (id, code, version, subject_kind, name, source, content, content_hash, valid_from, valid_to)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

/** The version before ends when the next one begins. $1 id, $2 last day excluded. */
export const endPack = `update procedure_pack p set valid_to = $2::date where p.id = $1`;
