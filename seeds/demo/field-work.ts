import type { Client } from 'pg';

export interface FieldWorkReport {
  teams: number;
  pairings: number;
  visits: number;
  tasks: number;
  clues: number;
}

/** A number from 0 to `n` - 1 that is the same for the same words on every machine. */
const pick = (words: string, n: number) => `((('x' || substr(md5(${words}), 1, 7))::bit(28)::int) % ${n})`;
const hash = (words: string) => `encode(sha256(convert_to(${words}, 'UTF8')), 'hex')`;
const one = (values: readonly string[], words: string) => `(array[${values.map((value) => `'${value}'`).join(', ')}])[1 + ${pick(words, values.length)}]`;

const surnames = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴', '白', '包'];
const given = ['建军', '海燕', '志强', '乌云', '巴图', '秀兰', '文斌', '塔娜', '国庆', '丽华'];
const name = (words: string) => `(${one(surnames, `${words} || 's'`)} || ${one(given, `${words} || 'g'`)})`;
const units = ['旗教育局', '旗水利局', '旗农牧局', '旗卫生健康委', '旗住建局', '自治区农业银行', '盟财政局'];
/** Households of a case have no number yet. */
const label = 'coalesce(h.household_code, h.head_name)';
const poor = "('REGISTERED', 'PRE_EXIT', 'RETURNED')";

/** A team of three or four in every village with poor households, since the beginning of last year; the demo accounts are of theirs. */
const teams = `
with village as (
  select distinct h.county_code, h.village_code from household h where h.status in ${poor}
), team as (
  insert into work_team (county_code, id, village_code, name, sending_unit, sending_affiliation, term_from, term_to, content_hash)
  select v.county_code, app.uuid_v7(), v.village_code, d.name || '驻村工作队', ${one(units, 'v.village_code')}, 'COUNTY',
    make_date(extract(year from app.today())::int - 1, 1, 1), make_date(extract(year from app.today())::int + 1, 12, 31), ${hash('v.village_code')}
  from village v join division d on d.code = v.village_code
  returning *
), person as (
  select t.*, app.uuid_v7() as member_id, n, case when n = 1 then 'FIRST_SECRETARY' else 'MEMBER' end as role, u.id as user_id,
    coalesce(u.display_name, ${name("t.village_code || 'm' || n")}) as member_name
  from team t cross join generate_series(1, 4) n
  left join app_user u on t.village_code = '150125100201' and u.username = (array['team', 'team2'])[n]
  where n <= 3 or ${pick("t.village_code || '4'", 2)} = 0
), member as (
  insert into team_member (county_code, id, village_code, team_id, name, role, user_id, unit, affiliation, rank, joined_on)
  select p.county_code, p.member_id, p.village_code, p.id, p.member_name, p.role, p.user_id, p.sending_unit, 'COUNTY', case when n = 1 then 'SECTION_DEPUTY' else 'STAFF' end, p.term_from
  from person p
)
insert into team_village (county_code, id, village_code, team_id, is_seat, team_name, sending_unit, first_secretary, size, term_to, from_on)
select p.county_code, app.uuid_v7(), p.village_code, p.id, true, p.name, p.sending_unit, max(p.member_name) filter (where p.n = 1), count(*), p.term_to, p.term_from
from person p group by p.county_code, p.id, p.village_code, p.name, p.sending_unit, p.term_to, p.term_from`;

/** Days of the last two whole months, about twenty a month. */
const days = `
insert into team_days (county_code, id, village_code, team_id, member_id, year, month, days, day_count, version, recorded_by, recorded_by_name, recorded_at)
select m.county_code, app.uuid_v7(), m.village_code, m.team_id, m.id, extract(year from s.first)::int, extract(month from s.first)::int, s.days, cardinality(s.days), 1,
  coalesce(m.user_id, m.id), m.name, app.now()
from team_member m
cross join lateral (
  select first, (select array_agg(d::smallint order by d) from generate_series(1, 28) d where ${pick("m.village_code || m.name || first || d", 10)} < 7) as days
  from (select (date_trunc('month', app.today()) - make_interval(months => back))::date as first from generate_series(1, 2) back) f
) s
where m.joined_on <= s.first and m.village_code like '150125%'`;

/** About four in five poor households have a helper; one helper has one to six households of one township. */
const pairings = `
with chosen as (
  select h.county_code, h.village_code, h.id, ${label} as household_code,
    left(h.village_code, 9) || '-' || ((row_number() over (partition by left(h.village_code, 9) order by ${label})) / 4) as desk
  from household h where h.status in ${poor} and ${pick(`${label} || 'p'`, 5)} > 0
), desk as (
  select distinct c.county_code, c.desk from chosen c
), made as (
  insert into helper (county_code, id, village_code, name, unit, affiliation, rank, content_hash)
  select d.county_code, app.uuid_v7(), rpad(d.county_code, 12, '0'), ${name('d.desk')}, ${one(units, "d.desk || 'u'")}, 'COUNTY',
    ${one(['SECTION_CHIEF', 'SECTION_DEPUTY', 'STAFF', 'STAFF', 'CLERK'], "d.desk || 'r'")}, ${hash('d.desk')}
  from desk d returning *
)
insert into pairing (county_code, id, village_code, household_id, helper_id, helper_name, helper_unit, helper_rank, started_on, content_hash)
select c.county_code, app.uuid_v7(), c.village_code, c.id, m.id, m.name, m.unit, m.rank, make_date(extract(year from app.today())::int - 1, 3, 1), ${hash("c.id::text || m.id::text")}
from chosen c join made m on m.county_code = c.county_code and m.content_hash = ${hash('c.desk')}`;

