/**
 * What happened to a household, latest first: its own rows and those of its persons, years, episodes and links.
 * $1 county, $2 household, $3 not after, $4 cursor (audit id) or null, $5 limit.
 */
export const timeline = `
select a.id, a.at, a.op, a.table_name, a.row_id, a.payload::jsonb as payload, a.actor_role, u.display_name as actor_name
from audit_log a left join app_user u on u.id = a.actor_id
where a.county_code = $1 and a.household_id = $2 and a.op in ('INSERT', 'UPDATE', 'DELETE', 'LIFE_EVENT')
  and date_trunc('milliseconds', a.at) <= $3 and ($4::uuid is null or a.id < $4)
order by a.id desc limit $5`;

export interface TimelineRow {
  id: string;
  at: Date;
  op: 'INSERT' | 'UPDATE' | 'DELETE' | 'LIFE_EVENT';
  table_name: string;
  row_id: string;
  payload: { before?: Record<string, unknown>; after?: Record<string, unknown> } & Record<string, unknown>;
  actor_role: string;
  actor_name: string | null;
}

/**
 * The last image of each row that was recorded by a moment. Pages show milliseconds, so the moment is compared in them;
 * several writes of one row in one transaction are told apart by its version. $1 county, $2 household, $3 moment.
 */
export const imagesAt = `
select distinct on (a.table_name, a.row_id) a.table_name, a.payload::jsonb -> 'after' as image
from audit_log a
where a.county_code = $1 and a.household_id = $2 and a.op in ('INSERT', 'UPDATE') and date_trunc('milliseconds', a.at) <= $3
  and a.table_name in ('household', 'member', 'household_year', 'member_year', 'episode', 'household_link')
order by a.table_name, a.row_id, a.at desc, (a.payload::jsonb -> 'after' ->> 'version')::integer desc nulls last, a.id desc`;

export interface ImageRow {
  table_name: string;
  image: Record<string, unknown>;
}

/** Names under which the changes of a timeline are shown. $1 county, $2 household. */
export const memberNames = 'select m.id, m.name from member m where m.county_code = $1 and m.household_id = $2';
export const memberOfYears = `
select y.id, m.name from member_year y join member m on m.county_code = y.county_code and m.id = y.member_id where y.county_code = $1 and y.household_id = $2`;
