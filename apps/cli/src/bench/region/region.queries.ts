/**
 * What a region has besides the register, in plain SQL over the synthetic population: numbers of persons and households, two years of
 * quarterly visits, and a closed case of identification and of exit for everybody. Runs without triggers, as a superuser.
 */
export const createIdentities = 'create temp table bench_identity (n integer primary key, hash text not null, masked text not null, born date not null, gender text not null)';
export const copyIdentities = 'copy bench_identity (n, hash, masked, born, gender) from stdin';

/** Persons in the order of the register, each with a number of the list. */
export const numberPersons = `
update member m set name = '员' || p.n, id_no_bidx = i.hash, id_no_masked = i.masked, id_type = 'RESIDENT_ID', birth_date = i.born, gender = i.gender,
  relation_to_head = case m.relation_to_head when '01' then '01' else '99' end
from (select k.county_code, k.id, row_number() over (order by k.county_code, k.id) as n from member k) p
join bench_identity i on i.n = p.n
where m.county_code = p.county_code and m.id = p.id`;

export const numberHouseholds = `
update household h set household_code = 'H' || p.n
from (select k.county_code, k.id, row_number() over (order by k.county_code, k.id) as n from household k) p
where h.county_code = p.county_code and h.id = p.id`;

/** The newest two yearly records as a diligent team fills them in: sums of their items, months of work, nothing blank. */
export const wholeYears = `
update household_year y set wage_migrant_work_fen = y.wage_income_fen, business_other_fen = y.business_income_fen, property_other_fen = y.property_income_fen, transfer_other_fen = y.transfer_income_fen,
  business_cost_other_fen = y.business_cost_fen, member_count = k.persons,
  gross_income_fen = y.wage_income_fen + y.business_income_fen + y.property_income_fen + y.transfer_income_fen,
  net_income_fen = y.wage_income_fen + y.business_income_fen + y.property_income_fen + y.transfer_income_fen - y.business_cost_fen,
  per_capita_income_fen = (y.wage_income_fen + y.business_income_fen + y.property_income_fen + y.transfer_income_fen - y.business_cost_fen) / k.persons,
  is_dilapidated = false, has_production_power = true, has_electricity = true, has_tv = true, distance_to_road_km = 1, road_type = '3', housing_m2 = 60, has_sanitary_toilet = true, fuel_type = '3',
  in_cooperative = true, farmland_mu = 10, forest_mu = 0, grassland_mu = 20
from (select m.county_code, m.household_id, count(*)::integer as persons from member m where m.member_status = 'ACTIVE' group by 1, 2) k
where k.county_code = y.county_code and k.household_id = y.household_id and y.year >= 2019`;
export const wholePersons = `
update member_year y set has_minimum_allowance = false, work_months = case when a.age between 16 and 59 then 6 else 0 end, labour_skill = case when a.age between 16 and 59 then '1' else '4' end
from (select m.county_code, m.id, 2020 - extract(year from m.birth_date)::integer as age from member m) a
where a.county_code = y.county_code and a.id = y.member_id and y.year >= 2019`;
export const countPersons = `
update household h set member_count = k.persons, status = case h.status when 'EXITED_ENTITLED' then 'EXITED_NOT_ENTITLED' else h.status end
from (select m.county_code, m.household_id, count(*)::integer as persons from member m group by 1, 2) k where k.county_code = h.county_code and k.household_id = h.id`;

/** Everybody has had a helper since 2016: those without one by the seeds, one of the county. */
export const earlierPairings = `update pairing p set started_on = '2016-03-01'`;
export const helperOfCounty = `
insert into helper (county_code, id, village_code, name, unit, affiliation, rank, content_hash)
select c.county_code, md5('helper' || c.county_code)::uuid, rpad(c.county_code, 12, '0'), '帮扶责任人', '旗直机关', 'COUNTY', 'STAFF', md5(c.county_code) from (select distinct h.county_code from household h) c`;
export const otherPairings = `
insert into pairing (county_code, id, village_code, household_id, helper_id, helper_name, helper_unit, helper_rank, started_on, content_hash)
select h.county_code, md5(h.id || 'pairing')::uuid, h.village_code, h.id, md5('helper' || h.county_code)::uuid, '帮扶责任人', '旗直机关', 'STAFF', '2016-03-01', md5(h.id || 'pairing')
from household h where not exists (select 1 from pairing p where p.county_code = h.county_code and p.household_id = h.id)`;