const answers = (words: string) => `(
  select jsonb_agg(jsonb_build_object('item', i.item, 'state', case when ${pick(`${words} || i.item`, 40)} = 0 then 'PROBLEM' when ${pick(`${words} || i.item`, 40)} = 1 then 'UNCLEAR' else 'OK' end,
    'carried', false, 'count', 0) order by i.n)
  from unnest(array['FOOD', 'CLOTHING', 'EDUCATION', 'MEDICAL', 'HOUSING', 'WATER', 'INCOME']) with ordinality i(item, n))`;

/** One or two visits of most poor households within the last ninety days, by the first secretary; a problem becomes a task. */
const visits = `
insert into visit (county_code, id, recorded_on, village_code, household_id, way, types, not_home_reason, visited_at, visited_on, recorded_at, visitor_id, visitor_name, visitor_role,
  persons_met, assurances, income_changes, needs, problems, notes, attachment_ids, content_hash)
select v.county_code, app.uuid_v7(), v.day, v.village_code, v.household_id, v.way, array[${one(['SITUATION', 'POLICY', 'FUNDS_PROJECTS', 'HANDBOOK'], 'v.words')}],
  case when v.way = 'NOT_HOME' then '外出务工' end, v.day + time '10:30', v.day, v.day + time '18:00', v.visitor_id, v.visitor_name, 'team_member',
  case when v.way = 'NOT_HOME' then '{}'::uuid[] else array(select m.id from member m where m.county_code = v.county_code and m.household_id = v.household_id and m.member_status = 'ACTIVE' and m.relation_to_head = '01') end,
  case when v.way = 'NOT_HOME' then '[]'::jsonb else v.assurances end,
  case when v.way <> 'NOT_HOME' and ${pick("v.words || 'i'", 6)} = 0 then jsonb_build_array(jsonb_build_object('item', 'businessLivestock', 'changeFen', 100000 * (1 + ${pick("v.words || 'f'", 20)}))) else '[]'::jsonb end,
  case when ${pick("v.words || 'n'", 5)} = 0 then array['EMPLOYMENT'] else '{}'::text[] end,
  case when v.assurances @> '[{"state": "PROBLEM"}]' and v.way <> 'NOT_HOME' then jsonb_build_array(jsonb_build_object('id', app.uuid_v7(), 'kind',
    ${one(['WATER', 'HOUSING', 'ILLNESS', 'SCHOOLING', 'UNSTABLE_WORK'], "v.words || 'k'")}, 'description', '演示：走访时发现的问题，需协调解决', 'dueOn', v.day + 30)) else '[]'::jsonb end,
  '演示：与户主交谈，了解生产生活情况。', '{}', ${hash('v.words')}
from (
  select h.county_code, h.village_code, h.id as household_id, ${label} || '-' || n as words, app.today() - (n * 45 - 20 - ${pick(`${label} || 'd' || n`, 20)}) as day,
    case when ${pick(`${label} || 'w' || n`, 12)} = 0 then 'NOT_HOME' when ${pick(`${label} || 'w' || n`, 12)} = 1 then 'PHONE' else 'HOME' end as way,
    coalesce(m.user_id, m.id) as visitor_id, m.name as visitor_name, ${answers(`${label} || '-' || n`)} as assurances
  from household h
  join team_member m on m.county_code = h.county_code and m.village_code = h.village_code and m.role = 'FIRST_SECRETARY' and m.left_on is null
  cross join generate_series(1, 2) n
  where h.status in ${poor} and ${pick(`${label} || 'v' || n`, 10)} < case n when 1 then 8 else 4 end
) v`;

