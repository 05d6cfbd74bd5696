import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tasksSql } from './0010-teams/tasks.sql.js';
import { teamsSql } from './0010-teams/teams.sql.js';
import { visitsSql } from './0010-teams/visits.sql.js';

/**
 * Field work: work teams with their days, helper pairings, visits, tasks and risk clues. Visits and the log of tasks are
 * append-only: the application holds no right to change or delete them.
 */
export class Teams00101763000000010 implements MigrationInterface {
  name = 'Teams00101763000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(teamsSql);
    await runner.query(visitsSql);
    await runner.query(tasksSql);
    await runner.query(installSql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table task_event, task, risk_clue, visit, pairing, helper, team_days, team_member, team_village, work_team; drop function app.keep_visit, app.carry_visits, app.carry_task_events');
    await runner.query("delete from app.case_table where name in ('task_event', 'task', 'risk_clue', 'visit', 'pairing', 'helper', 'team_days', 'team_member', 'team_village', 'work_team')");
  }
}

const installSql = `
select app.install_case_table('work_team');
select app.install_case_table('team_village');
select app.install_case_table('team_member');
select app.install_case_table('team_days');
select app.install_case_table('helper');
select app.install_case_table('pairing');
select app.install_case_table('visit');
select app.install_case_table('task');
select app.install_case_table('task_event');
select app.install_case_table('risk_clue');
revoke update on visit, task_event from bangfu_app;
create trigger immutable before update or delete on visit for each row execute function app.keep_visit();
-- As a visit, an entry of the log follows the household to its village and changes in nothing else.
create trigger immutable before update or delete on task_event for each row execute function app.keep_visit();
create function app.carry_task_events(p_county text, p_household uuid, p_village text) returns void
language sql volatile security definer set search_path = public, app, pg_temp as $$
  update task_event set village_code = p_village where county_code = p_county and household_id = p_household and village_code <> p_village
$$;
revoke execute on function app.carry_visits, app.carry_task_events from public;
grant execute on function app.carry_visits, app.carry_task_events to bangfu_app;
`;
