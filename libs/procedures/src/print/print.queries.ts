import type { LocalText, NoticeTexts } from '#domain';

export interface PosterLine {
  county_code: string;
  id: string;
  village_code: string;
  case_id: string;
  pack_code: string;
  pack_name: LocalText;
  pack_source: string;
  poster_name: string;
  poster_village: string;
  poster_head_count: number | null;
  place: string;
  place_detail: string | null;
  opened_on: string;
  closes_on: string | null;
  min_days: number;
  unit: 'calendar' | 'working';
  texts: NoticeTexts | null;
}

const line = `n.county_code, n.id, n.village_code, n.case_id, c.pack_code, p.name as pack_name, p.source as pack_source, n.poster_name, n.poster_village, n.poster_head_count,
  n.place, n.place_detail, n.opened_on, n.closes_on, n.min_days, n.unit, n.texts`;

/** The notices that hang on one sheet: of the same village, procedure and step, posted on the same day. The one that was asked for says how. $1 county, $2 notice. */
export const posterLines = `
select ${line}
from notice a
join case_file ac on ac.county_code = a.county_code and ac.id = a.case_id
join notice n on n.county_code = a.county_code and n.village_code = a.village_code and n.step = a.step and n.opened_on = a.opened_on and n.place = a.place and (n.state <> 'VOID' or n.id = a.id)
join case_file c on c.county_code = n.county_code and c.id = n.case_id and c.pack_code = ac.pack_code
join procedure_pack p on p.id = c.pack_id
where a.county_code = $1 and a.id = $2
order by n.id = a.id desc, n.poster_name, n.id`;

/** $1 county, $2 notices, $3 texts as JSON. */
export const writeTexts = `update notice n set texts = $3::jsonb, version = n.version + 1 where n.county_code = $1 and n.id = any($2::uuid[])`;

export interface AnnouncedLine {
  county_code: string;
  village_code: string;
  pack_code: string;
  pack_name: LocalText;
  pack_source: string;
  name: string;
  division_code: string;
  member_count: number | null;
  decided_on: string;
  case_id: string;
}

/** The approved cases of one announcement: same village, procedure and day of decision. $1 county, $2 case. */
export const announcedLines = `
select c.county_code, c.village_code, c.pack_code, p.name as pack_name, p.source as pack_source, coalesce(h.head_name, '') as name, c.division_code, h.member_count, d.decided_on, c.id as case_id
from case_file a
join case_decision ad on ad.county_code = a.county_code and ad.case_id = a.id and ad.outcome = 'APPROVED'
join case_file c on c.county_code = a.county_code and c.village_code = a.village_code and c.pack_code = a.pack_code
join case_decision d on d.county_code = c.county_code and d.case_id = c.id and d.outcome = 'APPROVED' and d.decided_on = ad.decided_on
join procedure_pack p on p.id = c.pack_id
left join household h on h.county_code = c.county_code and h.id = c.household_id
where a.county_code = $1 and a.id = $2
order by h.head_name, c.id`;

/** The text that the county wrote for the notice of the same case goes on its announcement too. $1 county, $2 case. */
export const textsOfCase = `select n.texts from notice n where n.county_code = $1 and n.case_id = $2 and n.texts is not null order by n.id desc limit 1`;

/** Persons in the household with their relation to its head, for a form: no numbers. $1 county, $2 household. */
export const membersOfForm = `
select m.name, m.relation_to_head, m.gender, extract(year from m.birth_date)::integer as birth_year
from member m where m.county_code = $1 and m.household_id = $2 and m.member_status = 'ACTIVE' order by m.relation_to_head, m.id`;
export interface FormMember {
  name: string;
  relation_to_head: string | null;
  gender: string | null;
  birth_year: number | null;
}
