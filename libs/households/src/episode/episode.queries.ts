/** The line of registration that is not closed. $1 county, $2 household. */
export const openEpisode = `
select e.id, e.sequence, e.status, e.entered_on, e.entry_kind, e.entry_reason, e.exited_on, e.not_entitled_on
from episode e where e.county_code = $1 and e.household_id = $2 and e.closed_on is null for update`;
export const lastEpisode = `
select e.id, e.sequence, e.status, e.entered_on, e.entry_kind, e.entry_reason, e.exited_on, e.not_entitled_on
from episode e where e.county_code = $1 and e.household_id = $2 order by e.sequence desc limit 1`;
export interface EpisodeStateRow {
  id: string;
  sequence: number;
  status: string;
  entered_on: string;
  entry_kind: 'IDENTIFIED' | 'RE_ENTRY' | 'IMPORTED';
  entry_reason: string | null;
  exited_on: string | null;
  not_entitled_on: string | null;
}

/** $1 episode as JSON. */
export const insertEpisode = `
insert into episode (county_code, id, village_code, household_id, sequence, entry_kind, entry_reason, entered_on, entry_case_id, status,
  exited_on, exit_case_id, not_entitled_on, closed_on, close_reason, previous_episode_id)
select e.county_code, e.id, e.village_code, e.household_id, e.sequence, e.entry_kind, e.entry_reason, e.entered_on, e.entry_case_id, e.status,
  e.exited_on, e.exit_case_id, e.not_entitled_on, e.closed_on, e.close_reason, e.previous_episode_id
from jsonb_populate_record(null::episode, $1::jsonb) e`;

/** $1 county, $2 episode, $3 status, $4 exited on, $5 exit case, $6 not entitled on. What is null keeps its value. */
export const moveEpisode = `
update episode e
set status = $3, exited_on = coalesce($4::date, e.exited_on), exit_case_id = coalesce($5::uuid, e.exit_case_id),
  not_entitled_on = coalesce($6::date, e.not_entitled_on), version = e.version + 1, updated_at = app.now()
where e.county_code = $1 and e.id = $2`;

/** $1 county, $2 episode, $3 status, $4 closed on, $5 reason. */
export const closeEpisode = `
update episode e set status = $3, closed_on = $4::date, close_reason = $5, version = e.version + 1, updated_at = app.now()
where e.county_code = $1 and e.id = $2`;

export const activeMemberIds = `select m.id from member m where m.county_code = $1 and m.household_id = $2 and m.member_status = 'ACTIVE'`;
