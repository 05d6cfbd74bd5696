/** Payment batches for the bank, and the result files that come back. */
export const bankSql = `
create table payment_batch (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  division_code text collate "C" not null,
  title text not null,
  state text not null check (state in ('QUEUED', 'EXPORTED', 'FAILED', 'SETTLED')),
  fund_id uuid,
  format text not null check (format in ('csv', 'xlsx')),
  purpose text not null,
  rows integer not null default 0,
  total_fen bigint not null default 0,
  paid integer not null default 0,
  failed integer not null default 0,
  unknown integer not null default 0,
  actor jsonb not null,
  sha256 text,
  bytes integer,
  stored_name text,
  failure jsonb,
  expires_at timestamptz,
  version integer not null default 1,
  created_by uuid not null default app.actor(),
  created_at timestamptz not null default app.now(),
  constraint payment_batch_pk primary key (county_code, id),
  constraint payment_batch_fund foreign key (county_code, fund_id) references fund (county_code, id),
  -- What went to the bank is paid, failed or not yet known: nothing else, always.
  constraint payment_batch_sum check (rows = paid + failed + unknown)
);
create index payment_batch_village on payment_batch (village_code);

create table payment_batch_row (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  batch_id uuid not null,
  line integer not null check (line >= 1),
  -- Stands in the file and comes back in the result.
  reference text collate "C" not null,
  payment_id uuid not null,
  household_id uuid not null,
  payee_name text not null,
  -- The account as it was sent; a later change of the household's account does not rewrite what went out.
  account_no_enc text not null,
  account_no_masked text not null,
  bank_name text,
  amount_fen bigint not null check (amount_fen > 0),
  state text not null check (state in ('SENT', 'PAID', 'FAILED')),
  failure_reason text,
  settled_on date,
  constraint payment_batch_row_pk primary key (county_code, id),
  constraint payment_batch_row_line unique (county_code, batch_id, line),
  constraint payment_batch_row_reference unique (county_code, reference),
  constraint payment_batch_row_batch foreign key (county_code, batch_id) references payment_batch (county_code, id),
  constraint payment_batch_row_payment foreign key (county_code, payment_id) references payment (county_code, id)
);
-- A payment is on its way once.
create unique index payment_batch_row_once on payment_batch_row (county_code, payment_id) where state in ('SENT', 'PAID');

create table payment_result (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  batch_id uuid not null,
  sha256 text not null,
  file_name text not null,
  rows integer not null,
  paid integer not null,
  failed integer not null,
  unknown integer not null,
  -- Rows of the batch about which this file says nothing.
  missing integer not null,
  imported_by uuid not null default app.actor(),
  imported_at timestamptz not null default app.now(),
  constraint payment_result_pk primary key (county_code, id),
  constraint payment_result_once unique (county_code, batch_id, sha256),
  constraint payment_result_batch foreign key (county_code, batch_id) references payment_batch (county_code, id),
  constraint payment_result_sum check (rows = paid + failed + unknown)
);

create table payment_result_row (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  result_id uuid not null,
  line integer not null,
  reference text,
  outcome text not null check (outcome in ('PAID', 'FAILED', 'UNKNOWN')),
  -- Why the bank refused, or why the row could not be understood.
  reason text,
  payment_id uuid,
  constraint payment_result_row_pk primary key (county_code, id),
  constraint payment_result_row_line unique (county_code, result_id, line),
  constraint payment_result_row_result foreign key (county_code, result_id) references payment_result (county_code, id)
);
`;
