import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Samples: what was drawn, sealed and issued; tasks for those who visit; what they saw. Who is drawn is hidden below row security
 * itself: the territory alone would show a county its own sample. So nothing here that names a drawn household is written to the
 * audit log, which follows the territory; the sealing value, which is audited, fixes the list instead.
 */
export class Samples00191763000000019 implements MigrationInterface {
  name = 'Samples00191763000000019';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sampleSql);
    await runner.query(visitSql);
    await runner.query(installSql);
    await runner.query(sealSql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table sample_cause, sample_answer, sample_attempt, sample_task, sample_event, sample_unit, sample_secret, sample');
  }
}

const sampleSql = `
create table sample (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  division_code text collate "C" not null,
  name text not null,
  question jsonb not null,
  unit text not null check (unit in ('household', 'village')),
  method text not null check (method in ('simple', 'stratified', 'cluster', 'pps')),
  -- Size or precision, strata, clusters, replacements, as asked for.
  settings jsonb not null,
  frame_size integer not null check (frame_size >= 0),
  -- SHA-256 of the sorted ids of the frame, one a line.
  frame_sha256 text not null,
  -- Per stratum: units, drawn, replacements.
  strata jsonb not null,
  drawn integer not null,
  algorithm text not null,
  algorithm_version integer not null,
  -- Fixes seed, frame, settings and list under a secret number, so that nobody can try seeds against it.
  seal_sha256 text not null,
  state text not null default 'DRAWN' check (state in ('DRAWN', 'SEALED', 'ISSUED', 'CLOSED')),
  drawn_at timestamptz not null,
  drawn_by uuid not null default app.actor(),
  drawn_by_name text not null,
  sealed_at timestamptz,
  opens_at timestamptz,
  closed_at timestamptz,
  -- Rates and differences as they stood when the sample was closed.
  results jsonb,
  version integer not null default 1,
  created_at timestamptz not null default app.now(),
  constraint sample_pk primary key (county_code, id)
);
create index sample_village on sample (village_code);

-- Seed and secret number: whoever has the seed and may ask the question can draw the list again.
create table sample_secret (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  drawn_by uuid not null default app.actor(),
  nonce text not null,
  seed text not null,
  closed_at timestamptz,
  constraint sample_secret_pk primary key (county_code, id),
  constraint sample_secret_sample foreign key (county_code, id) references sample (county_code, id)
);

create table sample_unit (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  sample_id uuid not null,
  drawn_by uuid not null default app.actor(),
  -- Place in the drawn list; replacements follow the primary units in the order in which they are used within their stratum.
  ordinal integer not null check (ordinal >= 1),
  role text not null check (role in ('PRIMARY', 'REPLACEMENT')),
  stratum text not null,
  cluster text,
  -- How many units of the frame this one stands for, as a fraction.
  weight_num bigint not null check (weight_num > 0),
  weight_den bigint not null check (weight_den > 0),
  household_county text collate "C" not null,
  -- Null in a sample of villages.
  household_id uuid,
  household_village text collate "C" not null,
  -- What the household was when it was drawn.
  household_status text,
  state text not null default 'DRAWN' check (state in ('DRAWN', 'ISSUED', 'REPLACED')),
  assignee_id uuid,
  issued_at timestamptz,
  replaced_by integer,
  replace_reason text,
  closed_at timestamptz,
  constraint sample_unit_pk primary key (county_code, id),
  constraint sample_unit_ordinal unique (county_code, sample_id, ordinal),
  constraint sample_unit_sample foreign key (county_code, sample_id) references sample (county_code, id)
);

-- Drawn, sealed, opened again, void, checked again, issued, replaced, closed: names units by their ordinal only.
create table sample_event (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  sample_id uuid not null,
  kind text not null check (kind in ('DRAWN', 'SEALED', 'UNSEALED', 'VOIDED', 'RECHECKED', 'ISSUED', 'REPLACED', 'CLOSED')),
  detail jsonb not null,
  at timestamptz not null default app.now(),
  actor_id uuid not null default app.actor(),
  actor_name text not null,
  constraint sample_event_pk primary key (county_code, id),
  constraint sample_event_sample foreign key (county_code, sample_id) references sample (county_code, id)
);
create index sample_event_of on sample_event (county_code, sample_id, id);
`;

