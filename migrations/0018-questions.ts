import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The inspectors' questions: saved ones, short links, and frozen answers. */
export class Questions00181763000000018 implements MigrationInterface {
  name = 'Questions00181763000000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(questionSql);
    await runner.query(installSql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table question_freeze, question, question_link; drop function app.keep_freeze');
  }
}

const questionSql = `
-- A question belongs to the division it was saved for; whoever sees that division sees it if it is shared.
create table question (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  division_code text collate "C" not null,
  name text not null check (char_length(name) between 1 and 120),
  dataset text collate "C" not null,
  definition jsonb not null,
  -- The key of the definition: the same definition has the same key everywhere.
  link_key text collate "C" not null check (link_key ~ '^[0-9a-z]{16}$'),
  sentence jsonb not null,
  owner_id uuid not null,
  owner_name text not null,
  shared boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  constraint question_pk primary key (county_code, id)
);
create index question_village on question (village_code, id);
create index question_owner on question (owner_id, id);

-- What a link asks; whom it answers what is decided when it is opened, by the territory and the rights of the viewer.
create table question_link (
  key text collate "C" constraint question_link_pk primary key check (key ~ '^[0-9a-z]{16}$'),
  definition jsonb not null,
  created_by uuid not null default app.actor(),
  created_at timestamptz not null default app.now()
);

-- An answer as it was given: what was asked, in which SQL, with which values, by which rules, and the hash over all rows.
create table question_freeze (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  division_code text collate "C" not null,
  question_id uuid,
  definition jsonb not null,
  link_key text collate "C" not null,
  sentence jsonb not null,
  answer jsonb not null,
  sql_text text not null,
  parameters jsonb not null,
  rule_versions jsonb not null,
  columns text[] not null,
  rows integer not null check (rows >= 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  as_of jsonb not null,
  answered_at timestamptz not null default app.now(),
  created_by uuid not null default app.actor(),
  created_by_name text not null,
  constraint question_freeze_pk primary key (county_code, id)
);
create index question_freeze_village on question_freeze (village_code, id);
create function app.keep_freeze() returns trigger language plpgsql as $$
begin
  raise exception 'a frozen answer cannot be changed' using errcode = '23514', constraint = 'question_freeze_immutable';
end $$;
create trigger immutable before update or delete on question_freeze for each row execute function app.keep_freeze();
`;

const installSql = `
select app.install_case_table('question', deletable => true);
select app.install_case_table('question_freeze');
select app.install_reference_table('question_link', key_column => 'key');
revoke update on question_link, question_freeze from bangfu_app;
`;
