import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The state of a session, asked for in the same round trip that begins the transaction of a request. */
export class SessionState00081763000000008 implements MigrationInterface {
  name = 'SessionState00081763000000008';

  async up(runner: QueryRunner): Promise<void> {
    // User, grant, role, division, whether it was not used for a minute, and the name (which may hold spaces, so it is last). Null
    // when it is revoked, expired, idle, disabled or never was. plpgsql, so that its plan is kept by the connection.
    await runner.query(`
create function app.session_state(p_hash text, p_idle_minutes integer) returns text language plpgsql stable as $$
begin
  return (
    select concat_ws(' ', s.user_id, s.grant_id, g.role, g.division_code, s.last_seen_at < now() - interval '1 minute', u.display_name)
    from user_session s
    join role_grant g on g.id = s.grant_id
    join app_user u on u.id = s.user_id
    where s.id_hash = p_hash and s.revoked_at is null and s.expires_at > now() and s.last_seen_at > now() - make_interval(mins => p_idle_minutes)
      and u.status = 'ACTIVE' and g.revoked_at is null and g.valid_from <= app.today() and (g.valid_to is null or g.valid_to >= app.today())
  );
end $$;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.session_state(text, integer)');
  }
}
