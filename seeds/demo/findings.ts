import type { Client } from 'pg';

const system = `'00000000-0000-7000-8000-000000000001'::uuid`;

/** One finding of each state in the county of the demo accounts, raised by hand or from letters; the last one waits for an extension. */
const findings = `
with unit as (
  select d.code, d.name, row_number() over (order by d.code) as n from division d where d.level = 'township' and d.code like '150125%' limit 3
), wanted(n, kind, title, facts, basis, state, raised, due) as (values
  (1, 'HAND', '帮扶手册填写不全', '抽看帮扶手册，有3户未填写帮扶成效', '驻村工作队管理办法', 'ISSUED', 3, 27),
  (2, 'LETTER', '群众反映分红未兑现', '来信反映合作社分红未按期发放', '扶贫资产管理办法', 'RECTIFYING', 12, 9),
  (3, 'HAND', '公示栏破损', '嘎查村公示栏破损，公示内容不全', '贫困退出工作程序', 'IN_REVIEW', 25, 5),
  (4, 'LETTER', '饮水管道冬季冻裂', '来信反映冬季饮水管道冻裂', '饮水安全评价标准', 'RETURNED', 40, 2),
  (5, 'HAND', '危房改造档案缺照片', '抽查危房改造档案，2户缺竣工照片', '危房改造管理办法', 'CLOSED', 70, -30),
  (6, 'HAND', '低保与建档立卡信息不一致', '比对发现5户信息不一致', '信息比对工作要求', 'RECTIFYING', 35, -4)
), made as (
  insert into finding (county_code, id, village_code, division_code, code, origin_kind, origin, title, facts, basis, severity, unit_division, unit_name, due_on, state,
    raised_by, raised_by_name, raised_by_unit, raised_at, received_by, received_by_name, received_at, measures, rectification, submitted_by_name, submitted_at,
    outcome, reviewed_by, reviewed_by_name, reviewed_at, review_opinion, closed_on, times_returned, look_back_on)
  select '150125', app.uuid_v7(), rpad(u.code, 12, '0'), u.code, to_char(app.today(), 'YYYY') || '-150125-' || lpad(w.n::text, 4, '0'), w.kind, '{"codes": [], "count": 1, "households": 0}', w.title, w.facts, w.basis,
    'W', u.code, '呼和浩特市 武川县 ' || u.name, app.today() + w.due, w.state, ${system}, '演示督查人员', '15', app.now() - make_interval(days => w.raised),
    case when w.state <> 'ISSUED' then ${system} end, case when w.state <> 'ISSUED' then '演示乡镇干部' end, case when w.state <> 'ISSUED' then app.now() - make_interval(days => w.raised - 1) end,
    case when w.state <> 'ISSUED' then '演示：逐户核对，明确责任人和时限' end, case when w.state in ('IN_REVIEW', 'CLOSED') then '演示：已全部整改，佐证附后' end,
    case when w.state in ('IN_REVIEW', 'CLOSED') then '演示乡镇干部' end, case when w.state in ('IN_REVIEW', 'CLOSED') then app.now() - interval '2 days' end,
    case when w.state = 'CLOSED' then 'RECTIFIED' end, case when w.state = 'CLOSED' then ${system} end, case when w.state = 'CLOSED' then '演示督查人员' end,
    case when w.state = 'CLOSED' then app.now() - interval '1 day' end, case when w.state = 'CLOSED' then '演示：佐证充分，同意销号' when w.state = 'RETURNED' then '演示：佐证不足，补充照片' end,
    case when w.state = 'CLOSED' then app.today() - 1 end, case when w.state = 'RETURNED' then 1 else 0 end, case when w.state = 'CLOSED' then app.today() + 60 end
  from wanted w join unit u on u.n = 1 + w.n % (select count(*) from unit)
  returning *
), origin as (
  insert into finding_origin (county_code, id, village_code, finding_id, ordinal, kind, ref, division_code, label, shown, vals, is_open, copied_at)
  select m.county_code, app.uuid_v7(), m.village_code, m.id, 1, m.origin_kind, m.id::text, m.division_code, case m.origin_kind when 'LETTER' then '信访' else '人工录入' end,
    jsonb_build_array(jsonb_build_object('label', '内容', 'text', m.facts)), jsonb_build_object('text', m.facts), m.state <> 'CLOSED', m.raised_at
  from made m returning 1
), extension as (
  insert into finding_extension (county_code, id, village_code, finding_id, due_before, asked_until, reason, requested_by, requested_by_name, requested_at)
  select m.county_code, app.uuid_v7(), m.village_code, m.id, m.due_on, app.today() + 20, '演示：需民政部门提供名单', ${system}, '演示乡镇干部', app.now() - interval '1 day'
  from made m where m.due_on < app.today() and m.state = 'RECTIFYING' returning *
), happened as (
  select m.county_code, m.village_code, m.id, s.* from made m cross join lateral (values
    (1, 'RAISE', null, 'ISSUED', null, m.raised_by_name, 'inspector', m.raised_at), (2, 'RECEIVE', 'ISSUED', 'RECTIFYING', null, m.received_by_name, 'township_officer', m.received_at),
    (3, 'PLAN', 'RECTIFYING', 'RECTIFYING', m.measures, m.received_by_name, 'township_officer', m.received_at), (4, 'RECTIFY', 'RECTIFYING', 'RECTIFYING', m.rectification, m.received_by_name, 'township_officer', m.submitted_at),
    (5, 'SUBMIT', 'RECTIFYING', 'IN_REVIEW', null, m.submitted_by_name, 'township_officer', m.submitted_at), (6, 'CLOSE', 'IN_REVIEW', 'CLOSED', m.review_opinion, m.reviewed_by_name, 'inspector', m.reviewed_at),
    (6, 'RETURN', 'IN_REVIEW', 'RETURNED', m.review_opinion, '演示督查人员', 'inspector', case when m.state = 'RETURNED' then app.now() - interval '1 day' end)
  ) s(seq, action, was, becomes, note, name, role, at) where s.at is not null
  union all
  select x.county_code, x.village_code, x.finding_id, 7, 'REQUEST_EXTENSION', 'RECTIFYING', 'RECTIFYING', x.reason, x.requested_by_name, 'township_officer', x.requested_at from extension x
)
insert into finding_event (county_code, id, village_code, finding_id, seq, action, from_state, to_state, note, actor_id, actor_name, actor_role, actor_unit, at)
select h.county_code, app.uuid_v7(), h.village_code, h.id, row_number() over (partition by h.id order by h.seq), h.action, h.was, h.becomes, h.note, ${system}, h.name, h.role, case h.role when 'inspector' then '15' else '150125' end, h.at
from happened h`;

/** Findings of the demo county; nothing when there are some. `client` is the owner in a transaction with an actor. Returns how many. */
export async function seedFindings(client: Client): Promise<number> {
  if ((await client.query('select 1 from finding limit 1')).rowCount !== 0) return 0;
  await client.query(findings);
  return Number((await client.query<{ n: string }>('select count(*) as n from finding')).rows[0]?.n ?? 0);
}
