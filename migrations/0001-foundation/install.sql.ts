/** How a table joins: territory, rights, triggers. */
export const installSql = `
-- The list of installed tables: laws are tested against it and triggers can be reinstalled from it.
create table app.case_table (name text primary key, audited boolean not null, dirty boolean not null, deletable boolean not null, note text);
create table app.reference_table (name text primary key, audited boolean not null, note text);
grant select on app.case_table, app.reference_table to bangfu_app;

create function app.install_case_table(p_table text, audited boolean default true, dirty text default null, deletable boolean default false, note text default null)
returns void language plpgsql as $$
begin
  insert into app.case_table values (p_table, audited, dirty is not null, deletable, note);
  execute format('alter table %I enable row level security', p_table);
  execute format('alter table %I force row level security', p_table);
  execute format('create policy territory on %I using (village_code >= (select app.scope_from()) and village_code < (select app.scope_to()))
    with check (village_code >= (select app.scope_from()) and village_code < (select app.scope_to()))', p_table);
  execute format('grant select, insert, update %s on %I to bangfu_app', case when deletable then ', delete' else '' end, p_table);
  execute format('alter table %I add constraint %I check (county_code ~ ''^[0-9]{6}$''), add constraint %I check (village_code ~ ''^[0-9]{12}$'')',
    p_table, p_table || '_county_code', p_table || '_village_code');
  if audited then
    execute format('create trigger audit_insert after insert on %I referencing new table as new_rows for each statement execute function app.audit_case_insert(%L)', p_table, p_table);
    execute format('create trigger audit_update after update on %I referencing old table as old_rows new table as new_rows for each statement execute function app.audit_case_update(%L)', p_table, p_table);
    execute format('create trigger audit_delete after delete on %I referencing old table as old_rows for each statement execute function app.audit_case_delete(%L)', p_table, p_table);
  end if;
  if dirty is not null then
    execute format('create trigger dirty_insert after insert on %I referencing new table as new_rows for each statement execute function app.mark_dirty_new(%L)', p_table, dirty);
    execute format('create trigger dirty_update after update on %I referencing old table as old_rows new table as new_rows for each statement execute function app.mark_dirty_both(%L)', p_table, dirty);
    execute format('create trigger dirty_delete after delete on %I referencing old table as old_rows for each statement execute function app.mark_dirty_old(%L)', p_table, dirty);
  end if;
end $$;

create function app.install_reference_table(p_table text, audited boolean default true, hidden text default '', key_column text default 'id', note text default null)
returns void language plpgsql as $$
begin
  insert into app.reference_table values (p_table, audited, note);
  execute format('grant select, insert, update on %I to bangfu_app', p_table);
  if audited then
    execute format('create trigger audit after insert or update or delete on %I for each row execute function app.audit_reference(%L, %L, %L)', p_table, p_table, hidden, key_column);
  end if;
end $$;

select app.install_case_table('dirty_village', audited => false, deletable => true, note => 'append-only work list, derived');
-- Triggers run with the owner's rights: nobody but them may call these directly.
revoke execute on all functions in schema app from public;
grant execute on function app.setting, app.scope_from, app.scope_to, app.audit_scope_from, app.audit_scope_to, app.actor, app.actor_role, app.now, app.today,
  app.uuid_v7, app.county_of, app.region_row, app.move_clock, app.seal_audit, app.unsealed_counties, app.record_event, app.require_actor, app.touch,
  app.row_digest, app.chain_step to bangfu_app;
grant execute on function app.chain(bytea) to bangfu_app;
`;
