import type { Client } from 'pg';

export interface HelpReport {
  funds: number;
  projects: number;
  plans: number;
  assignments: number;
  payments: number;
  assets: number;
}

/** A number from 0 to `n` - 1 that is the same for the same words on every machine. */
const pick = (words: string, n: number) => `((('x' || substr(md5(${words}), 1, 7))::bit(28)::int) % ${n})`;
const one = (values: readonly string[], words: string) => `(array[${values.map((value) => `'${value}'`).join(', ')}])[1 + ${pick(words, values.length)}]`;
const user = (username: string) => `coalesce((select u.id from app_user u where u.username = '${username}'), md5('${username}')::uuid)`;
const year = 'extract(year from app.today())::int';
const poor = "('REGISTERED', 'PRE_EXIT', 'RETURNED')";
const counties = `select distinct h.county_code from household h where h.status in ${poor}`;

/** Four sources in every county of the demo, for this year and the last; amounts are made up. */
const funds = `
insert into fund (county_code, id, village_code, code, name, level, kind, year, document_no, allocated_fen, received_on, created_by)
select c.county_code, app.uuid_v7(), rpad(c.county_code, 12, '0'), 'ZJ-' || y.year || '-' || s.n, s.name, s.level, s.kind, y.year, '演示财〔' || y.year || '〕' || s.n || '号',
  1000000000 + 50000000::bigint * ${pick("c.county_code || y.year || s.n", 20)}, make_date(y.year, s.n, 12), ${user('county')}
from (${counties}) c cross join (select ${year} as year union all select ${year} - 1) y
cross join (values (1, '中央财政专项资金', 'CENTRAL', 'SPECIAL'), (2, '自治区财政专项资金', 'REGION', 'SPECIAL'), (3, '京蒙协作资金', 'OUTSIDE', 'COLLABORATION'), (4, '旗县配套资金', 'COUNTY', 'INTEGRATED')) s(n, name, level, kind)
where make_date(y.year, s.n, 12) <= app.today()`;

