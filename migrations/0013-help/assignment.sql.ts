/** Help plans, assignments, and the log of every step of help. */
export const assignmentSql = `
-- Append-only: who moved a plan, an assignment, a project, a batch or an asset, from where to where, and why.
create table help_event (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  subject_kind text not null check (subject_kind in ('plan', 'assignment', 'project', 'batch', 'asset')),
  subject_id uuid not null,
  household_id uuid,
  seq integer not null check (seq >= 1),
  action text not null,
  from_status text,
  to_status text not null,
  reason text,
  payload jsonb,
  actor_id uuid not null default app.actor(),
  actor_name text not null,
  actor_role text not null,
  at timestamptz not null default app.now(),
  constraint help_event_pk primary key (county_code, id),
  constraint help_event_seq unique (county_code, subject_id, seq)
);

create table help_plan (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  household_id uuid not null,
  year smallint not null check (year between 2000 and 2100),
  -- A confirmed plan is not edited: the next revision takes its place.
  revision integer not null default 1 check (revision >= 1),
  status text not null check (status in ('DRAFT', 'AGREED', 'CONFIRMED', 'SUPERSEDED')),
  aim text not null,
  note text,
  drafted_by uuid not null default app.actor(),
  drafted_by_name text not null,
  -- Where the household's signature lies.
  signature_ref text,
  agreed_by uuid,
  agreed_at timestamptz,
  confirmed_by uuid,
  confirmed_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  constraint help_plan_pk primary key (county_code, id),
  constraint help_plan_revision unique (county_code, household_id, year, revision),
  constraint help_plan_household foreign key (county_code, household_id) references household (county_code, id)
);
create unique index help_plan_open_once on help_plan (county_code, household_id, year) where status in ('DRAFT', 'AGREED');
create unique index help_plan_confirmed_once on help_plan (county_code, household_id, year) where status = 'CONFIRMED';
create index help_plan_village on help_plan (village_code);

create table help_plan_item (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  plan_id uuid not null,
  household_id uuid not null,
  member_id uuid,
  ordinal integer not null,
  measure_code text collate "C" not null,
  aim text not null,
  starts_on date,
  ends_on date,
  amount_fen bigint check (amount_fen >= 0),
  responsible text,
  constraint help_plan_item_pk primary key (county_code, id),
  constraint help_plan_item_plan foreign key (county_code, plan_id) references help_plan (county_code, id),
  constraint help_plan_item_dates check (starts_on <= ends_on)
);
create unique index help_plan_item_once on help_plan_item (county_code, plan_id, measure_code, member_id) nulls not distinct;

create table assignment (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  household_id uuid not null,
  member_id uuid,
  measure_code text collate "C" not null,
  measure_version_id uuid,
  plan_id uuid,
  project_id uuid,
  year smallint not null check (year between 2000 and 2100),
  status text not null check (status in ('PLANNED', 'APPROVED', 'REFUSED', 'DELIVERED', 'CLOSED', 'CANCELLED')),
  starts_on date,
  ends_on date,
  aim text,
  planned_amount_fen bigint check (planned_amount_fen >= 0),
  -- All that may be paid under this assignment; null: nothing in money was approved.
  approved_amount_fen bigint check (approved_amount_fen >= 0),
  planned_by uuid not null default app.actor(),
  decided_by uuid,
  decided_on date,
  decision_reason text,
  delivered_on date,
  delivered_by text,
  evidence text[] not null default '{}',
  closed_on date,
  outcome text,
  version integer not null default 1,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  constraint assignment_pk primary key (county_code, id),
  constraint assignment_household foreign key (county_code, household_id) references household (county_code, id),
  constraint assignment_member foreign key (county_code, member_id) references member (county_code, id),
  constraint assignment_plan foreign key (county_code, plan_id) references help_plan (county_code, id),
  constraint assignment_project foreign key (county_code, project_id) references project (county_code, id),
  constraint assignment_dates check (starts_on <= ends_on),
  constraint assignment_four_eyes check (decided_by is null or status = 'CANCELLED' or decided_by <> planned_by)
);
-- The same help is planned once a year for a household or person.
create unique index assignment_open_once on assignment (county_code, household_id, measure_code, year, member_id) nulls not distinct
  where status not in ('REFUSED', 'CANCELLED');
create index assignment_of_household on assignment (county_code, household_id);
create index assignment_village on assignment (village_code, status);
create index assignment_project_idx on assignment (county_code, project_id) where project_id is not null;
`;
