import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Offline work: devices, their operations with the answer each one got, contested fields, and tombstones. A device belongs to one
 * person under one grant, so its rows lie in one village (or township) and one county.
 */
export class Sync00151763000000015 implements MigrationInterface {
  name = 'Sync00151763000000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(deviceSql);
    await runner.query(operationSql);
    await runner.query(changeSql);
    await runner.query(installSql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger tombstones on household; drop function app.bury_household; drop table sync_policy, sync_tombstone, contested_field, sync_settlement, sync_operation, sync_gap, device_line, device');
  }
}

const deviceSql = `
create table device (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  user_id uuid not null constraint device_user references app_user (id),
  grant_id uuid not null constraint device_grant references role_grant (id),
  user_name text not null,
  division_code text collate "C" not null,
  -- Minted by the application when it is set up: a registration that is sent again finds the same device.
  installation_id uuid not null,
  label text,
  registered_at timestamptz not null default app.now(),
  revoked_at timestamptz,
  revoked_by uuid,
  revoke_reason text,
  version integer not null default 1,
  constraint device_pk primary key (county_code, id),
  constraint device_installation unique (county_code, grant_id, installation_id)
);
create index device_village on device (village_code);

-- The line in which a device's operations stand. Numbers up to last_seq have been answered for good.
create table device_line (
  county_code text collate "C" not null,
  device_id uuid not null,
  village_code text collate "C" not null,
  last_seq bigint not null default 0 check (last_seq >= 0),
  -- Highest number that came in, also above a gap.
  highest_seq bigint not null default 0,
  -- What the device said of itself at its last contact; only the last one is kept, nobody's times are followed.
  last_contact_at timestamptz,
  app_version text,
  pending_operations integer check (pending_operations >= 0),
  pending_files integer check (pending_files >= 0),
  oldest_pending_at timestamptz,
  constraint device_line_pk primary key (county_code, device_id),
  constraint device_line_device foreign key (county_code, device_id) references device (county_code, id)
);

-- Numbers that a device no longer holds (restored server, wiped storage): they will never come, and that is on record.
create table sync_gap (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  device_id uuid not null,
  from_seq bigint not null,
  to_seq bigint not null,
  noticed_at timestamptz not null default app.now(),
  constraint sync_gap_pk primary key (county_code, id),
  constraint sync_gap_range check (from_seq <= to_seq),
  constraint sync_gap_device foreign key (county_code, device_id) references device (county_code, id)
);
create index sync_gap_of_device on sync_gap (county_code, device_id);
`;

