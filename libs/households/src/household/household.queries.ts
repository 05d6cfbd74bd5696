import { prepared } from '#platform';
import { selectList, type StoredRow } from '../store/columns.js';

/** Household with everything that a page may read. $1 county, $2 id. */
export const findHousehold = prepared(`select ${selectList('household', 'h')} from household h where h.county_code = $1 and h.id = $2`);
export const lockHousehold = `${findHousehold} for update`;

/** With ciphertext: for moves of the whole row, and for unmasking. */
export const findHouseholdWhole = 'select h.* from household h where h.county_code = $1 and h.id = $2';

export interface HouseholdRow extends StoredRow {
  county_code: string;
  id: string;
  village_code: string;
  status: string;
  head_name: string;
  member_count: number;
  version: number;
}

/** Members that are in the household first, in the order of its booklet. $1 county, $2 household. */
export const membersOf = prepared(`
select ${selectList('member', 'm')} from member m
where m.county_code = $1 and m.household_id = $2
order by (m.member_status <> 'ACTIVE'), (m.relation_to_head <> '01'), m.ordinal nulls last, m.id`);
export const wholeMembersOf = 'select m.* from member m where m.county_code = $1 and m.household_id = $2 order by m.id';
export const findWholeMember = 'select m.* from member m where m.county_code = $1 and m.id = $2 for update';

export interface MemberRow extends StoredRow {
  county_code: string;
  id: string;
  village_code: string;
  household_id: string;
  name: string;
  relation_to_head: string;
  member_status: string;
  birth_date: string | null;
  id_no_bidx?: string | null;
  version: number;
}

export const episodesOf = prepared(`
select e.id, e.county_code, e.sequence, e.entry_kind, e.entry_reason, e.entered_on, e.status, e.exited_on, e.not_entitled_on, e.closed_on, e.close_reason,
  e.previous_episode_id, e.entry_case_id, e.exit_case_id
from episode e where e.county_code = $1 and e.household_id = $2 order by e.sequence`);
export interface EpisodeRow {
  id: string;
  county_code: string;
  sequence: number;
  entry_kind: 'IDENTIFIED' | 'RE_ENTRY' | 'IMPORTED';
  entry_reason: string | null;
  entered_on: string;
  status: string;
  exited_on: string | null;
  not_entitled_on: string | null;
  closed_on: string | null;
  close_reason: string | null;
  previous_episode_id: string | null;
  entry_case_id: string | null;
  exit_case_id: string | null;
}

export const linksOf = prepared(`
select l.kind, l.other_county_code, l.other_household_id, l.occurred_on, l.reason
from household_link l where l.county_code = $1 and l.household_id = $2 order by l.occurred_on, l.id`);
export interface LinkRow {
  kind: string;
  other_county_code: string;
  other_household_id: string;
  occurred_on: string;
  reason: string | null;
}

export const recordedYears = prepared('select y.year from household_year y where y.county_code = $1 and y.household_id = $2 and y.superseded_at is null order by y.year');

/** Keeps head and head count true after persons came or went. $1 county, $2 household. */
export const recount = `
update household h
set member_count = a.persons, head_name = coalesce(a.head, h.head_name), version = h.version + 1, updated_at = app.now()
from (
  select count(*)::integer as persons, max(m.name) filter (where m.relation_to_head = '01') as head
  from member m where m.county_code = $1 and m.household_id = $2 and m.member_status = 'ACTIVE'
) a
where h.county_code = $1 and h.id = $2
returning h.version, h.member_count, h.head_name`;

/** Names from the banner down to the village. $1 village codes. */
export const villageNames = prepared(`
select v.code, v.name as village, t.name as township, c.name as county
from division v join division t on t.code = left(v.code, 9) join division c on c.code = left(v.code, 6)
where v.code = any($1)`);
export interface VillageNameRow {
  code: string;
  village: string;
  township: string;
  county: string;
}

/** A village that exists today. $1 code, $2 day. */
export const villageExists = `select 1 as found from division d where d.code = $1 and d.level = 'village' and (d.valid_to is null or d.valid_to > $2::date)`;