/** Eight projects in every county, one in each of the main states; each with a budget from the first fund of last year. */
const projects = `
with place as (
  select v.*, row_number() over (partition by v.county_code order by v.village_code) as n from (select distinct h.county_code, h.village_code from household h where h.status in ${poor}) v
), plan as (
  select p.*, s.* from place p join (values
    (1, 'PROPOSED', '庭院养殖', 'INDUSTRY'), (2, 'DEMONSTRATED', '光伏电站', 'INDUSTRY'), (3, 'ENTRY_NOTICE', '饮水管网', 'WATER'), (4, 'LISTED', '基础母牛', 'INDUSTRY'),
    (5, 'RUNNING', '村组道路', 'INFRASTRUCTURE'), (6, 'COMPLETED', '设施大棚', 'INDUSTRY'), (7, 'ACCEPTED', '加工车间', 'INDUSTRY'), (8, 'ACCEPTED', '肉羊养殖', 'INDUSTRY')
  ) s(k, status, title, category) on s.k = p.n
), made as (
  insert into project (county_code, id, village_code, division_code, code, name, category, year, content, nature, estimate_fen, status, demonstrated_on, demonstration_opinion, demonstration_experts,
    entered_on, contract_no, contractor, contract_fen, contract_signed_on, contract_from, contract_to, progress_percent, completed_on, accepted_on, acceptance_opinion, acceptance_members, created_by)
  select county_code, app.uuid_v7(), village_code, village_code, 'XM-' || ${year} - 1 || '-' || k, title || '项目', category, ${year} - 1, '演示：' || title, case when k in (4, 8) then 'HOUSEHOLD_SUBSIDY' else 'CONSTRUCTION' end,
    60000000, status, case when k > 1 then make_date(${year} - 1, 3, 1) end, case when k > 1 then '演示：论证可行' end, case when k > 1 then array['演示专家甲', '演示专家乙'] end,
    case when k > 3 then make_date(${year} - 1, 4, 1) end, case when k > 4 then 'HT-' || k end, case when k > 4 then '演示施工单位' end, case when k > 4 then 55000000 end,
    case when k > 4 then make_date(${year} - 1, 5, 1) end, case when k > 4 then make_date(${year} - 1, 5, 1) end, case when k > 4 then make_date(${year}, 12, 31) end,
    case when k > 5 then 100 when k = 5 then 60 else 0 end, case when k > 5 then make_date(${year} - 1, 10, 8) end, case when k > 6 then make_date(${year} - 1, 11, 20) end,
    case when k > 6 then '演示：验收合格' end, case when k > 6 then array['演示验收员'] end, ${user('county')}
  from plan returning *
), budget as (
  insert into project_budget (county_code, id, village_code, project_id, fund_id, amount_fen)
  select m.county_code, app.uuid_v7(), m.village_code, m.id, f.id, m.estimate_fen from made m join fund f on f.county_code = m.county_code and f.code = 'ZJ-' || ${year} - 1 || '-1'
), listed as (
  insert into project_beneficiary (county_code, id, village_code, project_id, household_id, benefit)
  select m.county_code, app.uuid_v7(), m.village_code, m.id, h.id, '演示受益户' from made m join household h on h.county_code = m.county_code and h.village_code = m.village_code and h.status in ${poor}
), notice as (
  insert into project_notice (county_code, id, village_code, project_id, phase, place, content, opened_on, min_days, day_unit, start_day_counts, closed_on, posted_by)
  select m.county_code, app.uuid_v7(), m.village_code, m.id, s.phase, '村委会公告栏', m.content, s.opened_on, 10, 'calendar', false, s.closed_on, ${user('county')}
  from made m cross join lateral (values
    ('ENTRY', case when m.status = 'ENTRY_NOTICE' then app.today() - 3 else make_date(${year} - 1, 3, 10) end, case when m.status = 'ENTRY_NOTICE' then null else make_date(${year} - 1, 3, 25) end),
    ('COMPLETION', make_date(${year} - 1, 10, 20), make_date(${year} - 1, 11, 5))
  ) s(phase, opened_on, closed_on)
  where (s.phase = 'ENTRY' and m.status not in ('PROPOSED', 'DEMONSTRATED')) or (s.phase = 'COMPLETION' and m.status = 'ACCEPTED')
), spent as (
  insert into project_expense (county_code, id, village_code, project_id, fund_id, amount_fen, paid_on, payee, category, invoice_no, booked_by)
  select m.county_code, app.uuid_v7(), m.village_code, m.id, f.id, m.progress_percent * 300000, make_date(${year} - 1, 8, 1), '演示施工单位', '工程款', 'FP-' || m.code, ${user('county')}
  from made m join fund f on f.county_code = m.county_code and f.code = 'ZJ-' || ${year} - 1 || '-1' where m.progress_percent > 0
)
insert into help_event (county_code, id, village_code, subject_kind, subject_id, seq, action, to_status, actor_id, actor_name, actor_role)
select m.county_code, app.uuid_v7(), m.village_code, 'project', m.id, 1, 'propose', 'PROPOSED', m.created_by, '演示旗县经办甲', 'county_officer' from made m`;