const operationSql = `
-- One row for each operation that was answered for good. Its id is the operation's own: once in, never twice.
create table sync_operation (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  device_id uuid not null,
  -- Null when somebody else handed the operation in for its device.
  device_seq bigint,
  kind text collate "C" not null,
  entity_id uuid,
  base_version integer,
  -- As the device's clock had it; shown, never trusted.
  occurred_at timestamptz,
  received_at timestamptz not null default app.now(),
  clock_suspect boolean not null default false,
  schema_version integer not null,
  code_list_version text,
  content_hash text not null,
  status text not null check (status in ('applied', 'conflict', 'rejected')),
  code text,
  result jsonb not null,
  -- Kept of what was not applied, sealed with the field key, so that the township can take it up.
  payload_enc text,
  actor_id uuid not null default app.actor(),
  constraint sync_operation_pk primary key (county_code, id),
  constraint sync_operation_seq unique (county_code, device_id, device_seq),
  constraint sync_operation_device foreign key (county_code, device_id) references device (county_code, id)
);
create index sync_operation_kept on sync_operation (village_code, id) where status = 'rejected';

-- Refused work that somebody has taken up or laid aside, with what became of it.
create table sync_settlement (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  outcome text not null check (outcome in ('TAKEN_UP', 'LAID_ASIDE')),
  note text not null,
  settled_by uuid not null default app.actor(),
  settled_by_name text not null,
  settled_at timestamptz not null default app.now(),
  constraint sync_settlement_pk primary key (county_code, id),
  constraint sync_settlement_operation foreign key (county_code, id) references sync_operation (county_code, id)
);

-- A field that two people changed apart from each other: the record keeps what it has, the other value waits here.
create table contested_field (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  household_id uuid not null,
  entity text not null check (entity in ('household', 'member', 'householdYear', 'memberYear')),
  -- The household or the member; years are found by member or household and year.
  entity_id uuid not null,
  year smallint,
  field text not null,
  operation_id uuid not null,
  device_id uuid not null,
  base_value jsonb,
  recorded_value jsonb,
  recorded_version integer not null,
  proposed_value jsonb,
  -- Clear form of a proposed value that is stored encrypted; proposed_value is its masked form then.
  proposed_enc text,
  proposed_by uuid not null,
  proposed_by_name text not null,
  occurred_at timestamptz,
  received_at timestamptz not null default app.now(),
  reason text,
  status text not null default 'OPEN' check (status in ('OPEN', 'CHOSEN')),
  choice text check (choice in ('recorded', 'proposed')),
  chosen_by uuid,
  chosen_by_name text,
  chosen_at timestamptz,
  version integer not null default 1,
  constraint contested_field_pk primary key (county_code, id),
  constraint contested_field_once unique (county_code, operation_id, entity, entity_id, field),
  constraint contested_field_choice check ((status = 'CHOSEN') = (choice is not null and chosen_at is not null)),
  constraint contested_field_household foreign key (county_code, household_id) references household (county_code, id)
);
create index contested_field_open on contested_field (village_code, id) where status = 'OPEN';
create index contested_field_of_household on contested_field (county_code, household_id);
`;

const changeSql = `
-- What a village's devices must forget: a household that left the village.
create table sync_tombstone (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  entity text not null check (entity in ('household')),
  entity_id uuid not null,
  buried_at timestamptz not null default app.now(),
  constraint sync_tombstone_pk primary key (county_code, id)
);
create index sync_tombstone_village on sync_tombstone (county_code, village_code);
create function app.bury_household() returns trigger language plpgsql security definer set search_path = public, app, pg_temp as $$
begin
  insert into sync_tombstone (county_code, id, village_code, entity, entity_id)
  select o.county_code, app.uuid_v7(), o.village_code, 'household', o.id
  from old_rows o join new_rows n on n.county_code = o.county_code and n.id = o.id
  where n.village_code <> o.village_code;
  return null;
end $$;
revoke execute on function app.bury_household() from public;
create trigger tombstones after update on household referencing old table as old_rows new table as new_rows for each statement execute function app.bury_household();

-- What the operator sets: which builds of the field application may still speak, and how old a cursor may be.
create table sync_policy (
  id text constraint sync_policy_pk primary key default 'sync' check (id = 'sync'),
  min_app_version text not null default '0.0.0' check (min_app_version ~ '^[0-9]{1,4}(\\.[0-9]{1,4}){2}$'),
  cursor_days integer not null default 30 check (cursor_days between 1 and 400)
);
insert into sync_policy default values;
`;

const installSql = `
select app.install_case_table('device');
select app.install_case_table('device_line', audited => false, note => 'counters; each operation leaves an event of its own');
select app.install_case_table('sync_gap');
select app.install_case_table('sync_operation', audited => false, note => 'append-only itself; each row is recorded as an event without its content');
select app.install_case_table('sync_settlement');
select app.install_case_table('contested_field');
select app.install_case_table('sync_tombstone', audited => false, note => 'derived from audited moves of households');
select app.install_reference_table('sync_policy');
revoke update on sync_operation, sync_gap, sync_settlement, sync_tombstone from bangfu_app;
-- A device is its owner's wherever the owner works now: unsent work of an ended grant must find it.
create policy own on device for select using (user_id = (select app.actor()));
`;
