import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Procedures: packs as versioned data, cases with their append-only log, reviews, notices, objections, decisions and sealed
 * dossiers. A case of a village carries the village's code, a case of a county the county's code padded to twelve digits.
 */
export class Procedures00061763000000006 implements MigrationInterface {
  name = 'Procedures00061763000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(packSql);
    await runner.query(caseSql);
    await runner.query(partsSql);
    await runner.query(noticeSql);
    await runner.query(decisionSql);
    await runner.query(installSql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table dossier, case_decision, objection, notice, review_meeting, case_evidence, case_snapshot, case_event, case_todo, case_duty, case_file, procedure_pack; drop function app.keep_pack, app.keep_seal',
    );
  }
}

const packSql = `
-- A published version never changes; it only ends when the next one begins. Running cases keep theirs.
create table procedure_pack (
  id uuid constraint procedure_pack_pk primary key,
  code text collate "C" not null check (code ~ '^[a-z][a-z0-9_]{1,40}$'),
  version integer not null check (version >= 1),
  subject_kind text not null check (subject_kind in ('household', 'village', 'county')),
  name jsonb not null,
  source text not null,
  content jsonb not null,
  content_hash text not null,
  valid_from date not null,
  valid_to date,
  published_at timestamptz not null default app.now(),
  published_by uuid not null default app.actor(),
  constraint procedure_pack_version unique (code, version),
  constraint procedure_pack_from unique (code, valid_from),
  constraint procedure_pack_dates check (valid_from < valid_to)
);
create function app.keep_pack() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - 'valid_to' is distinct from to_jsonb(old) - 'valid_to' then
    raise exception 'a published pack cannot be changed' using errcode = '23514', constraint = 'procedure_pack_immutable';
  end if;
  return new;
end $$;
create trigger immutable before update on procedure_pack for each row execute function app.keep_pack();
`;

const caseSql = `
create table case_file (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  pack_id uuid not null constraint case_file_pack references procedure_pack (id),
  pack_code text collate "C" not null,
  subject_kind text not null check (subject_kind in ('household', 'village', 'county')),
  household_id uuid,
  -- 12 digits of a village, 6 of a county; of a household's case the village in which it began.
  division_code text collate "C" not null,
  year smallint not null check (year between 2000 and 2100),
  status text not null check (status in ('OPEN', 'DECIDED', 'COMPLETED', 'REFUSED', 'WITHDRAWN')),
  current_step text,
  -- Kind of the step, so that the notice board finds cases that wait for a posting.
  current_kind text,
  entered_at timestamptz not null,
  due_on date,
  assigned_to uuid,
  assigned_name text,
  started_by uuid not null,
  started_by_name text not null,
  started_role text not null,
  started_unit text not null,
  started_at timestamptz not null,
  reason text,
  -- The facts on which the evidence was reviewed; null until a step pins them.
  snapshot_id uuid,
  facts_hash text,
  verdict text,
  open_objections integer not null default 0 check (open_objections >= 0),
  decided_at timestamptz,
  closed_at timestamptz,
  version integer not null default 1,
  constraint case_file_pk primary key (county_code, id),
  constraint case_file_household foreign key (county_code, household_id) references household (county_code, id),
  constraint case_file_subject check ((subject_kind = 'household') = (household_id is not null)),
  constraint case_file_step check ((status in ('OPEN', 'DECIDED')) = (current_step is not null))
);
-- One open case for a subject and a procedure.
create unique index case_file_open_household on case_file (county_code, household_id, pack_code) where household_id is not null and status in ('OPEN', 'DECIDED');
create unique index case_file_open_division on case_file (county_code, division_code, pack_code) where household_id is null and status in ('OPEN', 'DECIDED');
create index case_file_of_household on case_file (county_code, household_id, id) where household_id is not null;
create index case_file_village on case_file (village_code, id);
create index case_file_notice_due on case_file (village_code, id) where current_kind = 'notice';
create index case_file_started on case_file (started_by, id);

-- Nobody fills two steps of one case: one row for a person and a case, so the database refuses what the engine overlooks.
create table case_duty (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  case_id uuid not null,
  user_id uuid not null,
  step text not null,
  at timestamptz not null,
  constraint case_duty_pk primary key (county_code, id),
  constraint case_duty_once unique (county_code, case_id, user_id),
  constraint case_duty_case foreign key (county_code, case_id) references case_file (county_code, id)
);
create index case_duty_user on case_duty (user_id, id);

-- Whom an open case waits for; rewritten with every move.
create table case_todo (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  case_id uuid not null,
  role text collate "C" not null,
  division_code text collate "C" not null,
  step text not null,
  entered_at timestamptz not null,
  constraint case_todo_pk primary key (county_code, id),
  constraint case_todo_once unique (county_code, case_id, role, division_code),
  constraint case_todo_case foreign key (county_code, case_id) references case_file (county_code, id)
);
create index case_todo_hand on case_todo (division_code, role, entered_at, case_id);
`;

const part = `
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  case_id uuid not null,
  household_id uuid,`;
const ofCase = (table: string): string => `
  constraint ${table}_pk primary key (county_code, id),
  constraint ${table}_case foreign key (county_code, case_id) references case_file (county_code, id)`;

