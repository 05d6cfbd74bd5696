/** The catalogue. What a document leaves open is null: "not set". */
export const catalogueSql = `
-- A published version never changes; it only ends when the next one begins.
create table measure_version (
  id uuid constraint measure_version_pk primary key,
  code text collate "C" not null check (code ~ '^[A-Z]{3}-[0-9]{2}$'),
  version integer not null check (version >= 1),
  kind text not null check (kind in ('INDUSTRY', 'RELOCATION', 'EMPLOYMENT', 'EDUCATION', 'HEALTH', 'SOCIAL_SECURITY', 'ECOLOGY', 'FINANCE', 'HOUSING', 'WATER',
    'INFRASTRUCTURE', 'SOCIAL', 'REGION')),
  level text not null check (level in ('household', 'member', 'village', 'region')),
  -- How it reaches people: CLAIM, AT_SOURCE or PLAN.
  delivery text not null check (delivery in ('CLAIM', 'AT_SOURCE', 'PLAN')),
  name jsonb not null,
  beneficiaries jsonb,
  eligibility jsonb,
  rule_note jsonb,
  amount jsonb,
  period jsonb,
  funding jsonb,
  after_exit jsonb,
  received_when jsonb,
  moves jsonb not null,
  overlapping jsonb not null,
  sources jsonb not null,
  examples jsonb not null,
  valid_from date not null,
  valid_to date,
  published_at timestamptz not null default app.now(),
  published_by uuid not null default app.actor(),
  constraint measure_version_once unique (code, version),
  constraint measure_version_from_once unique (code, valid_from),
  constraint measure_version_dates check (valid_from < valid_to),
  -- Only households and persons can be judged.
  constraint measure_version_judged check (level in ('household', 'member') or (eligibility is null and received_when is null))
);
create function app.keep_measure_version() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - 'valid_to' is distinct from to_jsonb(old) - 'valid_to' then
    raise exception 'a published measure version cannot be changed' using errcode = '23514', constraint = 'measure_version_immutable';
  end if;
  return new;
end $$;
create trigger immutable before update on measure_version for each row execute function app.keep_measure_version();
select app.install_reference_table('measure_version');

-- Rules about persons may be published beside those about households, villages and counties.
alter table rule_version drop constraint rule_version_level_check, add constraint rule_version_level_check check (level in ('household', 'member', 'village', 'county'));
`;
