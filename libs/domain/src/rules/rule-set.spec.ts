import fc from 'fast-check';
import { FACT_CATALOGUE } from '../facts/index.js';
import { checkRuleSet } from './rule-set.js';
import type { RuleSet } from './rule-set.js';

const name = { zh: '示例', en: 'example' };
const good: RuleSet = {
  code: 'household.safe-house', version: 1, level: 'household', name, description: name, effectiveFrom: '2016-01-01', effectiveTo: null,
  source: { document: null, note: name },
  rule: { field: 'housing_safe', operator: '=', value: true },
  examples: [
    { name, facts: { housing_safe: true }, parameters: {}, expected: 'met' },
    { name, facts: { housing_safe: false }, parameters: {}, expected: 'not_met' },
    { name, facts: {}, parameters: {}, expected: 'unproven' },
  ],
};

describe('checking a rule set before it is published', () => {
  it('passes one whose examples all hold', () => {
    expect(checkRuleSet(good, FACT_CATALOGUE)).toBeNull();
  });

  it('refuses one whose example gives another verdict, and says which', () => {
    const problems = checkRuleSet({ ...good, rule: { field: 'housing_safe', operator: '!=', value: true } }, FACT_CATALOGUE);
    expect(problems?.examples.map(({ index, expected, actual }) => [index, expected, actual])).toEqual([[0, 'met', 'not_met'], [1, 'not_met', 'met']]);
  });

  it('refuses one that does not show what it leaves unproven', () => {
    expect(checkRuleSet({ ...good, examples: good.examples.slice(0, 2) }, FACT_CATALOGUE)?.untested).toEqual(['unproven']);
  });

  it('refuses a faulty rule with the paths of its faults', () => {
    expect(checkRuleSet({ ...good, rule: { field: 'x', operator: '=', value: 1 } }, FACT_CATALOGUE)?.rule).toEqual([expect.objectContaining({ path: '$.field' })]);
  });

  it.each([['code', 'Household Exit'], ['version', 0], ['level', 'league'], ['name', { zh: '', en: 'x' }], ['effectiveFrom', '2021-02-29'], ['effectiveTo', 'never'],
    ['source', { document: 3, note: name }], ['rule', []], ['examples', [{}]], ['sql', 'select 1']])('names the faulty property %s', (property, value) => {
    expect(checkRuleSet({ ...good, [property]: value }, FACT_CATALOGUE)?.fields).toEqual([property]);
  });

  it('never throws', () => {
    const input = fc.oneof(fc.jsonValue(), fc.record(Object.fromEntries(Object.entries(good).map(([key, value]) => [key, fc.oneof(fc.constant(value), fc.jsonValue())]))));
    fc.assert(fc.property(input, (junk) => {
      checkRuleSet(junk, FACT_CATALOGUE);
    }), { numRuns: 300 });
  });
});
