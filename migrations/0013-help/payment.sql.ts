/** Payments: append-only entries, a reversal is an entry of its own. */
export const paymentSql = `
create table payment (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  household_id uuid not null,
  member_id uuid,
  measure_code text collate "C" not null,
  assignment_id uuid not null,
  project_id uuid,
  fund_id uuid,
  -- 'once', a year or a month: what the payment is for, not when it was made.
  term text collate "C" not null check (term ~ '^(once|[0-9]{4}|[0-9]{4}-(0[1-9]|1[0-2]))$'),
  amount_fen bigint not null check (amount_fen <> 0),
  paid_on date not null,
  channel text not null default 'BANK' check (channel in ('BANK', 'DIRECT')),
  -- Where the money is; null for a reversal.
  settlement text check (settlement in ('PAYABLE', 'SENT', 'PAID')),
  settled_on date,
  failure_reason text,
  reason text,
  reverses_id uuid,
  reversed_by_id uuid,
  -- What the rule of the measure said on that day.
  entitlement jsonb,
  booked_by uuid not null default app.actor(),
  booked_by_name text not null,
  created_at timestamptz not null default app.now(),
  constraint payment_pk primary key (county_code, id),
  constraint payment_household foreign key (county_code, household_id) references household (county_code, id),
  constraint payment_member foreign key (county_code, member_id) references member (county_code, id),
  constraint payment_assignment foreign key (county_code, assignment_id) references assignment (county_code, id),
  constraint payment_project foreign key (county_code, project_id) references project (county_code, id),
  constraint payment_fund foreign key (county_code, fund_id) references fund (county_code, id),
  constraint payment_reverses foreign key (county_code, reverses_id) references payment (county_code, id),
  constraint payment_sign check ((reverses_id is null) = (amount_fen > 0)),
  constraint payment_settlement check ((reverses_id is null) = (settlement is not null)),
  constraint payment_reason check (reverses_id is null or reason is not null)
);
-- Never twice for the same measure, person and term: whoever comes second loses, also when both came at once.
create unique index payment_once on payment (county_code, measure_code, (coalesce(member_id, household_id)), term) where reverses_id is null and reversed_by_id is null;
create unique index payment_reversed_once on payment (county_code, reverses_id) where reverses_id is not null;
create index payment_village on payment (village_code);
create index payment_of_household on payment (county_code, household_id);
create index payment_of_assignment on payment (county_code, assignment_id);
create index payment_of_project on payment (county_code, project_id) where project_id is not null;
create index payment_of_fund on payment (county_code, fund_id) where fund_id is not null;
create index payment_payable on payment (village_code, fund_id) where settlement = 'PAYABLE' and channel = 'BANK' and reversed_by_id is null;

-- What was booked stays as it was booked; only the way of the money and the mark of a reversal move on.
create function app.keep_payment() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - '{settlement,settled_on,failure_reason,reversed_by_id,village_code}'::text[]
     is distinct from to_jsonb(old) - '{settlement,settled_on,failure_reason,reversed_by_id,village_code}'::text[]
     or (old.reversed_by_id is not null and new.reversed_by_id is distinct from old.reversed_by_id) then
    raise exception 'a booked payment cannot be changed' using errcode = '23514', constraint = 'payment_immutable';
  end if;
  return new;
end $$;
create trigger immutable before update on payment for each row execute function app.keep_payment();
`;
