import type { RelationSql } from './relation.js';

const ofYear = ['education', 'school_status', 'dropout_reason', 'health', 'work_area', 'work_months', 'employer', 'public_welfare_post', 'political_status', 'marital_status', 'has_medical_insurance',
  'has_employee_medical_insurance', 'has_critical_illness_insurance', 'has_pension_insurance', 'has_minimum_allowance', 'is_extreme_poverty_support', 'had_medical_assistance'] as const;

/** Persons who belong to a household at the end of the year, as `memberFactCtes` of eligibility has them. */
export const memberRelation: RelationSql = {
  name: 'member',
  from: 'member x',
  household: 'x.household_id',
  member: 'x.id',
  where: (m) => [
    m.knownBy('x.created_at'),
    `(x.joined_on is null or x.joined_on <= make_date(${m.year}, 12, 31))`,
    `(x.birth_date is null or x.birth_date <= make_date(${m.year}, 12, 31))`,
    `(x.left_on > make_date(${m.year}, 12, 31) or (x.left_on is null and x.member_status <> 'REMOVED'))`,
  ],
  joins: {
    h: () => 'left join household h on h.county_code = x.county_code and h.id = x.household_id',
    y: (m) => `left join member_year y on y.county_code = x.county_code and y.member_id = x.id and y.year = ${m.year} and ${m.versionHolds('y')}`,
    f: (m) => `left join household_fact f on f.county_code = x.county_code and f.household_id = x.household_id and f.year = ${m.year}`,
  },
  columns: (m) => ({
    name: 'x.name',
    head_name: ['h.head_name', 'h'],
    id_no: 'x.id_no_masked',
    gender: 'x.gender',
    birth_date: 'x.birth_date',
    age: `${m.year} - extract(year from x.birth_date)::integer`,
    relation: 'x.relation_to_head',
    ethnic_group: 'x.ethnic_group',
    member_status: 'x.member_status',
    joined_on: 'x.joined_on',
    left_on: 'x.left_on',
    disability_cert_year: 'x.disability_cert_year::integer',
    household_status: ['f.status', 'f'],
    labour: ['y.labour_skill', 'y'],
    ...Object.fromEntries(ofYear.map((name) => [name, [`y.${name}`, 'y'] as const])),
  }),
};
