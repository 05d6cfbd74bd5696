/** The three ledgers of assets: public welfare, operating, household. */
export const assetSql = `
create table asset (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  division_code text collate "C" not null,
  code text collate "C" not null,
  name text not null,
  ledger text not null check (ledger in ('PUBLIC_WELFARE', 'OPERATING', 'HOUSEHOLD')),
  project_id uuid,
  household_id uuid,
  value_fen bigint not null check (value_fen >= 0),
  acquired_on date not null,
  owner_kind text not null check (owner_kind in ('STATE', 'COLLECTIVE', 'HOUSEHOLD')),
  owner_name text not null,
  operator_name text,
  maintainer_name text,
  contract_no text,
  contract_from date,
  contract_to date,
  status text not null check (status in ('IN_USE', 'IDLE', 'DAMAGED', 'DISPOSED')),
  status_reason text,
  version integer not null default 1,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  constraint asset_pk primary key (county_code, id),
  constraint asset_code_once unique (county_code, code),
  constraint asset_project foreign key (county_code, project_id) references project (county_code, id),
  constraint asset_household foreign key (county_code, household_id) references household (county_code, id),
  constraint asset_household_ledger check ((ledger = 'HOUSEHOLD') = (household_id is not null)),
  constraint asset_contract check (contract_from <= contract_to)
);
create index asset_village on asset (village_code);

create table asset_yield (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  asset_id uuid not null,
  year smallint not null check (year between 2000 and 2100),
  amount_fen bigint not null check (amount_fen >= 0),
  note text,
  version integer not null default 1,
  recorded_by uuid not null default app.actor(),
  created_at timestamptz not null default app.now(),
  constraint asset_yield_pk primary key (county_code, id),
  constraint asset_yield_year unique (county_code, asset_id, year),
  constraint asset_yield_asset foreign key (county_code, asset_id) references asset (county_code, id)
);

-- What a listed household got of a year's yield; it carries the household's village.
create table asset_distribution (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  asset_id uuid not null,
  yield_id uuid not null,
  household_id uuid not null,
  amount_fen bigint not null check (amount_fen > 0),
  paid_on date not null,
  recorded_by uuid not null default app.actor(),
  created_at timestamptz not null default app.now(),
  constraint asset_distribution_pk primary key (county_code, id),
  constraint asset_distribution_once unique (county_code, yield_id, household_id),
  constraint asset_distribution_yield foreign key (county_code, yield_id) references asset_yield (county_code, id),
  constraint asset_distribution_household foreign key (county_code, household_id) references household (county_code, id)
);
create index asset_distribution_of_household on asset_distribution (county_code, household_id);
`;