/** A help plan of this year for most poor households, with the measures that their causes ask for. */
const plans = `
with chosen as (
  select h.*, ${one(['DRAFT', 'AGREED', 'CONFIRMED', 'CONFIRMED', 'CONFIRMED'], "h.household_code || 'plan'")} as plan_status from household h
  where h.status in ${poor} and ${pick("h.household_code || 'hp'", 10)} < 8
), made as (
  insert into help_plan (county_code, id, village_code, household_id, year, revision, status, aim, drafted_by, drafted_by_name, signature_ref, agreed_by, agreed_at, confirmed_by, confirmed_at)
  select c.county_code, app.uuid_v7(), c.village_code, c.id, ${year}, 1, c.plan_status, '演示：稳定增收，补齐短板', ${user('team')}, '演示驻村工作队员', case when c.plan_status <> 'DRAFT' then '签字-' || c.household_code end,
    case when c.plan_status <> 'DRAFT' then ${user('clerk')} end, case when c.plan_status <> 'DRAFT' then app.now() - interval '60 days' end,
    case when c.plan_status = 'CONFIRMED' then ${user('approver')} end, case when c.plan_status = 'CONFIRMED' then app.now() - interval '50 days' end
  from chosen c returning *
), items as (
  insert into help_plan_item (county_code, id, village_code, plan_id, household_id, ordinal, measure_code, aim, amount_fen, responsible)
  select m.county_code, app.uuid_v7(), m.village_code, m.id, m.household_id, row_number() over (partition by m.id order by s.code), s.code, '演示：' || s.aim, s.fen, '演示帮扶责任人'
  from made m join household h on h.county_code = m.county_code and h.id = m.household_id
  cross join lateral (select * from (values ('IND-01', '发展养殖', 500000::bigint, true), ('SSN-03', '临时救助', 100000, h.main_cause in ('01', '02', '04')), ('SOC-01', '干部包户', null, ${pick("h.household_code || 'so'", 2)} = 0)) v(code, aim, fen, wanted) where v.wanted) s
)
insert into help_event (county_code, id, village_code, subject_kind, subject_id, household_id, seq, action, to_status, actor_id, actor_name, actor_role)
select m.county_code, app.uuid_v7(), m.village_code, 'plan', m.id, m.household_id, 1, 'draft', 'DRAFT', m.drafted_by, m.drafted_by_name, 'team_member' from made m`;

/** Assignments in every state: of this year's confirmed plans, and of the year before. */
const assignments = `
with source as (
  select i.county_code, i.village_code, i.household_id, i.measure_code, i.aim, i.amount_fen, p.id as plan_id, p.year from help_plan_item i join help_plan p on p.county_code = i.county_code and p.id = i.plan_id and p.status = 'CONFIRMED'
  union all
  select h.county_code, h.village_code, h.id, ${one(['IND-01', 'IND-09', 'SSN-03', 'HOU-01', 'ECO-02'], "h.household_code || 'm'")}, '演示：上年帮扶', 200000, null::uuid, ${year} - 1
  from household h where h.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED') and ${pick("h.household_code || 'ly'", 3)} = 0
), stated as (
  select s.*, case when s.year < ${year} then ${one(['DELIVERED', 'CLOSED', 'CLOSED'], "s.household_id::text || s.measure_code || 'st'")}
    else ${one(['PLANNED', 'APPROVED', 'APPROVED', 'REFUSED', 'DELIVERED', 'DELIVERED', 'CLOSED', 'CANCELLED'], "s.household_id::text || s.measure_code || 'st'")} end as status,
    make_date(s.year, 2, 1) + ${pick("s.household_id::text || s.measure_code || 'on'", 200)} as starts_on
  from source s
), made as (
  insert into assignment (county_code, id, village_code, household_id, measure_code, measure_version_id, plan_id, year, status, starts_on, ends_on, aim, planned_amount_fen, approved_amount_fen, planned_by, decided_by, decided_on,
    decision_reason, delivered_on, delivered_by, evidence, closed_on, outcome, version)
  select s.county_code, app.uuid_v7(), s.village_code, s.household_id, s.measure_code, (select v.id from measure_version v where v.code = s.measure_code order by v.version desc limit 1), s.plan_id, s.year, s.status,
    case when s.status in ('DELIVERED', 'CLOSED') then s.starts_on end, case when s.status = 'CLOSED' then make_date(s.year, 12, 31) end, s.aim, s.amount_fen,
    case when s.status in ('APPROVED', 'DELIVERED', 'CLOSED') then s.amount_fen end, ${user('county')}, case when s.status not in ('PLANNED', 'CANCELLED') then ${user('approver')} end,
    case when s.status not in ('PLANNED', 'CANCELLED') then s.starts_on - 10 end, case s.status when 'REFUSED' then '演示：条件不符' when 'CANCELLED' then '演示：农户放弃' end,
    case when s.status in ('DELIVERED', 'CLOSED') then s.starts_on end, case when s.status in ('DELIVERED', 'CLOSED') then '演示驻村工作队员' end,
    case when s.status in ('DELIVERED', 'CLOSED') then array['演示签收单'] else '{}'::text[] end, case when s.status = 'CLOSED' then least(s.starts_on + 60, app.today()) end,
    case when s.status = 'CLOSED' then '演示：已见成效' end, case s.status when 'PLANNED' then 1 when 'DELIVERED' then 3 when 'CLOSED' then 4 else 2 end
  from stated s on conflict do nothing returning *
)
insert into help_event (county_code, id, village_code, subject_kind, subject_id, household_id, seq, action, from_status, to_status, actor_id, actor_name, actor_role)
select m.county_code, app.uuid_v7(), m.village_code, 'assignment', m.id, m.household_id, e.seq, e.action, e.was, e.becomes, m.planned_by, '演示旗县经办甲', 'county_officer'
from made m cross join lateral (values
  (1, 'plan', null, 'PLANNED', true), (2, case m.status when 'REFUSED' then 'refuse' when 'CANCELLED' then 'cancel' else 'approve' end, 'PLANNED', case when m.status in ('REFUSED', 'CANCELLED') then m.status else 'APPROVED' end, m.status <> 'PLANNED'),
  (3, 'deliver', 'APPROVED', 'DELIVERED', m.status in ('DELIVERED', 'CLOSED')), (4, 'close', 'DELIVERED', 'CLOSED', m.status = 'CLOSED')
) e(seq, action, was, becomes, happened) where e.happened`;

