import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Photographs and documents: what was sent, what is kept of it, and who refers to it. The bytes lie outside the database. */
export class Attachments00111763000000011 implements MigrationInterface {
  name = 'Attachments00111763000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(attachmentSql);
    await runner.query(evidenceSql);
    await runner.query(installSql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table case_evidence drop column attachment_id; drop table attachment_use, attachment_chunk, attachment');
  }
}

const attachmentSql = `
create table attachment (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  -- Null when it belongs to a place rather than to a household.
  household_id uuid,
  kind text not null check (kind ~ '^[a-z][a-z_]{1,40}$'),
  state text not null default 'UPLOADING' check (state in ('UPLOADING', 'READY', 'REFUSED')),
  -- As it was announced; the hash is that of the file as it was sent.
  mime text not null,
  bytes bigint not null check (bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  file_name text,
  taken_at timestamptz,
  subject_kind text check (subject_kind ~ '^[a-z][a-z_]{1,40}$'),
  subject_id uuid,
  -- What is kept: of an image its pixels only. The key of the file is made of the county and this hash.
  kept_mime text,
  kept_bytes bigint,
  kept_sha256 text check (kept_sha256 ~ '^[0-9a-f]{64}$'),
  width integer,
  height integer,
  -- Code and parameters of the problem for which the content was refused.
  refusal jsonb,
  uploaded_by uuid not null default app.actor(),
  announced_at timestamptz not null default app.now(),
  ended_at timestamptz,
  constraint attachment_pk primary key (county_code, id),
  constraint attachment_household foreign key (county_code, household_id) references household (county_code, id),
  constraint attachment_kept check ((state = 'READY') = (kept_mime is not null and kept_bytes is not null and kept_sha256 is not null)),
  constraint attachment_refused check ((state = 'REFUSED') = (refusal is not null)),
  constraint attachment_subject check ((subject_kind is null) = (subject_id is null))
);
create index attachment_same on attachment (county_code, sha256);
create index attachment_file on attachment (county_code, kept_sha256) where kept_sha256 is not null;
create index attachment_of_household on attachment (county_code, household_id, id) where household_id is not null;
create index attachment_of_subject on attachment (subject_id, id) where subject_id is not null;
create index attachment_list on attachment (village_code, id);
create index attachment_open on attachment (uploaded_by, id) where state = 'UPLOADING';

-- What has arrived of an upload, in order and without gaps. Deleted once the upload has ended.
create table attachment_chunk (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  attachment_id uuid not null,
  start_byte bigint not null check (start_byte >= 0),
  bytes integer not null check (bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint attachment_chunk_pk primary key (county_code, id),
  constraint attachment_chunk_place unique (county_code, attachment_id, start_byte),
  constraint attachment_chunk_of foreign key (county_code, attachment_id) references attachment (county_code, id)
);

-- Who refers to an attachment: evidence of a case and with it the dossier, a visit, a task, a clue. One that is in use cannot be deleted.
create table attachment_use (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  attachment_id uuid not null,
  used_by text not null check (used_by ~ '^[a-z][a-z_]{1,40}$'),
  used_by_id uuid not null,
  used_at timestamptz not null default app.now(),
  constraint attachment_use_pk primary key (county_code, id),
  constraint attachment_use_once unique (county_code, attachment_id, used_by, used_by_id),
  constraint attachment_use_of foreign key (county_code, attachment_id) references attachment (county_code, id)
);
`;

const evidenceSql = `
alter table case_evidence add column attachment_id uuid,
  add constraint case_evidence_attachment foreign key (county_code, attachment_id) references attachment (county_code, id);
create index case_evidence_attachment_idx on case_evidence (county_code, attachment_id) where attachment_id is not null;
`;

const installSql = `
select app.install_case_table('attachment', deletable => true);
select app.install_case_table('attachment_chunk', audited => false, deletable => true, note => 'progress of an upload, deleted at its end; the attachment is audited');
select app.install_case_table('attachment_use');
`;
