/** Findings with their origins, log, extensions and look-back samples. */
export const findingsSql = `
-- A finding lies where its responsible unit lies: a township and its county see it, the villages of the township do not.
create table finding (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  -- The smallest division that holds everything it was raised from.
  division_code text collate "C" not null,
  -- Number of the finding: year, county and a running number.
  code text not null,
  origin_kind text not null check (origin_kind in ('HIT', 'COMPARISON', 'SAMPLE', 'SCREEN', 'LETTER', 'HAND')),
  -- {codes, count, households}: what the list shows; the copies are rows of finding_origin.
  origin jsonb not null,
  -- Null when it concerns several households, or none.
  household_id uuid,
  member_id uuid,
  title text not null,
  facts text not null,
  basis text not null,
  suggestion text,
  severity text not null check (severity in ('E', 'W')),
  unit_division text collate "C" not null,
  unit_name text not null,
  due_on date not null,
  -- The deadline as it was set: so many working days after the day of raising; null when a day was named.
  due_working_days integer check (due_working_days > 0),
  state text not null check (state in ('ISSUED', 'RECTIFYING', 'IN_REVIEW', 'RETURNED', 'CLOSED')),
  raised_by uuid not null,
  raised_by_name text not null,
  raised_by_unit text not null,
  raised_at timestamptz not null,
  received_by uuid,
  received_by_name text,
  received_at timestamptz,
  -- As they stand; what they were before is in the log.
  measures text,
  rectification text,
  rectified_by uuid,
  submitted_by uuid,
  submitted_by_name text,
  submitted_at timestamptz,
  outcome text check (outcome in ('RECTIFIED', 'UNFOUNDED')),
  reviewed_by uuid,
  reviewed_by_name text,
  reviewed_at timestamptz,
  review_opinion text,
  closed_on date,
  times_returned integer not null default 0,
  times_reopened integer not null default 0,
  times_extended integer not null default 0,
  look_back_on date,
  look_back_draw_id uuid,
  look_back_result text check (look_back_result in ('HELD', 'RELAPSED')),
  version integer not null default 1,
  constraint finding_pk primary key (county_code, id),
  constraint finding_code_once unique (county_code, code),
  constraint finding_household foreign key (county_code, household_id) references household (county_code, id),
  constraint finding_closed check ((state = 'CLOSED') = (closed_on is not null and outcome is not null and reviewed_by is not null)),
  -- Nobody reviews what they have rectified or handed in themselves.
  constraint finding_other_eyes check (state <> 'CLOSED' or (reviewed_by is distinct from submitted_by and reviewed_by is distinct from rectified_by))
);
create index finding_village on finding (village_code);
create index finding_open on finding (village_code, due_on) where state <> 'CLOSED';
create index finding_look_back on finding (village_code, look_back_on) where look_back_on is not null and look_back_result is null;
create index finding_of_household on finding (county_code, household_id) where household_id is not null;

-- What it was raised from, with the values as they were on that day: later runs, corrections and lists do not change it.
create table finding_origin (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  finding_id uuid not null,
  ordinal integer not null,
  kind text not null check (kind in ('HIT', 'COMPARISON', 'SAMPLE', 'SCREEN', 'LETTER', 'HAND')),
  -- Names the origin so that it is found again: id of the hit or match, screen with its group, number of the letter.
  ref text collate "C" not null,
  -- The check, register or screen.
  code text collate "C",
  division_code text collate "C" not null,
  household_id uuid,
  member_id uuid,
  label text not null,
  -- [{label, text}] in order, and the values that they were made from.
  shown jsonb not null,
  vals jsonb not null,
  -- The finding is not closed.
  is_open boolean not null default true,
  copied_at timestamptz not null,
  constraint finding_origin_pk primary key (county_code, id),
  constraint finding_origin_finding foreign key (county_code, finding_id) references finding (county_code, id)
);
create unique index finding_origin_open_once on finding_origin (county_code, kind, ref) where is_open;
create index finding_origin_of on finding_origin (county_code, finding_id, ordinal);
create index finding_origin_ref on finding_origin (county_code, kind, ref);
create index finding_origin_household on finding_origin (county_code, household_id) where household_id is not null;

create table finding_event (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  finding_id uuid not null,
  seq integer not null check (seq >= 1),
  action text not null,
  from_state text,
  to_state text not null,
  note text,
  payload jsonb,
  attachment_ids uuid[] not null default '{}',
  actor_id uuid not null,
  actor_name text not null,
  actor_role text not null,
  actor_unit text not null,
  at timestamptz not null,
  constraint finding_event_pk primary key (county_code, id),
  constraint finding_event_seq unique (county_code, finding_id, seq),
  constraint finding_event_finding foreign key (county_code, finding_id) references finding (county_code, id)
);

create table finding_extension (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  finding_id uuid not null,
  due_before date not null,
  asked_until date not null,
  reason text not null,
  requested_by uuid not null,
  requested_by_name text not null,
  requested_at timestamptz not null,
  state text not null default 'PENDING' check (state in ('PENDING', 'GRANTED', 'REFUSED')),
  granted_until date,
  opinion text,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  constraint finding_extension_pk primary key (county_code, id),
  constraint finding_extension_finding foreign key (county_code, finding_id) references finding (county_code, id),
  constraint finding_extension_later check (asked_until > due_before and (granted_until is null or granted_until > due_before)),
  constraint finding_extension_decided check ((state = 'PENDING') = (decided_by is null) and (state = 'GRANTED') = (granted_until is not null)),
  constraint finding_extension_other_eyes check (decided_by is null or decided_by <> requested_by)
);
create unique index finding_extension_pending_once on finding_extension (county_code, finding_id) where state = 'PENDING';
create index finding_extension_of on finding_extension (county_code, finding_id);

-- Closed findings that are looked at again were drawn, not chosen: the same seed over the same frame draws the same ones.
create table finding_draw (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  division_code text collate "C" not null,
  closed_from date not null,
  closed_to date not null,
  seed text not null,
  algorithm text not null,
  frame_size integer not null,
  frame_sha256 text not null,
  size integer not null check (size >= 1),
  look_back_on date not null,
  drawn_by uuid not null,
  drawn_by_name text not null,
  drawn_at timestamptz not null,
  constraint finding_draw_pk primary key (county_code, id)
);
create index finding_draw_village on finding_draw (village_code);
`;