/** Most of what was delivered is paid: arrived, at work, or sent back by the bank; a few are reversed. */
const payments = `
with made as (
  insert into payment (county_code, id, village_code, household_id, measure_code, assignment_id, fund_id, term, amount_fen, paid_on, channel, settlement, settled_on, failure_reason, entitlement, booked_by, booked_by_name)
  select a.county_code, app.uuid_v7(), a.village_code, a.household_id, a.measure_code, a.id, f.id, a.year::text, a.approved_amount_fen, a.delivered_on, s.channel, s.settlement,
    case when s.settlement = 'PAID' then least(a.delivered_on + 5, app.today()) end, case when s.settlement = 'PAYABLE' and ${pick("a.household_id::text || 'fa'", 3)} = 0 then '账户已销户' end,
    '{"verdict": "met", "ruleSet": true}', ${user('county')}, '演示旗县经办甲'
  from assignment a join fund f on f.county_code = a.county_code and f.code = 'ZJ-' || a.year || '-1'
  cross join lateral (select case when ${pick("a.household_id::text || 'ch'", 3)} = 0 then 'DIRECT' else 'BANK' end as channel,
    case when ${pick("a.household_id::text || 'ch'", 3)} > 0 and a.year = ${year} and ${pick("a.household_id::text || 'se'", 4)} = 0 then 'PAYABLE' else 'PAID' end as settlement) s
  where a.status in ('DELIVERED', 'CLOSED') and a.approved_amount_fen > 0 and a.delivered_on <= app.today() and a.delivered_on >= f.received_on and ${pick("a.household_id::text || a.measure_code || 'pd'", 10)} < 9
  returning *
), undone as (
  insert into payment (county_code, id, village_code, household_id, measure_code, assignment_id, fund_id, term, amount_fen, paid_on, channel, reason, reverses_id, booked_by, booked_by_name)
  select m.county_code, app.uuid_v7(), m.village_code, m.household_id, m.measure_code, m.assignment_id, m.fund_id, m.term, -m.amount_fen, app.today(), m.channel, '演示：重复发放', m.id, m.booked_by, m.booked_by_name
  from made m where ${pick("m.household_id::text || 'rv'", 40)} = 0 returning reverses_id
)
select count(*) as n from made`;
/** The reversed ones learn of their reversals; in a statement of its own, since one statement cannot change a row that it made. */
const reversed = `
update payment p set reversed_by_id = r.id from payment r where r.county_code = p.county_code and r.reverses_id = p.id and p.reversed_by_id is null`;