const visitSql = `
-- Lies where the household lies, so that somebody with a county's grant can be sent by a region's inspector.
create table sample_task (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  sample_county text collate "C" not null,
  sample_id uuid not null,
  ordinal integer not null,
  stratum text not null,
  drawn_by uuid not null default app.actor(),
  sample_name text not null,
  -- Year of the record that the answers are held against.
  year smallint not null,
  household_id uuid,
  assignee_id uuid not null,
  opens_at timestamptz not null,
  state text not null default 'OPEN' check (state in ('OPEN', 'FAILED', 'ANSWERED', 'REPLACED')),
  issued_at timestamptz not null default app.now(),
  closed_at timestamptz,
  constraint sample_task_pk primary key (county_code, id),
  constraint sample_task_once unique (county_code, sample_id, ordinal),
  constraint sample_task_household foreign key (county_code, household_id) references household (county_code, id)
);
create index sample_task_assignee on sample_task (assignee_id, village_code) where state in ('OPEN', 'FAILED');
create index sample_task_sample on sample_task (sample_id);

-- Somebody went and could not ask.
create table sample_attempt (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  task_id uuid not null,
  drawn_by uuid not null,
  tried_on date not null,
  reason text not null check (reason in ('ABSENT', 'REFUSED', 'MOVED', 'DECEASED', 'NOT_FOUND', 'UNSAFE')),
  note text,
  content_sha256 text not null,
  saved_at timestamptz not null default app.now(),
  saved_by uuid not null default app.actor(),
  constraint sample_attempt_pk primary key (county_code, id),
  constraint sample_attempt_task foreign key (county_code, task_id) references sample_task (county_code, id)
);
create index sample_attempt_of on sample_attempt (county_code, task_id, tried_on);

-- The answers, what was on record at that moment, and where the two differ. A correction is a new version with its reason.
create table sample_answer (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  task_id uuid not null,
  sample_id uuid not null,
  household_id uuid not null,
  drawn_by uuid not null,
  version integer not null check (version >= 1),
  reason text,
  answers jsonb not null,
  recorded jsonb not null,
  differences jsonb not null,
  content_sha256 text not null,
  saved_at timestamptz not null default app.now(),
  saved_by uuid not null default app.actor(),
  constraint sample_answer_pk primary key (county_code, id),
  constraint sample_answer_version unique (county_code, task_id, version),
  constraint sample_answer_reason check (version = 1 or reason is not null),
  constraint sample_answer_task foreign key (county_code, task_id) references sample_task (county_code, id)
);
create index sample_answer_sample on sample_answer (sample_id);

-- Why a field differs; the newest one of a field holds.
create table sample_cause (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  answer_id uuid not null,
  drawn_by uuid not null,
  field text not null,
  cause text not null,
  note text,
  saved_at timestamptz not null default app.now(),
  saved_by uuid not null default app.actor(),
  constraint sample_cause_pk primary key (county_code, id),
  constraint sample_cause_answer foreign key (county_code, answer_id) references sample_answer (county_code, id)
);
create index sample_cause_of on sample_cause (county_code, answer_id);
`;

const installSql = `
select app.install_case_table('sample');
select app.install_case_table('sample_event');
select app.install_case_table('sample_secret', audited => false, deletable => true, note => 'the seed of a sealed sample; the audit log would show it to the territory, its sealing value in sample is audited');
select app.install_case_table('sample_unit', audited => false, deletable => true, note => 'who is drawn; the audit log would show it to the territory, the sealing value in sample fixes the list and is audited, and so is the log of the sample');
select app.install_case_table('sample_task', audited => false, note => 'who is to be visited; the audit log would show it to the territory before it opens, the log of the sample is audited');
select app.install_case_table('sample_attempt', audited => false, note => 'append-only; a record without its content goes into the audit log');
select app.install_case_table('sample_answer', audited => false, note => 'append-only, what people said in confidence; a record with its SHA-256 goes into the audit log');
select app.install_case_table('sample_cause', audited => false, note => 'append-only; a record without its content goes into the audit log');
revoke update on sample_event, sample_attempt, sample_answer, sample_cause from bangfu_app;
revoke update on sample_unit, sample_task from bangfu_app;
grant update (state, assignee_id, issued_at, replaced_by, replace_reason, closed_at) on sample_unit to bangfu_app;
grant update (state, closed_at) on sample_task to bangfu_app;
`;

// Besides the territory: whoever drew the list, and from its opening whoever was sent. Seeds write as the system and read nothing back.
const sealSql = `
create policy drawn on sample_secret as restrictive
  using (drawn_by = (select app.actor()) or (closed_at is not null and (select app.actor_role()) = 'inspector'))
  with check (drawn_by = (select app.actor()) or (select app.actor_role()) = 'system');
create policy drawn on sample_unit as restrictive
  using (drawn_by = (select app.actor()) or (closed_at is not null and (select app.actor_role()) = 'inspector'))
  with check (drawn_by = (select app.actor()) or (select app.actor_role()) = 'system');
create policy sent on sample_task as restrictive
  using (drawn_by = (select app.actor()) or (assignee_id = (select app.actor()) and opens_at <= (select app.now())))
  with check (drawn_by = (select app.actor()) or assignee_id = (select app.actor()) or (select app.actor_role()) = 'system');
create policy sent on sample_attempt as restrictive
  using (drawn_by = (select app.actor()) or saved_by = (select app.actor()))
  with check (saved_by = (select app.actor()) or (select app.actor_role()) = 'system');
create policy sent on sample_answer as restrictive
  using (drawn_by = (select app.actor()) or saved_by = (select app.actor()))
  with check (saved_by = (select app.actor()) or (select app.actor_role()) = 'system');
create policy sent on sample_cause as restrictive
  using (drawn_by = (select app.actor()) or saved_by = (select app.actor()))
  with check (saved_by = (select app.actor()) or (select app.actor_role()) = 'system');
-- A sample without its units is worth nothing and its seed opens them: only the one who drew may change its row.
create policy changed_by_whoever_drew on sample as restrictive for update
  using (drawn_by = (select app.actor())) with check (drawn_by = (select app.actor()));
`;
