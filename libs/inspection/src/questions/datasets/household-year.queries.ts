import { dayOf, type RelationSql } from './relation.js';

const plain = ['member_count', 'wage_income_fen', 'business_income_fen', 'property_income_fen', 'transfer_income_fen', 'business_cost_fen', 'net_income_fen', 'per_capita_income_fen',
  'reported_per_capita_income_fen', 'transfer_minimum_allowance_fen', 'transfer_pension_fen', 'transfer_grassland_fen', 'out_of_pocket_fen', 'food_ok', 'clothing_ok', 'compulsory_education_ok',
  'basic_medical_ok', 'housing_safe', 'safe_water', 'is_dilapidated', 'has_electricity', 'has_sanitary_toilet', 'in_cooperative', 'housing_grade', 'road_type', 'fuel_type', 'livestock_sheep',
  'livestock_cattle', 'version', 'correction_reason'] as const;

/** Year records in the version that held on the day: a correction made later does not count. */
export const householdYearRelation: RelationSql = {
  name: 'household_year',
  from: 'household_year x',
  household: 'x.household_id',
  where: (m) => [m.versionHolds('x'), ...m.inYear('x.year')],
  joins: { h: () => 'left join household h on h.county_code = x.county_code and h.id = x.household_id' },
  columns: () => ({
    year: 'x.year::integer',
    head_name: ['h.head_name', 'h'],
    household_code: ['h.household_code', 'h'],
    farmland_mu: 'floor(x.farmland_mu)::integer',
    grassland_mu: 'floor(x.grassland_mu)::integer',
    housing_m2: 'floor(x.housing_m2)::integer',
    recorded_on: dayOf('x.recorded_at'),
    ...Object.fromEntries(plain.map((name) => [name, `x.${name}`])),
  }),
};
