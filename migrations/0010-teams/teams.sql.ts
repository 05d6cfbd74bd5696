/** Work teams, their members and days; helpers and pairings. */
export const teamsSql = `
-- The row of a team lies in the village where it lives; further villages that it serves have a row of their own below.
create table work_team (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  name text not null,
  sending_unit text not null,
  sending_affiliation text,
  term_from date not null,
  term_to date not null,
  -- Why the term is shorter than the parameter asks for; a team that serves its term needs none.
  short_term_reason text,
  status text not null default 'ACTIVE' check (status in ('ACTIVE', 'ENDED')),
  ended_on date,
  end_reason text,
  content_hash text not null,
  version integer not null default 1,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  constraint work_team_pk primary key (county_code, id),
  constraint work_team_term check (term_from < term_to),
  constraint work_team_ended check ((status = 'ENDED') = (ended_on is not null and end_reason is not null))
);
create index work_team_village on work_team (village_code);

-- Villages of a team. Name, size and first secretary are copies that the team's service keeps, so that each village sees
-- who serves it without seeing the rows of another village.
create table team_village (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  team_id uuid not null,
  is_seat boolean not null,
  team_name text not null,
  sending_unit text not null,
  first_secretary text not null,
  size integer not null check (size >= 0),
  term_to date not null,
  from_on date not null,
  ended_on date,
  constraint team_village_pk primary key (county_code, id),
  constraint team_village_team foreign key (county_code, team_id) references work_team (county_code, id)
);
create unique index team_village_once on team_village (county_code, village_code) where ended_on is null;
create index team_village_team_idx on team_village (county_code, team_id);
create index team_village_list on team_village (village_code) where ended_on is null;

create table team_member (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  team_id uuid not null,
  name text not null,
  role text not null check (role in ('FIRST_SECRETARY', 'LEADER', 'MEMBER')),
  user_id uuid,
  unit text,
  affiliation text,
  rank text,
  phone_enc text,
  phone_masked text,
  joined_on date not null,
  left_on date,
  leave_reason text,
  -- Who did the work before: a hand-over keeps both rows.
  predecessor_id uuid,
  version integer not null default 1,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  constraint team_member_pk primary key (county_code, id),
  constraint team_member_team foreign key (county_code, team_id) references work_team (county_code, id),
  constraint team_member_predecessor foreign key (county_code, predecessor_id) references team_member (county_code, id),
  constraint team_member_dates check (left_on is null or left_on >= joined_on)
);
create index team_member_team_idx on team_member (county_code, team_id);
-- Exactly one first secretary: never two, and the service never leaves a team without.
create unique index team_member_first_secretary on team_member (county_code, team_id) where role = 'FIRST_SECRETARY' and left_on is null;

-- Days in the village as the team itself wrote them down: days of a month, no times, no places, no tracks. A correction is a
-- new version.
create table team_days (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  team_id uuid not null,
  member_id uuid not null,
  year smallint not null,
  month smallint not null check (month between 1 and 12),
  days smallint[] not null,
  day_count integer not null check (day_count between 0 and 31),
  version integer not null,
  recorded_by uuid not null,
  recorded_by_name text not null,
  recorded_at timestamptz not null,
  superseded_at timestamptz,
  correction_reason text,
  constraint team_days_pk primary key (county_code, id),
  constraint team_days_version unique (county_code, member_id, year, month, version),
  constraint team_days_member foreign key (county_code, member_id) references team_member (county_code, id)
);
create unique index team_days_current on team_days (county_code, member_id, year, month) where superseded_at is null;
create index team_days_village on team_days (county_code, village_code, year) where superseded_at is null;

-- Persons who help households, known to the county; a village sees of them what its pairings say.
create table helper (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  name text not null,
  unit text not null,
  affiliation text,
  rank text,
  user_id uuid,
  phone_enc text,
  phone_masked text,
  content_hash text not null,
  version integer not null default 1,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  constraint helper_pk primary key (county_code, id)
);
create index helper_list on helper (village_code);

create table pairing (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  household_id uuid not null,
  helper_id uuid not null,
  helper_name text not null,
  helper_unit text not null,
  helper_rank text,
  helper_phone_masked text,
  started_on date not null,
  ended_on date,
  end_reason text,
  predecessor_id uuid,
  content_hash text not null,
  version integer not null default 1,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  constraint pairing_pk primary key (county_code, id),
  constraint pairing_household foreign key (county_code, household_id) references household (county_code, id),
  constraint pairing_helper foreign key (county_code, helper_id) references helper (county_code, id),
  constraint pairing_predecessor foreign key (county_code, predecessor_id) references pairing (county_code, id),
  constraint pairing_dates check (ended_on is null or (ended_on >= started_on and end_reason is not null))
);
create unique index pairing_once on pairing (county_code, household_id, helper_id) where ended_on is null;
create index pairing_of_helper on pairing (county_code, helper_id) where ended_on is null;
create index pairing_of_household on pairing (county_code, household_id, id);
create index pairing_village on pairing (village_code);
`;
