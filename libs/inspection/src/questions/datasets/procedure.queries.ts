import { dayOf, type MomentSql, type RelationSql } from './relation.js';

const household = () => 'left join household h on h.county_code = x.county_code and h.id = x.household_id';
const objectionsOf = (column: string) => (m: MomentSql): string => `left join (
  select o.county_code, o.${column} as of_id, count(*)::integer as objections from objection o where ${m.knownBy('o.filed_at')} group by o.county_code, o.${column}
) o on o.county_code = x.county_code and o.of_id = x.id`;

/** Cases as they stood: what was started by then, and decided or closed if it was by then. */
export const caseRelation: RelationSql = {
  name: 'case',
  from: 'case_file x',
  household: 'x.household_id',
  where: (m) => [m.knownBy('x.started_at'), ...m.inYear('x.year')],
  joins: {
    h: household,
    o: objectionsOf('case_id'),
    r: (m) => `left join (
      select c.county_code, c.case_id, count(*)::integer as returns from case_event c where c.action = 'return' and ${m.knownBy('c.at')} group by c.county_code, c.case_id
    ) r on r.county_code = x.county_code and r.case_id = x.id`,
  },
  columns: (m) => {
    const closed = m.then(`case when ${m.knownBy('x.closed_at')} then x.closed_at end`, 'x.closed_at');
    const decided = m.then(`case when ${m.knownBy('x.decided_at')} then x.decided_at end`, 'x.decided_at');
    return {
      pack: 'x.pack_code',
      subject_kind: 'x.subject_kind',
      status: m.then(`case when ${closed} is not null then x.status when ${decided} is not null then 'DECIDED' else 'OPEN' end`, 'x.status'),
      year: 'x.year::integer',
      head_name: ['h.head_name', 'h'],
      started_on: dayOf('x.started_at'),
      decided_on: dayOf(`(${decided})`),
      closed_on: dayOf(`(${closed})`),
      due_on: 'x.due_on',
      days_open: `coalesce(${dayOf(`(${closed})`)}, ${m.on}) - ${dayOf('x.started_at')}`,
      return_count: ['coalesce(r.returns, 0)', 'r'],
      objection_count: ['coalesce(o.objections, 0)', 'o'],
      verdict: 'x.verdict',
      step: 'x.current_step',
      started_unit: 'x.started_unit',
    };
  },
};

/** Notices as they were posted. */
export const noticeRelation: RelationSql = {
  name: 'notice',
  from: 'notice x',
  household: 'x.household_id',
  where: (m) => [m.knownBy('x.opened_at'), ...m.inYear('extract(year from x.opened_on)::integer')],
  joins: {
    c: () => 'left join case_file c on c.county_code = x.county_code and c.id = x.case_id',
    o: objectionsOf('notice_id'),
  },
  columns: (m) => {
    const closed = m.then(`case when x.closed_on <= ${m.on} then x.closed_on end`, 'x.closed_on');
    return {
      pack: ['c.pack_code', 'c'],
      place: 'x.place',
      state: 'x.state',
      poster_name: 'x.poster_name',
      opened_on: 'x.opened_on',
      closes_on: 'x.closes_on',
      closed_on: closed,
      min_days: 'x.min_days',
      day_unit: 'x.unit',
      shown_days: `(${closed}) - x.opened_on + 1`,
      paused_days: 'x.paused_days',
      objection_count: ['coalesce(o.objections, 0)', 'o'],
    };
  },
};
