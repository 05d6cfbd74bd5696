/** Households, their links and episodes. */
export const householdSql = `
create table household (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  status text not null default 'CANDIDATE' check (status in ('CANDIDATE', 'REGISTERED', 'PRE_EXIT', 'EXITED_ENTITLED',
    'EXITED_NOT_ENTITLED', 'RETURNED', 'CLEARED_OUT', 'DEREGISTERED')),
  head_name text not null,
  member_count integer not null default 0 check (member_count >= 0),
  household_code text,
  natural_village text,
  phone_enc text,
  phone_masked text,
  bank_name text,
  bank_account_no_enc text,
  bank_account_no_masked text,
  identification_standard text,
  poor_household_type text,
  household_kind text,
  monitoring_category text,
  is_martyr_family boolean,
  is_one_child_family boolean,
  is_two_daughter_family boolean,
  measure_category text,
  industry_help_type text,
  first_identified_month text check (first_identified_month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  exit_year smallint,
  planned_exit_year smallint,
  return_year smallint,
  return_reason text,
  main_cause text,
  other_causes text[],
  cause_note text,
  is_relocated boolean,
  relocation_mode text,
  resettlement_mode text,
  resettlement_place text,
  relocation_difficulties text[],
  phone_last4 text,
  ended_on date,
  end_reason text,
  origin_county_code text collate "C",
  origin_id uuid,
  version integer not null default 1,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  constraint household_pk primary key (county_code, id),
  constraint household_code_once unique (county_code, household_code)
);
-- No index may hold the id behind village_code: the planner takes the policy's range for a handful of villages, prefers such
-- an index to the primary key for the look-up of one row, and then probes every village of the territory.
create index household_village on household (village_code);
create index household_village_status on household (village_code, status);
create index household_county_village on household (county_code, village_code, status);
-- A household number is looked for in the whole territory.
create index household_code_search on household (household_code, village_code) where household_code is not null;

-- Split, merge and move keep the trace of where a household came from or went to.
create table household_link (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  household_id uuid not null,
  other_county_code text collate "C" not null,
  other_household_id uuid not null,
  kind text not null check (kind in ('SPLIT_FROM', 'MERGED_INTO', 'MOVED_FROM', 'MOVED_TO')),
  occurred_on date not null,
  reason text,
  created_at timestamptz not null default app.now(),
  constraint household_link_pk primary key (county_code, id),
  constraint household_link_household foreign key (county_code, household_id) references household (county_code, id)
);
create index household_link_household_idx on household_link (county_code, household_id);

-- One line of registration from entry to exit; a re-entry opens the next one and names the one before.
create table episode (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  household_id uuid not null,
  sequence integer not null check (sequence >= 1),
  entry_kind text not null check (entry_kind in ('IDENTIFIED', 'RE_ENTRY', 'IMPORTED')),
  entry_reason text,
  entered_on date not null,
  entry_case_id uuid,
  status text not null check (status in ('REGISTERED', 'PRE_EXIT', 'EXITED_ENTITLED', 'EXITED_NOT_ENTITLED', 'CLEARED_OUT', 'DEREGISTERED')),
  exited_on date,
  exit_case_id uuid,
  not_entitled_on date,
  closed_on date,
  close_reason text,
  previous_episode_id uuid,
  version integer not null default 1,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  constraint episode_pk primary key (county_code, id),
  constraint episode_sequence unique (county_code, household_id, sequence),
  constraint episode_household foreign key (county_code, household_id) references household (county_code, id),
  constraint episode_previous foreign key (county_code, previous_episode_id) references episode (county_code, id)
);
-- At most one episode that is not closed.
create unique index episode_open_once on episode (county_code, household_id) where closed_on is null;
`;
