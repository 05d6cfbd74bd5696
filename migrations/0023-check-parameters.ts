import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Numbers of a check can be set without a release, also where it is a statement: the statement is carried over, never given. */
export class CheckParameters00231763000000023 implements MigrationInterface {
  name = 'CheckParameters00231763000000023';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function app.set_check_parameters(p_version uuid, p_id uuid, p_values jsonb, p_origin text, p_basis jsonb, p_from date) returns void
      language plpgsql security definer set search_path = public, app, pg_temp as $$
      begin
        perform app.require_actor();
        insert into check_version (id, code, version, ordinal, severity, room, subject, name, meaning, basis, parameters, registers, reach, shown, rule_level, rule, examples, sql, sql_sha256, valid_from, valid_to)
        select p_id, v.code, v.version + 1, v.ordinal, v.severity, v.room, v.subject, v.name, v.meaning, v.basis || p_basis,
          (select jsonb_agg(case when p_values ? (e ->> 'name') then e || jsonb_build_object('value', p_values -> (e ->> 'name'), 'origin', p_origin) else e end order by n)
           from jsonb_array_elements(v.parameters) with ordinality t(e, n)),
          v.registers, v.reach, v.shown, v.rule_level, v.rule, v.examples, v.sql, v.sql_sha256, p_from, v.valid_to
        from check_version v where v.id = p_version;
        update check_version v set valid_to = p_from where v.id = p_version and v.valid_to is null;
      end $$;
      revoke execute on function app.set_check_parameters(uuid, uuid, jsonb, text, jsonb, date) from public;
      grant execute on function app.set_check_parameters(uuid, uuid, jsonb, text, jsonb, date) to bangfu_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.set_check_parameters(uuid, uuid, jsonb, text, jsonb, date)');
  }
}