const partsSql = `
create table case_event (${part}
  seq integer not null check (seq >= 1),
  step text not null,
  action text not null,
  actor_id uuid not null,
  actor_name text not null,
  actor_role text not null,
  unit text not null,
  opinion text,
  fields text[],
  to_step text,
  evidence uuid[],
  facts_hash text,
  payload jsonb,
  at timestamptz not null,
  constraint case_event_seq unique (county_code, case_id, seq),${ofCase('case_event')}
);

-- Facts, verdicts and explanations of one moment, as they were recomputed inside the transaction that relied on them.
create table case_snapshot (${part}
  step text not null,
  year smallint not null,
  facts jsonb not null,
  facts_hash text not null,
  rules jsonb not null,
  taken_at timestamptz not null,${ofCase('case_snapshot')}
);

create table case_evidence (${part}
  step text not null,
  kind text not null,
  title text not null,
  file_name text,
  file_hash text check (file_hash ~ '^[0-9a-f]{64}$'),
  reference text,
  body text,
  added_by uuid not null,
  added_by_name text not null,
  added_at timestamptz not null,
  constraint case_evidence_something check (coalesce(file_hash, reference, body) is not null),${ofCase('case_evidence')}
);
create index case_evidence_case_idx on case_evidence (county_code, case_id);

create table review_meeting (${part}
  step text not null,
  held_on date not null,
  place text not null,
  convener text not null,
  entitled integer not null check (entitled >= 1),
  present integer not null check (present between 1 and entitled),
  in_favour integer not null check (in_favour >= 0),
  against integer not null check (against >= 0),
  abstained integer not null check (abstained >= 0),
  passed boolean not null,
  summary text not null,
  is_void boolean not null default false,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  constraint review_meeting_votes check (in_favour + against + abstained <= present),${ofCase('review_meeting')}
);
create index review_meeting_case_idx on review_meeting (county_code, case_id);
`;

const noticeSql = `
-- What is posted is name, village and head count; the columns of the poster are all that it can show.
create table notice (${part}
  step text not null,
  place text not null check (place in ('village', 'township', 'county', 'website')),
  place_detail text,
  poster_name text not null,
  poster_village text not null,
  poster_head_count integer,
  opened_on date not null,
  opened_at timestamptz not null,
  min_days integer not null check (min_days >= 0),
  unit text not null check (unit in ('calendar', 'working')),
  start_day_counts boolean not null,
  -- Last day on display as things stand; null while an objection stops the clock.
  closes_on date,
  paused_days integer not null default 0,
  closed_on date,
  state text not null check (state in ('RUNNING', 'PAUSED', 'CLOSED', 'VOID')),
  published_by uuid not null,
  version integer not null default 1,${ofCase('notice')}
);
create unique index notice_running_once on notice (county_code, case_id) where state in ('RUNNING', 'PAUSED');
create index notice_case_idx on notice (county_code, case_id);
create index notice_board on notice (village_code, state, closes_on, id);

create table objection (${part}
  notice_id uuid not null,
  statement text not null,
  objector text,
  filed_by uuid not null,
  filed_by_name text not null,
  filed_at timestamptz not null,
  filed_on date not null,
  state text not null check (state in ('OPEN', 'SETTLED', 'LAPSED')),
  result text check (result in ('NOT_UPHELD', 'UPHELD_RETURN', 'UPHELD_REFUSE')),
  finding text,
  settled_by uuid,
  settled_by_name text,
  settled_at timestamptz,
  settled_on date,
  version integer not null default 1,
  constraint objection_settled check ((state = 'SETTLED') = (result is not null and finding is not null and settled_by is not null)),
  constraint objection_notice foreign key (county_code, notice_id) references notice (county_code, id),${ofCase('objection')}
);
create index objection_case_idx on objection (county_code, case_id);
`;

const decisionSql = `
create table case_decision (${part}
  outcome text not null check (outcome in ('APPROVED', 'REFUSED')),
  step text not null,
  decided_by uuid not null,
  decided_by_name text not null,
  role text not null,
  unit text not null,
  opinion text,
  snapshot_id uuid,
  facts_hash text,
  decided_on date not null,
  decided_at timestamptz not null,
  constraint case_decision_once unique (county_code, case_id),${ofCase('case_decision')}
);

-- Canonical JSON, byte by byte as it was sealed.
create table dossier (${part}
  sequence integer not null check (sequence >= 1),
  body text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  sealed_at timestamptz not null,
  constraint dossier_sequence unique (county_code, case_id, sequence),${ofCase('dossier')}
);
create function app.keep_seal() returns trigger language plpgsql as $$
begin
  raise exception 'a sealed record cannot be changed' using errcode = '23514', constraint = tg_argv[0] || '_immutable';
end $$;
`;

const installSql = `
select app.install_reference_table('procedure_pack');
select app.install_case_table('case_file');
select app.install_case_table('case_duty', audited => false, note => 'derived from case_event, audited there');
select app.install_case_table('case_todo', audited => false, deletable => true, note => 'work list derived from case_file, rewritten with every move');
select app.install_case_table('case_event');
select app.install_case_table('case_snapshot', audited => false, note => 'append-only copy of derived facts; its hash stands in case_file and case_event, audited there');
select app.install_case_table('case_evidence');
select app.install_case_table('review_meeting');
select app.install_case_table('notice');
select app.install_case_table('objection');
select app.install_case_table('case_decision');
select app.install_case_table('dossier', audited => false, note => 'append-only and sealed; its hash is recorded as an event of the audit log');
revoke update on case_duty, case_event, case_snapshot, case_evidence, case_decision, dossier from bangfu_app;
create trigger immutable before update or delete on case_event for each row execute function app.keep_seal('case_event');
create trigger immutable before update or delete on case_decision for each row execute function app.keep_seal('case_decision');
create trigger immutable before update or delete on dossier for each row execute function app.keep_seal('dossier');
`;
