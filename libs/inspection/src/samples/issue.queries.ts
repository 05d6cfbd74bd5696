import { liveHolder } from '#accounts';

/** Inspectors among these users, with the divisions of their grants. $1 users. */
export const inspectorGrants = `
select g.user_id, g.division_code from role_grant g join app_user u on u.id = g.user_id
where g.user_id = any($1::uuid[]) and g.role = 'inspector' and ${liveHolder('g', 'u')}`;
export interface GrantRow {
  readonly user_id: string;
  readonly division_code: string;
}

/** Whom units can be given to: inspectors above, in or below the division of the sample. $1 division. */
export const inspectorsOf = `
select u.id as user_id, u.display_name, array_agg(g.division_code order by g.division_code) as divisions
from role_grant g join app_user u on u.id = g.user_id
where g.role = 'inspector' and ${liveHolder('g', 'u')}
  and (starts_with(g.division_code, $1) or starts_with($1, g.division_code))
group by u.id, u.display_name order by u.display_name, u.id`;
export interface InspectorRow {
  readonly user_id: string;
  readonly display_name: string;
  readonly divisions: string[];
}

/** Hands out units. $1 county, $2 sample, $3 [{ordinal, assignee}] as JSON. */
export const assignUnits = `
update sample_unit u set state = 'ISSUED', assignee_id = a.assignee, issued_at = app.now()
from jsonb_to_recordset($3::jsonb) a(ordinal integer, assignee uuid)
where u.county_code = $1 and u.sample_id = $2 and u.ordinal = a.ordinal and u.state = 'DRAWN'
returning u.ordinal`;

/** A task where the household lies for each of these units. $1 county, $2 sample, $3 ordinals, $4 name, $5 year, $6 opens at. */
export const insertTasks = `
insert into sample_task (county_code, id, village_code, sample_county, sample_id, ordinal, stratum, sample_name, year, household_id, assignee_id, opens_at)
select u.household_county, app.uuid_v7(), u.household_village, u.county_code, u.sample_id, u.ordinal, u.stratum, $4, $5, u.household_id, u.assignee_id, $6
from sample_unit u where u.county_code = $1 and u.sample_id = $2 and u.ordinal = any($3::integer[])`;

/** The next one of the same stratum (and village) that was not used: nobody chooses, none is skipped. $1 county, $2 sample, $3 ordinal. */
export const nextReplacement = `
select r.ordinal, r.household_village from sample_unit u
join sample_unit r on r.county_code = u.county_code and r.sample_id = u.sample_id and r.role = 'REPLACEMENT' and r.state = 'DRAWN'
  and r.stratum = u.stratum and r.cluster is not distinct from u.cluster
where u.county_code = $1 and u.sample_id = $2 and u.ordinal = $3
order by r.ordinal limit 1`;

export const replaceUnit = `
update sample_unit u set state = 'REPLACED', replaced_by = $4, replace_reason = $5 where u.county_code = $1 and u.sample_id = $2 and u.ordinal = $3`;
export const endTask = `
update sample_task t set state = 'REPLACED' where t.county_code = $1 and t.sample_id = $2 and t.ordinal = $3`;

/** The unit with its task, which is locked: nobody answers meanwhile. $1 county and $2 sample of the unit, $3 ordinal. */
export const issuedUnit = `
select u.ordinal, u.household_county, u.household_village, u.assignee_id, t.id as task_id, t.state as task_state
from sample_unit u join sample_task t on t.county_code = u.household_county and t.sample_id = u.sample_id and t.ordinal = u.ordinal
where u.county_code = $1 and u.sample_id = $2 and u.ordinal = $3 and u.state = 'ISSUED' for update of t`;
export interface IssuedUnit {
  readonly ordinal: number;
  readonly household_county: string;
  readonly household_village: string;
  readonly assignee_id: string;
  readonly task_id: string;
  readonly task_state: string;
}

/** Tasks of the sample that nobody finished; counties of its units. $1 county, $2 sample. */
export const openTasks = `
select count(*)::integer as open from sample_unit u
join sample_task t on t.county_code = u.household_county and t.sample_id = u.sample_id and t.ordinal = u.ordinal
where u.county_code = $1 and u.sample_id = $2 and t.state in ('OPEN', 'FAILED')`;
export const closeSecret = 'update sample_secret s set closed_at = app.now() where s.county_code = $1 and s.id = $2';
export const closeUnits = 'update sample_unit u set closed_at = app.now() where u.county_code = $1 and u.sample_id = $2';
export const closeTasks = `
update sample_task t set closed_at = app.now() from sample_unit u
where u.county_code = $1 and u.sample_id = $2 and t.county_code = u.household_county and t.sample_id = u.sample_id and t.ordinal = u.ordinal`;
