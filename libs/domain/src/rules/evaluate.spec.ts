import { FACT_CATALOGUE } from '../facts/index.js';
import type { FactValues, ParameterValues } from '../facts/index.js';
import { evaluate } from './evaluate.js';

const line = { field: 'net_income_per_capita_fen', operator: '>=', value: { param: 'poverty_line' } };

function household(rule: unknown, facts: FactValues, parameters: ParameterValues = {}, members?: FactValues[]): string {
  return evaluate(rule, { catalogue: FACT_CATALOGUE, level: 'household', subject: { facts, related: { members } }, parameters });
}
function village(rule: unknown, facts: FactValues, parameters: ParameterValues = {}): string {
  return evaluate(rule, { catalogue: FACT_CATALOGUE, level: 'village', subject: { facts }, parameters });
}

describe('evaluating a rule', () => {
  it('counts an income exactly on the line as not below it', () => {
    expect(household(line, { net_income_per_capita_fen: 400_000 }, { poverty_line: 400_000 })).toBe('met');
    expect(household(line, { net_income_per_capita_fen: 399_999 }, { poverty_line: 400_000 })).toBe('not_met');
  });

  it('leaves a condition unproven when its fact is missing or its parameter is not set', () => {
    expect(household(line, {}, { poverty_line: 400_000 })).toBe('unproven');
    expect(household(line, { net_income_per_capita_fen: null }, { poverty_line: 400_000 })).toBe('unproven');
    expect(household(line, { net_income_per_capita_fen: 1 }, {})).toBe('unproven');
  });

  it('decides an "or" by one known condition and an "and" by one failed condition, whatever else is unknown', () => {
    const rules = [{ field: 'housing_safe', operator: '=', value: true }, line];
    expect(household({ combinator: 'or', rules }, { housing_safe: true })).toBe('met');
    expect(household({ combinator: 'and', rules }, { housing_safe: false })).toBe('not_met');
    expect(household({ combinator: 'and', rules }, { housing_safe: true })).toBe('unproven');
    expect(household({ combinator: 'and', not: true, rules }, { housing_safe: true })).toBe('unproven');
  });

  it('answers definitely whether a fact is known', () => {
    expect(household({ field: 'owns_car', operator: 'null' }, {})).toBe('met');
    expect(household({ field: 'owns_car', operator: 'notNull' }, {})).toBe('not_met');
    expect(village({ field: 'incidence', operator: 'null' }, { poor_persons: 0, rural_resident_population: 0 })).toBe('met');
  });

  it.each([[2999, 'met'], [3000, 'not_met'], [3001, 'not_met']])('compares %i of 100 000 persons with 3 %% without dividing', (poor, verdict) => {
    const rule = { field: 'incidence', operator: '<', value: { param: 'exit_village_incidence' } };
    expect(village(rule, { poor_persons: poor, rural_resident_population: 100_000 }, { exit_village_incidence: 300 })).toBe(verdict);
  });

  it('compares 1 of 3 with 33.33 % and 33.34 % on the right side of each', () => {
    const facts = { poor_persons: 1, rural_resident_population: 3 };
    expect(village({ field: 'incidence', operator: '>', value: 3333 }, facts)).toBe('met');
    expect(village({ field: 'incidence', operator: '<', value: 3334 }, facts)).toBe('met');
  });

  it('does not let a household without members pass as one whose members are all insured', () => {
    const all = { over: 'members', quantifier: 'all', where: { field: 'has_medical_insurance', operator: '=', value: true } };
    expect(household(all, {}, {}, [])).toBe('unproven');
    expect(household(all, {}, {}, undefined)).toBe('unproven');
    expect(household(all, {}, {}, [{ has_medical_insurance: true }])).toBe('met');
    expect(household(all, {}, {}, [{ has_medical_insurance: true }, {}])).toBe('unproven');
    expect(household(all, {}, {}, [{ has_medical_insurance: false }, {}])).toBe('not_met');
  });

  it('counts members between those that surely and those that possibly qualify', () => {
    const count = (operator: string, value: unknown): unknown => ({ over: 'members', quantifier: 'count', where: { field: 'age', operator: '>=', value: 60 }, count: { operator, value } });
    const members = [{ age: 70 }, { age: null }, { age: 20 }]; // one surely, two possibly
    expect(household(count('>=', 1), {}, {}, members)).toBe('met');
    expect(household(count('>=', 2), {}, {}, members)).toBe('unproven');
    expect(household(count('>=', 3), {}, {}, members)).toBe('not_met');
    expect(household(count('=', 2), {}, {}, members)).toBe('unproven');
    expect(household(count('=', 3), {}, {}, members)).toBe('not_met');
    expect(household(count('!=', 3), {}, {}, members)).toBe('met');
    expect(household(count('between', [1, 2]), {}, {}, members)).toBe('met');
    expect(household(count('<=', { fact: 'member_count' }), { member_count: 2 }, {}, members)).toBe('met');
  });

  it('looks for a code in a list of codes from either side', () => {
    expect(household({ field: 'other_causes', operator: 'contains', value: '01' }, { other_causes: ['02', '01'] })).toBe('met');
    expect(household({ field: 'other_causes', operator: 'contains', value: '01' }, { other_causes: [] })).toBe('not_met');
    expect(household({ field: 'main_cause', operator: 'in', value: { fact: 'other_causes' } }, { main_cause: '01', other_causes: ['02'] })).toBe('not_met');
    expect(household({ field: 'main_cause', operator: 'notIn', value: ['01', '02'] }, { main_cause: null })).toBe('unproven');
  });

  it.each([null, 1, 'x', [], {}, { combinator: 'and', rules: [] }, { field: 'no_such_fact', operator: '=', value: 1 }, { field: 'constructor', operator: '=', value: 1 },
    { field: 'age', operator: '=', value: 1 }, { field: 'year', operator: '~', value: 1 }, { field: 'year', operator: '=', value: { param: 'toString' } }])(
    'leaves a rule that cannot be read unproven: %j', (rule) => {
      expect(household(rule, { year: 1 })).toBe('unproven');
    });

  it('treats a fact of the wrong type as not known', () => {
    const rule = { field: 'member_count', operator: '>', value: 0 };
    for (const value of ['3', 1.5, Number.NaN, true, ['x']]) expect(household(rule, { member_count: value })).toBe('unproven');
  });
});
