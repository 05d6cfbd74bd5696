import type { RelationSql } from './relation.js';

const household = () => 'left join household h on h.county_code = x.county_code and h.id = x.household_id';

/** Visits after their corrections: of each visit the last one recorded by then. */
export const visitRelation: RelationSql = {
  name: 'visit',
  from: 'visit x',
  household: 'x.household_id',
  where: (m) => [
    m.knownBy('x.recorded_at'), ...m.inYear('extract(year from x.visited_on)::integer'),
    `not exists (select 1 from visit c where c.corrects_id is not null and c.county_code = x.county_code and c.corrects_id = coalesce(x.corrects_id, x.id)
      and c.correction_no > x.correction_no and ${m.knownBy('c.recorded_at')})`,
  ],
  joins: { h: household },
  columns: () => ({
    visited_on: 'x.visited_on',
    way: 'x.way',
    types: 'x.types',
    needs: 'x.needs',
    visitor_name: 'x.visitor_name',
    head_name: ['h.head_name', 'h'],
    recorded_on: 'x.recorded_on',
    days_late: 'x.recorded_on - x.visited_on',
    problem_count: `case jsonb_typeof(x.problems) when 'array' then jsonb_array_length(x.problems) else 0 end`,
    attachment_count: 'cardinality(x.attachment_ids)',
    has_position: 'x.position_enc is not null',
    is_correction: 'x.corrects_id is not null',
    not_home_reason: 'x.not_home_reason',
  }),
};

/** Work teams, with who was in them on the day. */
export const teamRelation: RelationSql = {
  name: 'team',
  from: 'work_team x',
  household: 'null::uuid',
  where: (m) => [m.knownBy('x.created_at'), ...m.then([`x.term_from <= ${m.on}`], []), ...(m.year === 'null::integer' ? [] : [`${m.year} between extract(year from x.term_from) and extract(year from x.term_to)`])],
  joins: {
    p: (m) => `left join (
      select t.county_code, t.team_id, count(*)::integer as members, bool_or(t.role = 'FIRST_SECRETARY') as first_secretary
      from team_member t where t.joined_on <= ${m.on} and (t.left_on is null or t.left_on > ${m.on}) group by t.county_code, t.team_id
    ) p on p.county_code = x.county_code and p.team_id = x.id`,
    v: () => `left join (
      select t.county_code, t.team_id, count(*)::integer as villages from team_village t group by t.county_code, t.team_id
    ) v on v.county_code = x.county_code and v.team_id = x.id`,
  },
  columns: (m) => ({
    name: 'x.name',
    sending_unit: 'x.sending_unit',
    sending_affiliation: 'x.sending_affiliation',
    term_from: 'x.term_from',
    term_to: 'x.term_to',
    status: m.then(`case when x.ended_on <= ${m.on} then 'ENDED' else 'ACTIVE' end`, 'x.status'),
    ended_on: `case when x.ended_on <= ${m.on} then x.ended_on end`,
    member_count: ['coalesce(p.members, 0)', 'p'],
    has_first_secretary: ['coalesce(p.first_secretary, false)', 'p'],
    village_count: ['coalesce(v.villages, 0)', 'v'],
  }),
};

export const pairingRelation: RelationSql = {
  name: 'pairing',
  from: 'pairing x',
  household: 'x.household_id',
  where: (m) => [m.knownBy('x.created_at'), ...m.then([`x.started_on <= ${m.on}`], [])],
  columns: (m) => ({
    helper_name: 'x.helper_name', helper_unit: 'x.helper_unit', started_on: 'x.started_on', ended_on: m.then(`case when x.ended_on <= ${m.on} then x.ended_on end`, 'x.ended_on'),
  }),
};
