/** Tasks with their log, and risk clues. */
export const tasksSql = `
create table risk_clue (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  -- Null for a household that is not known here.
  household_id uuid,
  subject_name_enc text,
  subject_phone_enc text,
  subject_phone_masked text,
  place text,
  channel text not null,
  kind text not null,
  severity text not null check (severity in ('LOW', 'MEDIUM', 'HIGH')),
  description text not null,
  attachment_ids uuid[] not null,
  occurred_at timestamptz not null,
  reported_by uuid not null,
  reported_by_name text not null,
  reported_at timestamptz not null,
  device_id text,
  status text not null default 'OPEN' check (status in ('OPEN', 'CHECKING', 'SETTLED')),
  checked_by uuid,
  checked_by_name text,
  result text check (result in ('UNFOUNDED', 'ALREADY_HELPED', 'HELPED', 'CANDIDATE', 'FORWARDED')),
  finding text,
  -- The household that it turned out to be, or that became a candidate by it.
  settled_household_id uuid,
  settled_by uuid,
  settled_by_name text,
  settled_at timestamptz,
  content_hash text not null,
  version integer not null default 1,
  constraint risk_clue_pk primary key (county_code, id),
  constraint risk_clue_household foreign key (county_code, household_id) references household (county_code, id),
  constraint risk_clue_settled_household foreign key (county_code, settled_household_id) references household (county_code, id),
  constraint risk_clue_subject check (household_id is not null or subject_name_enc is not null or place is not null),
  constraint risk_clue_settled check ((status = 'SETTLED') = (result is not null and finding is not null and settled_by is not null and settled_at is not null))
);
create index risk_clue_of_household on risk_clue (county_code, household_id, id) where household_id is not null;
create index risk_clue_village on risk_clue (village_code);
create index risk_clue_open on risk_clue (village_code) where status <> 'SETTLED';

create table task (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  household_id uuid,
  visit_id uuid,
  clue_id uuid,
  -- Where it comes from when it is neither a visit nor a clue: a duty of a register, a case.
  origin text,
  kind text not null,
  description text not null,
  due_on date not null,
  status text not null check (status in ('OPEN', 'ASSIGNED', 'DONE', 'VERIFIED')),
  owner_id uuid,
  owner_name text,
  created_by uuid not null,
  created_by_name text not null,
  created_at timestamptz not null,
  done_by uuid,
  done_by_name text,
  done_at timestamptz,
  done_note text,
  verified_by uuid,
  verified_by_name text,
  verified_at timestamptz,
  reopened integer not null default 0,
  content_hash text not null,
  version integer not null default 1,
  constraint task_pk primary key (county_code, id),
  constraint task_household foreign key (county_code, household_id) references household (county_code, id),
  constraint task_clue foreign key (county_code, clue_id) references risk_clue (county_code, id),
  constraint task_owner check ((status = 'OPEN') = (owner_name is null)),
  constraint task_done check ((status in ('DONE', 'VERIFIED')) = (done_by is not null)),
  constraint task_verified check ((status = 'VERIFIED') = (verified_by is not null)),
  -- Nobody verifies what they have done themselves.
  constraint task_other_eyes check (verified_by is null or verified_by <> done_by)
);
create index task_of_household on task (county_code, household_id, id) where household_id is not null;
create index task_of_visit on task (county_code, visit_id) where visit_id is not null;
create index task_village on task (village_code, due_on);
create index task_open_village on task (village_code, due_on) where status <> 'VERIFIED';
create index task_owner_idx on task (owner_id, due_on) where owner_id is not null and status in ('ASSIGNED', 'OPEN');

create table task_event (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  household_id uuid,
  task_id uuid not null,
  seq integer not null check (seq >= 1),
  action text not null check (action in ('CREATE', 'ASSIGN', 'DO', 'VERIFY', 'REOPEN', 'NOTE')),
  from_status text,
  to_status text not null,
  note text,
  due_on date,
  owner_id uuid,
  owner_name text,
  actor_id uuid not null,
  actor_name text not null,
  actor_role text not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  content_hash text not null,
  constraint task_event_pk primary key (county_code, id),
  constraint task_event_seq unique (county_code, task_id, seq),
  constraint task_event_task foreign key (county_code, task_id) references task (county_code, id)
);
`;
