import { poorStatuses } from '#domain';

/** A question of everyday inspection. `sql` answers the same by hand: `n`, and `amount` for sums. */
export interface TypicalQuestion {
  readonly name: string;
  readonly definition: Readonly<Record<string, unknown>>;
  /** $1 is the day of the question, $2 the year of the facts. Over the whole region, past territory. */
  readonly sql: string;
  /** Tables that the question reads; the floor is one scan of them. */
  readonly tables: readonly string[];
}

const registered = { field: 'status', operator: 'in', value: [...poorStatuses] };
const and = (...rules: unknown[]): unknown => ({ combinator: 'and', rules });
const is = (field: string, value: unknown): unknown => ({ field, operator: '=', value });
const ago = (daysBefore: number): unknown => ({ daysBefore });

const poor = `f.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED')`;
const facts = (where: string): string => `select count(*)::int8 as n from household_fact f where f.year = $2::integer and $1::date is not null and ${where}`;
const latest = `not exists (select 1 from visit c where c.county_code = v.county_code and c.corrects_id = coalesce(v.corrects_id, v.id) and c.correction_no > v.correction_no)`;
const counted = (from: string): string => `select count(*)::int8 as n from ${from} and $1::date is not null and $2::integer is not null`;
const inYear = `(m.joined_on is null or m.joined_on <= make_date($2::integer, 12, 31)) and (m.birth_date is null or m.birth_date <= make_date($2::integer, 12, 31))
  and (m.left_on > make_date($2::integer, 12, 31) or (m.left_on is null and m.member_status <> 'REMOVED')) and $1::date is not null`;
const persons = (where: string): string => `select count(*)::int8 as n from member m left join member_year y on y.county_code = m.county_code and y.member_id = m.id and y.year = $2::integer and y.superseded_at is null where ${inYear} and ${where}`;

const household = ['household', 'household_fact'];
const byChild = { by: 'division' };