/** The visits of the last quarter, once more for each of seven quarters before. */
export const earlierVisits = `
insert into visit (county_code, id, recorded_on, village_code, household_id, way, types, not_home_reason, visited_at, visited_on, recorded_at, visitor_id, visitor_name, visitor_role,
  persons_met, assurances, income_changes, needs, problems, notes, attachment_ids, content_hash)
select v.county_code, md5(v.id || 'q' || q)::uuid, v.recorded_on - 91 * q, v.village_code, v.household_id, v.way, v.types, v.not_home_reason, v.visited_at - make_interval(days => 91 * q), v.visited_on - 91 * q,
  v.recorded_at - make_interval(days => 91 * q), v.visitor_id, v.visitor_name, v.visitor_role, v.persons_met, v.assurances, v.income_changes, v.needs, '[]'::jsonb,
  '第' || q || '季度走访：' || md5(v.id || 'n' || q), v.attachment_ids, v.content_hash
from visit v cross join generate_series(1, 7) q`;

const official = "'00000000-0000-7000-8000-000000000001'::uuid";
/** First day of each kind of case, by household, between 2014 and 2020. */
const started = "make_date(case p.code when 'identification' then 2014 else 2016 + get_byte(uuid_send(h.id), 0) % 5 end, 1 + get_byte(uuid_send(h.id), 8) % 9, 1 + get_byte(uuid_send(h.id), 9) % 28)";

export const cases = `
insert into case_file (county_code, id, village_code, pack_id, pack_code, subject_kind, household_id, division_code, year, status, entered_at, started_by, started_by_name, started_role, started_unit, started_at,
  verdict, decided_at, closed_at)
select h.county_code, md5(h.id || p.code)::uuid, h.village_code, p.id, p.code, 'household', h.id, h.village_code, extract(year from d.day), 'COMPLETED', d.day, ${official}, '经办人', 'village_clerk', '嘎查村', d.day,
  'met', d.day + 50, d.day + 52
from household h
join procedure_pack p on p.code = 'identification' or (p.code = 'household_exit' and h.status like 'EXITED%')
cross join lateral (select ${started} as day) d`;

/** Each step of the pack that nobody skipped, five days apart. */
export const caseEvents = `
insert into case_event (county_code, id, village_code, case_id, household_id, seq, step, action, actor_id, actor_name, actor_role, unit, to_step, at)
select c.county_code, md5(c.id || 's' || s.n)::uuid, c.village_code, c.id, c.household_id, s.n, s.step ->> 'code',
  case s.step ->> 'kind' when 'decision' then 'agree' when 'notice' then 'close_notice' when 'announcement' then 'announce' when 'review_meeting' then 'record_review' else 'submit' end,
  md5(c.id || 'a' || s.n)::uuid, '经办人', 'township_officer', '单位', null, c.started_at + make_interval(days => 5 * s.n::int)
from case_file c
join procedure_pack p on p.id = c.pack_id
cross join lateral jsonb_array_elements(p.content -> 'steps') with ordinality s(step, n)`;

export const caseNotices = `
insert into notice (county_code, id, village_code, case_id, household_id, step, place, poster_name, poster_village, poster_head_count, opened_on, opened_at, min_days, unit, start_day_counts, closes_on, closed_on, state, published_by)
select e.county_code, md5(e.id || 'notice')::uuid, e.village_code, e.case_id, e.household_id, e.step, 'village', '户主', '嘎查村', 3, e.at::date - 12, e.at - interval '12 days', 7, 'calendar', false, e.at::date - 1, e.at::date - 1, 'CLOSED', ${official}
from case_event e where e.action = 'close_notice'`;

export const caseDecisions = `
insert into case_decision (county_code, id, village_code, case_id, household_id, outcome, step, decided_by, decided_by_name, role, unit, decided_on, decided_at)
select e.county_code, md5(e.id || 'decision')::uuid, e.village_code, e.case_id, e.household_id, 'APPROVED', e.step, e.actor_id, e.actor_name, 'county_approver', '旗县', e.at::date, e.at
from case_event e where e.action = 'agree'`;

export interface RegionCounts {
  readonly households: number;
  readonly members: number;
  readonly visits: number;
  readonly cases: number;
  readonly payments: number;
  readonly megabytes: number;
}
export const countRegion = `
select (select count(*) from household)::integer as households, (select count(*) from member)::integer as members, (select count(*) from visit)::integer as visits,
  (select count(*) from case_file)::integer as cases, (select count(*) from payment)::integer as payments, (pg_database_size(current_database()) / 1048576)::integer as megabytes`;
export const regionCounties = 'select distinct h.county_code as code from household h order by 1';
