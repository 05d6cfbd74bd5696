/** Work teams. Whole rows go in as JSON. */

/** $1 county, $2 team. */
export const knownTeam = 'select t.content_hash from work_team t where t.county_code = $1 and t.id = $2';
export const insertTeam = 'insert into work_team select r.* from jsonb_populate_record(null::work_team, $1::jsonb) r';
export const insertTeamVillages = 'insert into team_village select r.* from jsonb_populate_recordset(null::team_village, $1::jsonb) r';
export const insertMembers = 'insert into team_member select r.* from jsonb_populate_recordset(null::team_member, $1::jsonb) r';

export const lockTeam = 'select t.* from work_team t where t.county_code = $1 and t.id = $2 for no key update';
export const findTeam = 'select t.* from work_team t where t.county_code = $1 and t.id = $2';
/** Those in the team first. $1 county, $2 team. */
export const membersOfTeam = `
select m.* from team_member m where m.county_code = $1 and m.team_id = $2
order by (m.left_on is not null), (m.role <> 'FIRST_SECRETARY'), (m.role <> 'LEADER'), m.joined_on, m.id`;
export const villagesOfTeam = 'select v.* from team_village v where v.county_code = $1 and v.team_id = $2 order by (not v.is_seat), v.village_code, v.id';

/** $1 county, $2 member, $3 day, $4 reason. */
export const endMember = 'update team_member m set left_on = $3, leave_reason = $4, version = m.version + 1, updated_at = app.now() where m.county_code = $1 and m.id = $2';
/** Keeps the copies in the villages true. $1 county, $2 team, $3 size, $4 first secretary. */
export const refreshVillages = 'update team_village v set size = $3, first_secretary = $4 where v.county_code = $1 and v.team_id = $2 and v.ended_on is null';
/** $1 county, $2 team, $3 day, $4 reason. */
export const endTeam = [
  `update work_team t set status = 'ENDED', ended_on = $3, end_reason = $4, version = t.version + 1, updated_at = app.now() where t.county_code = $1 and t.id = $2`,
  `update team_member m set left_on = $3::date, leave_reason = $4, version = m.version + 1, updated_at = app.now() where m.county_code = $1 and m.team_id = $2 and m.left_on is null`,
  'update team_village v set ended_on = $3::date where v.county_code = $1 and v.team_id = $2 and v.ended_on is null and $4::text is not null',
] as const;

/** Villages with their team: $1 from and $2 to village, $3 county or null, $4 village and $5 id of the cursor, $6 limit. */
export const teamsOfDivision = `
select v.* from team_village v
where v.ended_on is null and v.village_code >= $1 and v.village_code < $2 and ($3::text is null or v.county_code = $3)
  and ($4::text is null or v.village_code >= $4)
  and ($4::text is null or (v.village_code, v.id) > ($4, $5::uuid))
order by v.village_code, v.id limit $6`;

/** Current record of days. $1 county, $2 members, $3 year, $4 month or null. */
export const currentDays = `
select d.* from team_days d where d.county_code = $1 and d.member_id = any($2::uuid[]) and d.year = $3 and ($4::integer is null or d.month = $4) and d.superseded_at is null
order by d.member_id, d.month`;
export const insertDays = 'insert into team_days select r.* from jsonb_populate_recordset(null::team_days, $1::jsonb) r';
/** $1 county, $2 ids. */
export const supersedeDays = 'update team_days d set superseded_at = app.now() where d.county_code = $1 and d.id = any($2::uuid[])';

export interface TeamRow {
  county_code: string;
  id: string;
  village_code: string;
  name: string;
  sending_unit: string;
  sending_affiliation: string | null;
  term_from: string;
  term_to: string;
  short_term_reason: string | null;
  status: 'ACTIVE' | 'ENDED';
  ended_on: string | null;
  end_reason: string | null;
  version: number;
}
export interface TeamVillageRow {
  county_code: string;
  id: string;
  village_code: string;
  team_id: string;
  is_seat: boolean;
  team_name: string;
  sending_unit: string;
  first_secretary: string;
  size: number;
  term_to: string;
  from_on: string;
  ended_on: string | null;
}
export interface TeamMemberRow {
  county_code: string;
  id: string;
  name: string;
  role: string;
  user_id: string | null;
  unit: string | null;
  affiliation: string | null;
  rank: string | null;
  phone_masked: string | null;
  joined_on: string;
  left_on: string | null;
  leave_reason: string | null;
  predecessor_id: string | null;
}
export interface TeamDaysRow {
  id: string;
  member_id: string;
  year: number;
  month: number;
  days: number[];
  day_count: number;
  version: number;
  recorded_by_name: string;
}
