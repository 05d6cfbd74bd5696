/** Funds and the project library. */
const row = `
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,`;
const ofProject = (table: string): string => `
  project_id uuid not null,
  constraint ${table}_pk primary key (county_code, id),
  constraint ${table}_project foreign key (county_code, project_id) references project (county_code, id)`;

export const projectSql = `
-- Money of one source for one year, as it was allocated by a document. Spending is never stored: it is the sum of its rows.
create table fund (${row}
  code text collate "C" not null,
  name text not null,
  level text not null check (level in ('CENTRAL', 'REGION', 'PREFECTURE', 'COUNTY', 'OUTSIDE')),
  kind text not null check (kind in ('SPECIAL', 'INTEGRATED', 'BRIDGING', 'COLLABORATION', 'DESIGNATED', 'DONATION', 'OTHER')),
  year smallint not null check (year between 2000 and 2100),
  document_no text not null,
  allocated_fen bigint not null check (allocated_fen > 0),
  received_on date not null,
  note text,
  version integer not null default 1,
  created_by uuid not null default app.actor(),
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  constraint fund_pk primary key (county_code, id),
  constraint fund_code_once unique (county_code, code)
);
create index fund_village on fund (village_code);

create table project (${row}
  -- 12 digits of a village, 9 of a township, 6 of a county.
  division_code text collate "C" not null,
  code text collate "C" not null,
  name text not null,
  category text not null,
  year smallint not null check (year between 2000 and 2100),
  content text not null,
  -- 'CONSTRUCTION' is accepted before anything is paid to households; the same holds for every other nature.
  nature text not null,
  estimate_fen bigint not null check (estimate_fen > 0),
  status text not null check (status in ('PROPOSED', 'DEMONSTRATED', 'ENTRY_NOTICE', 'ENTRY_REVIEW', 'LISTED', 'CONTRACTED', 'RUNNING', 'COMPLETED',
    'COMPLETION_NOTICE', 'ACCEPTED', 'REFUSED', 'CANCELLED')),
  demonstrated_on date,
  demonstration_opinion text,
  demonstration_experts text[],
  entered_on date,
  contract_no text,
  contractor text,
  contract_fen bigint check (contract_fen > 0),
  contract_signed_on date,
  contract_from date,
  contract_to date,
  progress_percent smallint not null default 0 check (progress_percent between 0 and 100),
  completed_on date,
  accepted_on date,
  acceptance_opinion text,
  acceptance_members text[],
  created_by uuid not null default app.actor(),
  version integer not null default 1,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  constraint project_pk primary key (county_code, id),
  constraint project_code_once unique (county_code, code)
);
create index project_village on project (village_code);

create table project_budget (${row}
  fund_id uuid not null,
  amount_fen bigint not null check (amount_fen > 0),${ofProject('project_budget')},
  constraint project_budget_once unique (county_code, project_id, fund_id),
  constraint project_budget_fund foreign key (county_code, fund_id) references fund (county_code, id)
);
create index project_budget_fund_idx on project_budget (county_code, fund_id);

-- A household that benefits, or a village as a whole.
create table project_beneficiary (${row}
  household_id uuid,
  benefit text,${ofProject('project_beneficiary')},
  constraint project_beneficiary_household foreign key (county_code, household_id) references household (county_code, id)
);
create unique index project_beneficiary_once on project_beneficiary (county_code, project_id, village_code, household_id) nulls not distinct;
create index project_beneficiary_of_household on project_beneficiary (county_code, household_id) where household_id is not null;

create table project_notice (${row}
  phase text not null check (phase in ('ENTRY', 'COMPLETION')),
  place text not null,
  content text not null,
  opened_on date not null,
  -- What the parameter said on that day; later changes do not shorten a notice that runs.
  min_days integer not null check (min_days >= 1),
  day_unit text not null check (day_unit in ('calendar', 'working')),
  start_day_counts boolean not null,
  closed_on date,
  posted_by uuid not null default app.actor(),${ofProject('project_notice')}
);
create unique index project_notice_running on project_notice (county_code, project_id, phase) where closed_on is null;
create index project_notice_of_project on project_notice (county_code, project_id);

-- What is paid to contractors and suppliers; what is paid to households is a payment.
create table project_expense (${row}
  fund_id uuid not null,
  amount_fen bigint not null check (amount_fen <> 0),
  paid_on date not null,
  payee text not null,
  category text not null,
  invoice_no text,
  reverses_id uuid,
  reversed_by_id uuid,
  reason text,
  booked_by uuid not null default app.actor(),
  created_at timestamptz not null default app.now(),${ofProject('project_expense')},
  constraint project_expense_fund foreign key (county_code, fund_id) references fund (county_code, id),
  constraint project_expense_reverses foreign key (county_code, reverses_id) references project_expense (county_code, id),
  constraint project_expense_sign check ((reverses_id is null) = (amount_fen > 0)),
  constraint project_expense_reason check (reverses_id is null or reason is not null)
);
-- One invoice is claimed once in a county, whatever the project.
create unique index project_expense_invoice on project_expense (county_code, invoice_no) where invoice_no is not null and reverses_id is null and reversed_by_id is null;
create unique index project_expense_reversed_once on project_expense (county_code, reverses_id) where reverses_id is not null;
create index project_expense_of_project on project_expense (county_code, project_id);
create index project_expense_of_fund on project_expense (county_code, fund_id);

create table project_progress (${row}
  reported_on date not null,
  percent smallint not null check (percent between 0 and 100),
  note text not null,
  evidence text[] not null default '{}',
  reported_by uuid not null default app.actor(),
  created_at timestamptz not null default app.now(),${ofProject('project_progress')}
);
create index project_progress_of_project on project_progress (county_code, project_id);
`;