/** Thirty questions over all datasets, of one condition or several, with and without groups. */
export const typicalQuestions: readonly TypicalQuestion[] = [
  { name: '在册户，按旗县', definition: { dataset: 'household', chips: and(registered), groupBy: byChild }, sql: facts(poor), tables: household },
  { name: '在册低收入户', definition: { dataset: 'household', chips: and(registered, { field: 'net_income_per_capita_fen', operator: '<', value: 800_000 }) }, sql: facts(`${poor} and f.net_income_per_capita_fen < 800000`), tables: household },
  { name: '在册户，按主要致贫原因', definition: { dataset: 'household', chips: and(registered), groupBy: { by: 'field', field: 'main_cause' } }, sql: facts(poor), tables: household },
  { name: '未走访 90 天', definition: { dataset: 'household', chips: and(registered, { over: 'visits', quantifier: 'none', where: { field: 'visited_on', operator: '>=', value: ago(90) } }) }, sql: facts(`${poor} and not exists (select 1 from visit v where v.county_code = f.county_code and v.household_id = f.household_id and v.visited_on >= $1::date - 90 and ${latest})`), tables: [...household, 'visit'] },
  { name: '一年内走访不足 4 次', definition: { dataset: 'household', chips: and({ over: 'visits', quantifier: 'count', where: { field: 'visited_on', operator: '>=', value: ago(365) }, count: { operator: '<', value: 4 } }), groupBy: byChild }, sql: `select count(*)::int8 as n from household h where $2::integer is not null and (select count(*) from visit v where v.county_code = h.county_code and v.household_id = h.id and v.visited_on >= $1::date - 365 and ${latest}) < 4`, tables: ['household', 'visit'] },
  { name: '住房不安全', definition: { dataset: 'household', chips: and(is('housing_safe', false)) }, sql: facts('not f.housing_safe'), tables: household },
  { name: '饮水不安全，按旗县', definition: { dataset: 'household', chips: and(is('safe_water', false)), groupBy: byChild }, sql: facts('not f.safe_water'), tables: household },
  { name: '义务教育没有保障', definition: { dataset: 'household', chips: and(is('compulsory_education_ok', false)) }, sql: facts('not f.compulsory_education_ok'), tables: household },
  { name: '退出判定达标的在册户', definition: { dataset: 'household', chips: and(registered, is('exit_verdict', 'met')) }, sql: facts(`${poor} and exists (select 1 from household_verdict v where v.county_code = f.county_code and v.household_id = f.household_id and v.year = f.year and v.rule_code = 'household.exit' and v.verdict = 'met')`), tables: [...household, 'household_verdict'] },
  { name: '有车的在册户', definition: { dataset: 'household', chips: and(registered, is('owns_car', true)) }, sql: facts(`${poor} and f.owns_car`), tables: household },
  { name: '四口以上且无劳动力', definition: { dataset: 'household', chips: and({ field: 'member_count', operator: '>=', value: 4 }, is('labour_count', 0)) }, sql: facts('f.member_count >= 4 and f.labour_count = 0'), tables: household },
  { name: '家庭纯收入合计', definition: { dataset: 'household', chips: and(registered), measure: { kind: 'sum', field: 'net_income_fen' } }, sql: `select count(*)::int8 as n, sum(f.net_income_fen)::int8 as amount from household_fact f where f.year = $2::integer and $1::date is not null and ${poor}`, tables: household },
  { name: '有残疾成员', definition: { dataset: 'household', chips: and({ over: 'members', quantifier: 'some', where: { field: 'health', operator: 'contains', value: '4' } }) }, sql: `select count(*)::int8 as n from household h where exists (select 1 from member m join member_year y on y.county_code = m.county_code and y.member_id = m.id and y.year = $2::integer and y.superseded_at is null where m.county_code = h.county_code and m.household_id = h.id and ${inYear} and '4' = any(y.health))`, tables: ['household', 'member', 'member_year'] },
  { name: '一年内有发放', definition: { dataset: 'household', chips: and({ over: 'payments', quantifier: 'some', where: and({ field: 'paid_on', operator: '>=', value: ago(365) }, is('is_reversed', false)) }) }, sql: `select count(*)::int8 as n from household h where $2::integer is not null and exists (select 1 from payment p where p.county_code = h.county_code and p.household_id = h.id and p.paid_on >= $1::date - 365 and p.reversed_by_id is null)`, tables: ['household', 'payment'] },
  { name: '在册而无帮扶措施', definition: { dataset: 'household', chips: and(registered, { over: 'assignments', quantifier: 'none', where: { field: 'status', operator: 'in', value: ['APPROVED', 'DELIVERED', 'CLOSED'] } }) }, sql: facts(`${poor} and not exists (select 1 from assignment a where a.county_code = f.county_code and a.household_id = f.household_id and a.status in ('APPROVED', 'DELIVERED', 'CLOSED'))`), tables: [...household, 'assignment'] },
  { name: '没有帮扶责任人', definition: { dataset: 'household', chips: and({ over: 'pairings', quantifier: 'none', where: { field: 'ended_on', operator: 'null' } }) }, sql: 'select count(*)::int8 as n from household h where $1::date is not null and $2::integer is not null and not exists (select 1 from pairing p where p.county_code = h.county_code and p.household_id = h.id and p.ended_on is null)', tables: ['household', 'pairing'] },
  { name: '六十岁以上人口，按旗县', definition: { dataset: 'member', chips: and({ field: 'age', operator: '>=', value: 60 }), groupBy: byChild }, sql: persons('$2::integer - extract(year from m.birth_date)::integer >= 60'), tables: ['member'] },
  { name: '未参加医疗保险', definition: { dataset: 'member', chips: and(is('has_medical_insurance', false), is('has_employee_medical_insurance', false)) }, sql: persons('not y.has_medical_insurance and not y.has_employee_medical_insurance'), tables: ['member', 'member_year'] },
  { name: '人口按文化程度', definition: { dataset: 'member', groupBy: { by: 'field', field: 'education' } }, sql: persons('true'), tables: ['member', 'member_year'] },
  { name: '享受低保的人', definition: { dataset: 'member', chips: and(is('has_minimum_allowance', true)) }, sql: persons('y.has_minimum_allowance'), tables: ['member', 'member_year'] },
  { name: '年度记录，按年度', definition: { dataset: 'household_year', groupBy: { by: 'field', field: 'year' } }, sql: counted('household_year y where y.superseded_at is null'), tables: ['household_year'] },
  { name: '转移性收入高于工资性收入', definition: { dataset: 'household_year', chips: and({ field: 'transfer_income_fen', operator: '>', value: { fact: 'wage_income_fen' } }) }, sql: counted('household_year y where y.superseded_at is null and y.transfer_income_fen > y.wage_income_fen'), tables: ['household_year'] },
  { name: '走访，按月', definition: { dataset: 'visit', groupBy: { by: 'month', field: 'visited_on' } }, sql: counted(`visit v where ${latest}`), tables: ['visit'] },
  { name: '走访时不在家', definition: { dataset: 'visit', chips: and(is('way', 'NOT_HOME')), groupBy: byChild }, sql: counted(`visit v where v.way = 'NOT_HOME' and ${latest}`), tables: ['visit'] },
  { name: '办理超过 60 天未办结', definition: { dataset: 'case', chips: and(is('status', 'OPEN'), { field: 'days_open', operator: '>', value: 60 }) }, sql: `select count(*)::int8 as n from case_file c where c.status = 'OPEN' and $1::date - (c.started_at at time zone 'Asia/Shanghai')::date > 60 and $2::integer is not null`, tables: ['case_file'] },
  { name: '办理事项，按状态', definition: { dataset: 'case', groupBy: { by: 'field', field: 'status' } }, sql: counted('case_file c where true'), tables: ['case_file'] },
  { name: '公示不足天数', definition: { dataset: 'notice', chips: and({ field: 'shown_days', operator: '<', value: { fact: 'min_days' } }) }, sql: counted('notice n where n.closed_on - n.opened_on + 1 < n.min_days'), tables: ['notice'] },
  { name: '发放金额，按措施', definition: { dataset: 'payment', measure: { kind: 'sum', field: 'amount_fen' }, groupBy: { by: 'field', field: 'measure' } }, sql: 'select count(*)::int8 as n, sum(p.amount_fen)::int8 as amount from payment p where $1::date is not null and $2::integer is not null', tables: ['payment'] },
  { name: '超期未完工项目', definition: { dataset: 'project', chips: and({ field: 'contract_to', operator: '<', value: ago(0) }, { field: 'completed_on', operator: 'null' }) }, sql: 'select count(*)::int8 as n from project p where p.contract_to < $1::date and p.completed_on is null and $2::integer is not null', tables: ['project'] },
  { name: '在驻而不足三人的工作队', definition: { dataset: 'team', chips: and(is('status', 'ACTIVE'), { field: 'member_count', operator: '<', value: 3 }) }, sql: `select count(*)::int8 as n from work_team t where t.status = 'ACTIVE' and $2::integer is not null and (select count(*) from team_member m where m.county_code = t.county_code and m.team_id = t.id and m.joined_on <= $1::date and (m.left_on is null or m.left_on > $1::date)) < 3`, tables: ['work_team', 'team_member'] },
];
