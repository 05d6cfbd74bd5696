import fc from 'fast-check';
import { TEST_CATALOGUE, parameterValues, rules, subjects } from '../../../../test/support/rules/rule-arbitraries.js';
import { FACT_CATALOGUE } from '../facts/index.js';
import { evaluate } from './evaluate.js';
import type { RuleQuestion } from './evaluate.js';
import { explain, explainFromLeaves } from './explain.js';
import type { ExplanationNode } from './explanation.js';

const exit = {
  combinator: 'and',
  rules: [
    { field: 'net_income_per_capita_fen', operator: '>=', value: { param: 'poverty_line' } },
    { field: 'housing_safe', operator: '=', value: true },
    { over: 'members', quantifier: 'none', where: { field: 'has_medical_insurance', operator: '=', value: false } },
  ],
};

function question(parts: Partial<RuleQuestion>): RuleQuestion {
  return { catalogue: FACT_CATALOGUE, level: 'household', subject: { facts: {} }, parameters: {}, ...parts };
}
function children(node: ExplanationNode): ExplanationNode[] {
  return node.kind === 'group' ? node.children : [];
}

describe('explaining a verdict', () => {
  it('gives fact, actual and required value, unit, source and day of every condition', () => {
    const explanation = explain(exit, question({
      subject: { facts: { net_income_per_capita_fen: 399_950, housing_safe: true }, related: { members: [{ has_medical_insurance: true }] }, provenance: { net_income_per_capita_fen: { source: '年度收入调查', asOf: '2020-11-30' } } },
      parameters: { poverty_line: 400_000 },
    }));
    expect(explanation.verdict).toBe('not_met');
    expect(explanation.leafResults).toBe('ftt');
    expect(explanation.decisive).toEqual([0]);
    expect(children(explanation.root)[0]).toMatchObject({
      kind: 'leaf', fact: 'net_income_per_capita_fen', result: 'not_met', actual: 399_950, unit: 'yuan', source: '年度收入调查', asOf: '2020-11-30',
      label: { zh: '人均纯收入' }, actualText: { zh: '3,999.50 元' }, requiredText: { zh: '贫困线（4,000 元）' }, sentence: { zh: '人均纯收入不低于贫困线（4,000 元）' },
      required: [{ kind: 'parameter', name: 'poverty_line', value: 400_000 }], missing: [],
    });
  });

  it('names the missing facts, parameters and member facts that keep a verdict unproven, and only those', () => {
    const explanation = explain(exit, question({ subject: { facts: { net_income_per_capita_fen: 1, housing_safe: null }, related: { members: [{}, { has_medical_insurance: true }] } } }));
    expect(explanation.verdict).toBe('unproven');
    expect(explanation.missing.map(({ kind, name }) => `${kind} ${name}`)).toEqual(['parameter poverty_line', 'fact housing_safe', 'fact has_medical_insurance']);
    expect(explanation.missing[1]?.meaning.zh).toBe('住房安全未鉴定');
  });

  it('says that members are missing when none is entered', () => {
    const { missing } = explain(exit.rules[2], question({ subject: { facts: {}, related: { members: [] } } }));
    expect(missing).toEqual([expect.objectContaining({ kind: 'collection', name: 'members' })]);
  });

  it('shows member by member why a condition over members failed', () => {
    const explanation = explain(exit.rules[2], question({ subject: { facts: {}, related: { members: [{ has_medical_insurance: true }, { has_medical_insurance: false }] } } }));
    expect(explanation.root).toMatchObject({ kind: 'quantifier', result: 'not_met', rows: [{ result: 'not_met' }, { result: 'met' }] });
  });

  it('says that a faulty condition must be corrected', () => {
    const { verdict, missing } = explain({ field: 'gone', operator: '=', value: 1 }, question({}));
    expect(verdict).toBe('unproven');
    expect(missing).toEqual([expect.objectContaining({ kind: 'rule', name: 'gone' })]);
  });

  it('agrees with evaluate, is plain JSON, and is reproduced from its stored leaf results', () => {
    fc.assert(fc.property(rules, subjects, parameterValues, (rule, subject, parameters) => {
      const asked: RuleQuestion = { catalogue: TEST_CATALOGUE, level: 'household', subject, parameters };
      const explanation = explain(rule, asked);
      expect(explanation.verdict).toBe(evaluate(rule, asked));
      expect(explanation.root.result).toBe(explanation.verdict);
      expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation);
      expect(explainFromLeaves(rule, explanation.leafResults, asked)).toEqual(explanation);
      expect(explanation.missing.length > 0).toBe(explanation.verdict === 'unproven');
      expect(explanation.decisive.length).toBeGreaterThan(0);
    }), { numRuns: 500 });
  });

  it('keeps its verdict when every leaf that is not decisive becomes unknown', () => {
    fc.assert(fc.property(rules, subjects, parameterValues, (rule, subject, parameters) => {
      const asked: RuleQuestion = { catalogue: TEST_CATALOGUE, level: 'household', subject, parameters };
      const { verdict, leafResults, decisive } = explain(rule, asked);
      const kept = [...leafResults].map((result, index) => (decisive.includes(index) ? result : 'u')).join('');
      expect(explainFromLeaves(rule, kept, asked).verdict).toBe(verdict);
    }), { numRuns: 500 });
  });

  it('reads a damaged leaf result as unknown', () => {
    expect(explainFromLeaves(exit, 't', question({})).leafResults).toBe('tuu');
    expect(explainFromLeaves(exit, 'tx1', question({})).verdict).toBe('unproven');
  });
});