/** The three ledgers: what came of accepted projects, a public work for each county, and animals at some households. */
const assets = `
with made as (
  insert into asset (county_code, id, village_code, division_code, code, name, ledger, project_id, household_id, value_fen, acquired_on, owner_kind, owner_name, operator_name, maintainer_name, contract_no, contract_from, contract_to, status, status_reason)
  select j.county_code, app.uuid_v7(), j.village_code, j.village_code, 'ZC-' || j.code, j.name || '形成资产', 'OPERATING', j.id, null::uuid, j.contract_fen, j.accepted_on, 'COLLECTIVE', '演示嘎查集体', '演示合作社', '演示嘎查', 'JY-' || j.code, j.accepted_on, j.accepted_on + 1095, 'IN_USE', null::text
  from project j where j.status = 'ACCEPTED'
  union all
  select c.county_code, app.uuid_v7(), rpad(c.county_code, 12, '0'), c.county_code, 'ZC-GY-1', '饮水工程', 'PUBLIC_WELFARE', null, null::uuid, 120000000, make_date(${year} - 3, 9, 1), 'STATE', '演示水利部门', null, '演示供水站', null, null, null, case when ${pick("c.county_code || 'id'", 3)} = 0 then 'IDLE' else 'IN_USE' end, null
  from (${counties}) c
  union all
  select h.county_code, app.uuid_v7(), h.village_code, h.village_code, 'ZC-H-' || h.household_code, '基础母牛', 'HOUSEHOLD', null, h.id, 800000, make_date(${year} - 2, 6, 1), 'HOUSEHOLD', h.head_name, null, h.head_name, null, null, null, 'IN_USE', null
  from household h where h.status in ${poor} and ${pick("h.household_code || 'as'", 12)} = 0
  returning *
), log as (
  insert into help_event (county_code, id, village_code, subject_kind, subject_id, household_id, seq, action, to_status, actor_id, actor_name, actor_role)
  select m.county_code, app.uuid_v7(), m.village_code, 'asset', m.id, m.household_id, 1, 'enter', 'IN_USE', ${user('county')}, '演示旗县经办甲', 'county_officer' from made m
)
insert into asset_yield (county_code, id, village_code, asset_id, year, amount_fen, note)
select m.county_code, app.uuid_v7(), m.village_code, m.id, ${year} - 1, 2400000, '演示：承包费' from made m where m.ledger = 'OPERATING'`;

/** Half of each yield to the poor households of its village, in equal shares. */
const shares = `
insert into asset_distribution (county_code, id, village_code, asset_id, yield_id, household_id, amount_fen, paid_on)
select y.county_code, app.uuid_v7(), h.village_code, y.asset_id, y.id, h.id, y.amount_fen / 2 / count(*) over (partition by y.id), make_date(y.year, 12, 20)
from asset_yield y join household h on h.county_code = y.county_code and h.village_code = y.village_code and h.status in ${poor}`;

/** Funds, projects, plans, assignments, payments and assets of the demo households; nothing when there are funds already. `client` is the owner in a transaction with an actor. */
export async function seedHelp(client: Client): Promise<HelpReport> {
  const report = { funds: 0, projects: 0, plans: 0, assignments: 0, payments: 0, assets: 0 };
  if ((await client.query('select 1 from fund limit 1')).rowCount !== 0) return report;
  for (const statement of [funds, projects, plans, assignments, payments, reversed, assets, shares]) await client.query(statement);
  const tables = { funds: 'fund', projects: 'project', plans: 'help_plan', assignments: 'assignment', payments: 'payment', assets: 'asset' } as const;
  for (const [name, table] of Object.entries(tables) as [keyof HelpReport, string][]) report[name] = Number((await client.query<{ n: string }>(`select count(*) as n from ${table}`)).rows[0]?.n ?? 0);
  return report;
}
