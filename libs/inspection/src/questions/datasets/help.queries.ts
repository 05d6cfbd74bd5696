import { dayOf, type RelationSql } from './relation.js';

const household = () => 'left join household h on h.county_code = x.county_code and h.id = x.household_id';

/** Payments booked by then; one is reversed when its reversal was booked by then. */
export const paymentRelation: RelationSql = {
  name: 'payment',
  from: 'payment x',
  household: 'x.household_id',
  member: 'x.member_id',
  where: (m) => [m.knownBy('x.created_at'), ...m.inYear('extract(year from x.paid_on)::integer')],
  joins: {
    h: household,
    f: () => 'left join fund f on f.county_code = x.county_code and f.id = x.fund_id',
    p: () => 'left join project p on p.county_code = x.county_code and p.id = x.project_id',
    r: (m) => m.then(`left join payment r on r.reverses_id is not null and r.county_code = x.county_code and r.reverses_id = x.id and ${m.knownBy('r.created_at')}`, ''),
  },
  columns: (m) => ({
    measure: 'x.measure_code',
    head_name: ['h.head_name', 'h'],
    amount_fen: 'x.amount_fen',
    paid_on: 'x.paid_on',
    term: 'x.term',
    channel: 'x.channel',
    settlement: 'x.settlement',
    settled_on: m.then(`case when x.settled_on <= ${m.on} then x.settled_on end`, 'x.settled_on'),
    is_reversal: 'x.reverses_id is not null',
    is_reversed: m.then<string | [string, string]>(['r.id is not null', 'r'], 'x.reversed_by_id is not null'),
    to_member: 'x.member_id is not null',
    fund_name: ['f.name', 'f'],
    fund_level: ['f.level', 'f'],
    project_name: ['p.name', 'p'],
  }),
};

export const assignmentRelation: RelationSql = {
  name: 'assignment',
  from: 'assignment x',
  household: 'x.household_id',
  member: 'x.member_id',
  where: (m) => [m.knownBy('x.created_at')],
  columns: () => ({
    measure: 'x.measure_code', year: 'x.year::integer', status: 'x.status', starts_on: 'x.starts_on', ends_on: 'x.ends_on', delivered_on: 'x.delivered_on',
    planned_amount_fen: 'x.planned_amount_fen', approved_amount_fen: 'x.approved_amount_fen',
  }),
};

/** Projects, with their money as it stands. */
export const projectRelation: RelationSql = {
  name: 'project',
  from: 'project x',
  household: 'null::uuid',
  where: (m) => [m.knownBy('x.created_at'), ...m.inYear('x.year')],
  joins: {
    b: () => 'left join (select b.county_code, b.project_id, sum(b.amount_fen)::int8 as budget from project_budget b group by b.county_code, b.project_id) b on b.county_code = x.county_code and b.project_id = x.id',
    s: () => `left join (
      select m.county_code, m.project_id, sum(m.amount_fen)::int8 as spent
      from (select e.county_code, e.project_id, e.amount_fen from project_expense e union all select p.county_code, p.project_id, p.amount_fen from payment p where p.project_id is not null) m
      group by m.county_code, m.project_id
    ) s on s.county_code = x.county_code and s.project_id = x.id`,
    n: () => `left join (
      select n.county_code, n.project_id, count(n.household_id)::integer as households from project_beneficiary n group by n.county_code, n.project_id
    ) n on n.county_code = x.county_code and n.project_id = x.id`,
  },
  columns: () => ({
    code: 'x.code', name: 'x.name', category: 'x.category', nature: 'x.nature', year: 'x.year::integer', status: 'x.status', estimate_fen: 'x.estimate_fen', contract_fen: 'x.contract_fen',
    budget_fen: ['coalesce(b.budget, 0)', 'b'], spent_fen: ['coalesce(s.spent, 0)', 's'], progress_percent: 'x.progress_percent::integer', beneficiary_households: ['coalesce(n.households, 0)', 'n'],
    contract_signed_on: 'x.contract_signed_on', contract_to: 'x.contract_to', completed_on: 'x.completed_on', accepted_on: 'x.accepted_on', added_on: dayOf('x.created_at'),
  }),
};
