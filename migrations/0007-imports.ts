import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Imports with their rows that need a person, kept mappings, what a batch did (for its undo), and exports. */
export class Imports00071763000000007 implements MigrationInterface {
  name = 'Imports00071763000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(importSql);
    await runner.query(exportSql);
    await runner.query(functionSql);
    await runner.query(installSql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.identities_taken, app.delete_imported; drop table export_job, import_effect, import_row, import_mapping, import_batch');
  }
}

const importSql = `
-- One uploaded file. Lies at the division of whoever uploaded it; the rows it writes lie in their own villages.
create table import_batch (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  division_code text collate "C" not null,
  state text not null default 'uploaded' check (state in ('uploaded', 'parsing', 'needs_mapping', 'validated', 'committing', 'committed', 'undoing', 'undone', 'failed', 'cancelled')),
  file_name text not null,
  file_kind text not null check (file_kind in ('xlsx', 'csv')),
  file_sha256 text not null,
  file_bytes bigint not null,
  -- Random name below DATA_DIR/imports; null once the file is deleted.
  stored_name text,
  encoding text,
  layout text,
  sheet text check (sheet in ('household', 'person')),
  year smallint not null,
  -- Columns as they were recognised, and choices of a person for this file.
  columns jsonb,
  mapping jsonb not null default '{}',
  notes jsonb not null default '[]',
  warnings jsonb not null default '[]',
  commit_mode text check (commit_mode in ('all', 'good')),
  rows_in integer,
  rows_created integer,
  rows_updated integer,
  rows_unchanged integer,
  rows_rejected integer,
  households_created integer,
  households_updated integer,
  progress smallint not null default 0,
  cancel_requested boolean not null default false,
  failure jsonb,
  -- Who asked for the work that is waiting or running: jobs act as this person, within this territory.
  actor jsonb not null,
  uploaded_by uuid not null default app.actor(),
  commit_request text,
  commit_xid xid8,
  created_at timestamptz not null default app.now(),
  validated_at timestamptz,
  committed_at timestamptz,
  undone_at timestamptz,
  version integer not null default 1,
  constraint import_batch_pk primary key (county_code, id),
  -- Rows in = created + updated + unchanged + rejected, always.
  constraint import_batch_identity check (rows_in is null or rows_in = rows_created + rows_updated + rows_unchanged + rows_rejected)
);
create index import_batch_list on import_batch (village_code, id);

-- Rows of households that cannot be written as they stand. Cells hold personal data and are encrypted as one value.
create table import_row (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  batch_id uuid not null,
  n integer not null,
  -- First row of the household: corrected rows are judged together.
  household_row integer not null,
  outcome text not null check (outcome in ('created', 'updated', 'unchanged', 'rejected')),
  corrected boolean not null default false,
  cells_enc text not null,
  faults jsonb not null,
  version integer not null default 1,
  constraint import_row_pk primary key (county_code, id),
  constraint import_row_once unique (county_code, batch_id, n),
  constraint import_row_batch foreign key (county_code, batch_id) references import_batch (county_code, id)
);
create index import_row_household on import_row (county_code, batch_id, household_row);

-- Headings that a person has mapped, for the next file of that layout, in their own division and below.
create table import_mapping (
  id uuid constraint import_mapping_pk primary key,
  division_code text collate "C" not null,
  layout text not null,
  heading text not null,
  target text not null,
  updated_by uuid not null default app.actor(),
  updated_at timestamptz not null default app.now(),
  constraint import_mapping_once unique (division_code, layout, heading)
);

-- What a batch did, in chunks: ids that it created, versions that it superseded, and what it changed before it changed it.
create table import_effect (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  batch_id uuid not null,
  households uuid[] not null,
  created jsonb not null,
  superseded jsonb not null,
  before jsonb not null,
  constraint import_effect_pk primary key (county_code, id)
);
create index import_effect_batch on import_effect (county_code, batch_id);
`;

