/** A card of the notice board; `id` is null as long as nothing is posted. */
export interface BoardRow {
  id: string | null;
  case_id: string;
  case_version: number;
  county_code: string;
  division_code: string;
  village_code: string;
  pack_code: string;
  pack_name: { zh: string; en: string };
  step: string;
  place: string | null;
  place_detail: string | null;
  poster_name: string | null;
  poster_village: string | null;
  poster_head_count: number | null;
  opened_on: string | null;
  closes_on: string | null;
  closed_on: string | null;
  min_days: number | null;
  unit: string | null;
  state: string;
  objections: number;
  open_objections: number;
  posting_evidence: boolean;
}

const ofNotice = `n.id, n.case_id, c.version as case_version, n.county_code, c.division_code, n.village_code, c.pack_code, p.name as pack_name, n.step, n.place, n.place_detail, n.poster_name,
  n.poster_village, n.poster_head_count, n.opened_on, n.closes_on, n.closed_on, n.min_days, n.unit, n.state,
  (select count(*)::integer from objection o where o.county_code = n.county_code and o.case_id = n.case_id and o.notice_id = n.id) as objections,
  c.open_objections,
  exists (select 1 from case_evidence v where v.county_code = n.county_code and v.case_id = n.case_id and v.step = n.step) as posting_evidence`;
const board = (lane: string): string => `
select ${ofNotice}
from notice n
join case_file c on c.county_code = n.county_code and c.id = n.case_id
join procedure_pack p on p.id = c.pack_id
where n.village_code >= $1 and n.village_code < $2 and ${lane}
  and ($3::text is null or (n.village_code, n.id) > ($3, $4::uuid))
order by n.village_code, n.id
limit $5`;

/** Lanes of the board. $1 from, $2 to of the division, $3 village and $4 id of the last card, $5 limit, $6 today. */
export const runningLane = board(`n.state = 'RUNNING' and n.closes_on >= $6::date`);
export const contestedLane = board(`n.state in ('RUNNING', 'PAUSED', 'CLOSED') and c.open_objections > 0 and $6::date is not null`);
export const completeLane = board(`n.state = 'RUNNING' and n.closes_on < $6::date`);
export const closedLane = board(`n.state = 'CLOSED' and $6::date is not null`);

/** Cases that wait for a posting. The same parameters. */
export const dueLane = `
select null::uuid as id, c.id as case_id, c.version as case_version, c.county_code, c.division_code, c.village_code, c.pack_code, p.name as pack_name, c.current_step as step, null as place,
  null as place_detail, h.head_name as poster_name, null as poster_village, h.member_count as poster_head_count, null::date as opened_on, null::date as closes_on,
  null::date as closed_on, null::integer as min_days, null as unit, 'DUE' as state, 0 as objections, c.open_objections, false as posting_evidence
from case_file c
join procedure_pack p on p.id = c.pack_id
left join household h on h.county_code = c.county_code and h.id = c.household_id
where c.village_code >= $1 and c.village_code < $2 and c.current_kind = 'notice' and c.status = 'OPEN' and $6::date is not null
  and not exists (select 1 from notice n where n.county_code = c.county_code and n.case_id = c.id and n.step = c.current_step and n.state in ('RUNNING', 'PAUSED'))
  and ($3::text is null or (c.village_code, c.id) > ($3, $4::uuid))
order by c.village_code, c.id
limit $5`;

export interface PosterRow {
  poster_name: string;
  poster_village: string;
  poster_head_count: number | null;
  pack_name: { zh: string; en: string };
  opened_on: string;
  closes_on: string | null;
  min_days: number;
  unit: string;
  place: string;
  place_detail: string | null;
  state: string;
}

/** What is printed. $1 county, $2 notice. */
export const posterOf = `
select n.poster_name, n.poster_village, n.poster_head_count, p.name as pack_name, n.opened_on, n.closes_on, n.min_days, n.unit, n.place, n.place_detail, n.state
from notice n
join case_file c on c.county_code = n.county_code and c.id = n.case_id
join procedure_pack p on p.id = c.pack_id
where n.county_code = $1 and n.id = $2`;
