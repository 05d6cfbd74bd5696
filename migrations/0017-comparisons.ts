import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Comparisons with registers of other departments: what was sent, whom it concerns, what a person decided about it. */
export class Comparisons00171763000000017 implements MigrationInterface {
  name = 'Comparisons00171763000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tableSql);
    await runner.query(installSql);
    await runner.query(viewSql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view register_coverage, register_hit, register_match; drop table comparison_coverage, comparison_verdict, comparison_match, comparison_line, comparison');
  }
}

const tableSql = `
-- One list of one register, for one division. Lies at that division.
create table comparison (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  division_code text collate "C" not null,
  register_code text collate "C" not null check (register_code ~ '^[a-z][a-z_]{1,40}$'),
  department text not null,
  purpose_code text not null,
  purpose text not null check (length(trim(purpose)) >= 5),
  -- Day for which the list stands.
  list_on date not null,
  state text not null check (state in ('uploaded', 'needs_mapping', 'ready', 'matching', 'done', 'failed', 'cancelled', 'deleted')),
  file_name text not null,
  file_kind text not null check (file_kind in ('xlsx', 'csv')),
  file_sha256 text not null,
  file_bytes bigint not null,
  encoding text,
  sheet text,
  -- Random name below DATA_DIR/imports; null once the file is deleted.
  stored_name text,
  -- Columns as they were recognised, with masked samples; and which of them stands for what.
  columns jsonb,
  mapping jsonb not null default '{}',
  notes jsonb not null default '[]',
  -- Lines of the list, each in exactly one of the six counts below once the comparison is done.
  rows integer,
  rows_unusable integer,
  matched_by_id integer,
  matched_by_name integer,
  doubtful integer,
  -- Nearly the same as more persons than one would look through: no evidence against any of them.
  too_common integer,
  -- Persons who are in no household of the division: no business of ours, only counted.
  not_ours integer,
  progress smallint not null default 0,
  cancel_requested boolean not null default false,
  failure jsonb,
  -- Who asked for the work that is waiting or running: jobs act as this person, within this territory.
  actor jsonb not null,
  keep_until date not null,
  list_deleted_at timestamptz,
  created_at timestamptz not null default app.now(),
  created_by uuid not null default app.actor(),
  finished_at timestamptz,
  version integer not null default 1,
  constraint comparison_pk primary key (county_code, id),
  constraint comparison_counts check (rows is null or rows = rows_unusable + matched_by_id + matched_by_name + doubtful + too_common + not_ours)
);
create index comparison_list on comparison (village_code, id);

-- The list, without clear numbers; deleted on the day set.
create table comparison_line (
  county_code text collate "C" not null,
  village_code text collate "C" not null,
  comparison_id uuid not null,
  n integer not null,
  name text not null,
  birth_date date,
  id_no_masked text,
  id_no_bidx text,
  -- Keyed hash of what the line says about whom: names the same statement in the next list.
  line_key text not null,
  detail jsonb not null,
  constraint comparison_line_pk primary key (county_code, comparison_id, n),
  constraint comparison_line_comparison foreign key (county_code, comparison_id) references comparison (county_code, id)
);

-- A line concerns one of our persons. Lies with the person.
create table comparison_match (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  comparison_id uuid not null,
  register_code text collate "C" not null,
  list_on date not null,
  line_n integer not null,
  household_id uuid not null,
  member_id uuid not null,
  strength text not null check (strength in ('ID', 'NAME_BIRTH', 'DOUBTFUL')),
  -- Why it is doubtful: the number is the same and the name another, several persons fit, or the birth dates differ in one part.
  doubt text check (doubt in ('OTHER_NAME', 'AMBIGUOUS', 'BIRTH_NEAR')),
  -- Person and statement; what was decided under it holds for later lists too.
  match_key text collate "C" not null,
  -- What the list says of the person; forgotten together with its lines unless the match was found true.
  list_name text,
  list_birth_date date,
  list_id_no_masked text,
  detail jsonb not null,
  constraint comparison_match_pk primary key (county_code, id),
  constraint comparison_match_once unique (county_code, comparison_id, line_n, member_id),
  constraint comparison_match_doubt check ((strength = 'DOUBTFUL') = (doubt is not null))
);
create index comparison_match_inbox on comparison_match (comparison_id, line_n, id);
create index comparison_match_key on comparison_match (county_code, register_code, match_key);
create index comparison_match_household on comparison_match (county_code, household_id);

-- What a person decided; the newest holds.
create table comparison_verdict (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  register_code text collate "C" not null,
  match_key text collate "C" not null,
  match_id uuid not null,
  verdict text not null check (verdict in ('TRUE', 'FALSE_ALARM', 'OPEN')),
  reason text not null,
  recheck_on date,
  decided_at timestamptz not null default app.now(),
  decided_by uuid not null default app.actor(),
  constraint comparison_verdict_pk primary key (county_code, id),
  constraint comparison_verdict_match foreign key (county_code, match_id) references comparison_match (county_code, id)
);
create index comparison_verdict_key on comparison_verdict (county_code, register_code, match_key, decided_at);
create index comparison_verdict_due on comparison_verdict (village_code, recheck_on) where recheck_on is not null;

-- A finished comparison says something about the villages from from_code up to (not including) to_code of a county.
create table comparison_coverage (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  register_code text collate "C" not null,
  comparison_id uuid not null,
  list_on date not null,
  from_code text collate "C" not null,
  to_code text collate "C" not null,
  -- The list was deleted: nobody can say any more who is not on it.
  expired_at timestamptz,
  constraint comparison_coverage_pk primary key (county_code, id),
  constraint comparison_coverage_once unique (county_code, comparison_id)
);
create index comparison_coverage_register on comparison_coverage (county_code, register_code, list_on);
`;