/** The tasks of those problems: some open, some in work, some done, some verified. */
const tasks = `
with found as (
  select v.*, p ->> 'id' as task_id, p ->> 'kind' as kind, p ->> 'description' as description, (p ->> 'dueOn')::date as due_on,
    ${one(['OPEN', 'ASSIGNED', 'ASSIGNED', 'DONE', 'VERIFIED', 'VERIFIED'], "v.content_hash || 't'")} as status
  from visit v cross join jsonb_array_elements(v.problems) p
), made as (
  insert into task (county_code, id, village_code, household_id, visit_id, kind, description, due_on, status, owner_name, created_by, created_by_name, created_at,
    done_by, done_by_name, done_at, verified_by, verified_by_name, verified_at, content_hash)
  select f.county_code, f.task_id::uuid, f.village_code, f.household_id, f.id, f.kind, f.description, f.due_on, f.status, case when f.status <> 'OPEN' then '旗直部门 经办人' end,
    f.visitor_id, f.visitor_name, f.recorded_at, case when f.status in ('DONE', 'VERIFIED') then f.visitor_id end, case when f.status in ('DONE', 'VERIFIED') then f.visitor_name end,
    case when f.status in ('DONE', 'VERIFIED') then f.recorded_at + interval '5 days' end,
    case when f.status = 'VERIFIED' then '00000000-0000-7000-8000-000000000001'::uuid end, case when f.status = 'VERIFIED' then '演示乡镇干部' end,
    case when f.status = 'VERIFIED' then f.recorded_at + interval '7 days' end, f.content_hash
  from found f returning *
)
insert into task_event (county_code, id, village_code, household_id, task_id, seq, action, from_status, to_status, actor_id, actor_name, actor_role, occurred_at, recorded_at, content_hash)
select m.county_code, app.uuid_v7(), m.village_code, m.household_id, m.id, s.seq, s.action, s.was, s.becomes,
  case when s.action = 'VERIFY' then m.verified_by else m.created_by end, case when s.action = 'VERIFY' then m.verified_by_name else m.created_by_name end,
  case when s.action = 'VERIFY' then 'township_officer' else 'team_member' end, s.at, s.at, m.content_hash
from made m cross join lateral (values
  (1, 'CREATE', null, case when m.status = 'OPEN' then 'OPEN' else 'ASSIGNED' end, m.created_at), (2, 'DO', 'ASSIGNED', 'DONE', m.done_at), (3, 'VERIFY', 'DONE', 'VERIFIED', m.verified_at)
) s(seq, action, was, becomes, at)
where s.at is not null`;

/** Clues of known households and, without a name, of some that are not registered. */
const clues = `
insert into risk_clue (county_code, id, village_code, household_id, place, channel, kind, severity, description, attachment_ids, occurred_at, reported_by, reported_by_name, reported_at,
  status, result, finding, settled_by, settled_by_name, settled_at, content_hash)
select c.county_code, app.uuid_v7(), c.village_code, case when c.known then c.id end, case when not c.known then '村东第' || (1 + c.n) || '户，尚未登记' end,
  ${one(['SELF_REPORT', 'CADRE', 'CADRE', 'DEPARTMENT'], "c.household_code || 'c'")}, ${one(['ILLNESS', 'NATURAL_DISASTER', 'UNSTABLE_WORK', 'ACCIDENT'], "c.household_code || 'k'")},
  ${one(['LOW', 'MEDIUM', 'HIGH'], "c.household_code || 'y'")}, '演示：近期支出大增，存在返贫致贫风险', '{}', c.at, c.reporter, c.reporter_name, c.at,
  c.state, case when c.state = 'SETTLED' then 'HELPED' end, case when c.state = 'SETTLED' then '演示：已落实临时救助，风险解除' end,
  case when c.state = 'SETTLED' then '00000000-0000-7000-8000-000000000001'::uuid end, case when c.state = 'SETTLED' then '演示乡镇干部' end,
  case when c.state = 'SETTLED' then c.at + interval '6 days' end, ${hash("c.household_code || 'clue'")}
from (
  select h.county_code, h.village_code, h.id, ${label} as household_code, ${pick(`${label} || 'n'`, 30)} as n, ${pick(`${label} || 'q'`, 3)} > 0 as known, m.id as reporter, m.name as reporter_name,
    app.now() - make_interval(days => 8 + ${pick(`${label} || 'a'`, 40)}) as at, ${one(['OPEN', 'OPEN', 'SETTLED'], `${label} || 'z'`)} as state
  from household h join team_member m on m.county_code = h.county_code and m.village_code = h.village_code and m.role = 'FIRST_SECRETARY' and m.left_on is null
  where h.status in ('REGISTERED', 'EXITED_ENTITLED') and ${pick(`${label} || 'x'`, 25)} = 0
) c`;

/** Teams, days, helpers, visits, tasks and clues of the demo households; nothing when there are teams already. `client` is the owner in a transaction with an actor. */
export async function seedFieldWork(client: Client): Promise<FieldWorkReport> {
  const report = { teams: 0, pairings: 0, visits: 0, tasks: 0, clues: 0 };
  if ((await client.query('select 1 from work_team limit 1')).rowCount !== 0) return report;
  const rows = async (sql: string) => (await client.query(sql)).rowCount ?? 0;
  report.teams = await rows(teams);
  await rows(days);
  report.pairings = await rows(pairings);
  report.visits = await rows(visits);
  await rows(tasks);
  report.tasks = Number((await client.query<{ n: string }>('select count(*) as n from task')).rows[0]?.n ?? 0);
  report.clues = await rows(clues);
  return report;
}