const exportSql = `
create table export_job (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  division_code text collate "C" not null,
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'expired')),
  layout text not null,
  sheet text not null check (sheet in ('household', 'person')),
  year smallint not null,
  format text not null check (format in ('xlsx', 'csv')),
  encoding text not null check (encoding in ('utf8', 'utf8-bom', 'gbk')),
  filter jsonb not null default '{}',
  unmasked boolean not null default false,
  purpose text,
  actor jsonb not null,
  progress smallint not null default 0,
  rows integer,
  bytes bigint,
  sha256 text,
  stored_name text,
  failure jsonb,
  created_at timestamptz not null default app.now(),
  finished_at timestamptz,
  expires_at timestamptz,
  constraint export_job_pk primary key (county_code, id),
  constraint export_job_purpose check (not unmasked or length(trim(purpose)) >= 4)
);
create index export_job_list on export_job (village_code, id);
`;

const functionSql = `
-- Which of these keyed hashes are registered anywhere in the region. Answers yes or no and names nobody: whoever asks must
-- already hold the document number, and registering it would be refused with the same answer.
create function app.identities_taken(p_hashes text[]) returns setof text language plpgsql security definer
  set search_path = public, app, pg_temp as $$
declare v_scope text := coalesce(current_setting('app.scope', true), '');
begin
  perform set_config('app.scope', (select i.region_code from installation i), true);
  return query select r.id_hash from identity_register r where r.id_hash = any(p_hashes);
  perform set_config('app.scope', v_scope, true); -- an error in between aborts the transaction, and the setting with it
end $$;

-- Undo of a batch: deletes what it created and nothing else, within the caller's territory, audited row by row. The
-- application role deletes no case row itself, so this is the one door, and it opens only for a batch that is being undone.
create function app.delete_imported(p_batch_county text, p_batch uuid, p_county text) returns integer language plpgsql security definer
  set search_path = public, app, pg_temp as $$
declare
  v_committed timestamptz;
  v_households uuid[];
  v_members uuid[];
  v_years uuid[];
  v_member_years uuid[];
begin
  select b.committed_at into v_committed from import_batch b where b.county_code = p_batch_county and b.id = p_batch and b.state = 'undoing' for update;
  if v_committed is null then
    raise exception 'the batch is not being undone' using errcode = 'BF020';
  end if;
  select array_agg(x.id::uuid) filter (where x.kind = 'household'), array_agg(x.id::uuid) filter (where x.kind = 'member'),
    array_agg(x.id::uuid) filter (where x.kind = 'householdYear'), array_agg(x.id::uuid) filter (where x.kind = 'memberYear')
    into v_households, v_members, v_years, v_member_years
  from import_effect e, lateral jsonb_each(e.created) k(kind, ids), lateral (select k.kind, jsonb_array_elements_text(k.ids) as id) x
  where e.county_code = p_county and e.batch_id = p_batch;
  v_households := coalesce(v_households, '{}');
  v_members := coalesce(v_members, '{}');
  delete from household_verdict v where v.county_code = p_county and v.household_id = any(v_households);
  delete from household_fact f where f.county_code = p_county and f.household_id = any(v_households);
  delete from member_year y where y.county_code = p_county and y.recorded_at = v_committed
    and (y.id = any(coalesce(v_member_years, '{}')) or y.member_id = any(v_members) or y.household_id = any(v_households));
  delete from household_year y where y.county_code = p_county and y.recorded_at = v_committed
    and (y.id = any(coalesce(v_years, '{}')) or y.household_id = any(v_households));
  delete from identity_register r where r.county_code = p_county and (r.member_id = any(v_members) or r.household_id = any(v_households));
  delete from member m where m.county_code = p_county and m.created_at = v_committed and (m.id = any(v_members) or m.household_id = any(v_households));
  delete from episode e where e.county_code = p_county and e.household_id = any(v_households) and e.created_at = v_committed;
  delete from household h where h.county_code = p_county and h.id = any(v_households) and h.created_at = v_committed;
  return cardinality(v_households);
end $$;
revoke execute on function app.identities_taken, app.delete_imported from public;
grant execute on function app.identities_taken, app.delete_imported to bangfu_app;
`;

const installSql = `
select app.install_case_table('import_batch', audited => false, note => 'working state of a file; upload, mapping, commit, undo and download are recorded as events');
select app.install_case_table('import_row', audited => false, deletable => true, note => 'working copy of rows that a person must correct; values are audited when they reach the register');
select app.install_case_table('import_effect', audited => false, note => 'derived from the audited writes of the batch, for its undo');
select app.install_case_table('export_job', audited => false, note => 'request, run and each download are recorded as events');
select app.install_reference_table('import_mapping');
`;