const installSql = `
select app.install_case_table('comparison');
select app.install_case_table('comparison_line', audited => false, deletable => true, note => 'a list of another department, deleted after the days set; the comparison that it belongs to is audited');
select app.install_case_table('comparison_match', audited => false, note => 'derived from the list and the register of members; what is decided about it is audited');
select app.install_case_table('comparison_verdict');
select app.install_case_table('comparison_coverage', audited => false, note => 'derived: which villages a finished comparison speaks of');
revoke update on comparison_line, comparison_verdict from bangfu_app;
-- A verdict is never changed, but it goes with its household to another village.
grant update (village_code) on comparison_verdict to bangfu_app;
`;

const viewSql = `
-- Matches of the newest list that covers the person's village, with the newest verdict. Expired: the list is deleted since.
create view register_match with (security_invoker = true) as
select m.county_code, m.village_code, m.household_id, m.member_id, m.register_code, m.comparison_id, m.list_on, m.detail, m.strength, m.doubt, m.id as match_id,
  m.match_key, v.verdict, c.expired_at is not null as expired
from comparison_match m
join comparison_coverage c on c.county_code = m.county_code and c.comparison_id = m.comparison_id
left join (
  select distinct on (d.county_code, d.register_code, d.match_key) d.county_code, d.register_code, d.match_key, d.verdict
  from comparison_verdict d order by d.county_code, d.register_code, d.match_key, d.decided_at desc, d.id desc
) v on v.county_code = m.county_code and v.register_code = m.register_code and v.match_key = m.match_key
where not exists (
  select 1 from comparison_coverage n
  where n.county_code = c.county_code and n.register_code = c.register_code and (n.list_on, n.id) > (c.list_on, c.id)
    and m.village_code >= n.from_code and m.village_code < n.to_code
);

-- What may be held against a person: the same document number unless found a false alarm, and whatever was found true.
create view register_hit with (security_invoker = true) as
select r.county_code, r.village_code, r.household_id, r.member_id, r.register_code, r.comparison_id, r.list_on, r.detail, r.strength
from register_match r
where r.verdict = 'TRUE' or (r.strength = 'ID' and not r.expired and r.verdict is distinct from 'FALSE_ALARM');

-- Where a list stands for the person who is not on it: compared, not deleted since, and no newer list in its place.
create view register_coverage with (security_invoker = true) as
select c.county_code, c.id, c.village_code, c.register_code, c.comparison_id, c.list_on, c.from_code, c.to_code
from comparison_coverage c
where c.expired_at is null and not exists (
  select 1 from comparison_coverage n
  where n.county_code = c.county_code and n.register_code = c.register_code and (n.list_on, n.id) > (c.list_on, c.id)
    and n.from_code <= c.from_code and n.to_code >= c.to_code
);
grant select on register_match, register_hit, register_coverage to bangfu_app;
`;
