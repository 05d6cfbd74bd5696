import fc from 'fast-check';
import { FACT_CATALOGUE, FACT_LEVELS } from '../facts/index.js';
import { TEST_CATALOGUE, rules } from '../../../../test/support/rules/rule-arbitraries.js';
import { describeRule } from './describe.js';
import { explain } from './explain.js';
import { validateRule } from './validate-rule.js';

const good = { field: 'year', operator: '=', value: 2020 };
function nested(depth: number): unknown {
  return depth === 0 ? good : { combinator: 'and', rules: [nested(depth - 1)] };
}
function codesOf(rule: unknown): string[] {
  return validateRule(rule, FACT_CATALOGUE, 'household').map(({ code, path }) => `${code} ${path}`);
}

describe('validating a rule', () => {
  it.each<[string, unknown, string]>([
    ['an unknown fact', { field: 'x', operator: '=', value: 1 }, 'unknown-fact $.field'],
    ['a fact of another level', { field: 'age', operator: '=', value: 1 }, 'unknown-fact $.field'],
    ['an operator that does not fit', { field: 'status', operator: '<', value: 'REGISTERED' }, 'wrong-operator $.operator'],
    ['an unknown operator', { field: 'year', operator: 'like', value: 1 }, 'unknown-operator $.operator'],
    ['a fraction of a fen', { field: 'wage_fen', operator: '>', value: 0.5 }, 'wrong-value $.value'],
    ['a number written as text', { field: 'wage_fen', operator: '>', value: '5' }, 'wrong-value $.value'],
    ['no value', { field: 'wage_fen', operator: '>' }, 'missing-value $.value'],
    ['a value where none belongs', { field: 'wage_fen', operator: 'null', value: 1 }, 'value-not-allowed $.value'],
    ['a day that does not exist', { field: 'first_identified_month', operator: '<', value: '2021-02-29' }, 'wrong-value $.value'],
    ['an unknown code', { field: 'housing_grade', operator: '=', value: 'E' }, 'unknown-code $.value'],
    ['an unknown code in a list', { field: 'housing_grade', operator: 'in', value: ['A', 'E'] }, 'unknown-code $.value[1]'],
    ['an empty list', { field: 'housing_grade', operator: 'in', value: [] }, 'not-a-list $.value'],
    ['null in a list', { field: 'housing_grade', operator: 'in', value: ['A', null] }, 'wrong-value $.value[1]'],
    ['half a pair', { field: 'year', operator: 'between', value: [1] }, 'not-a-pair $.value'],
    ['a reversed pair', { field: 'year', operator: 'between', value: [2, 1] }, 'bounds-reversed $.value'],
    ['an unknown parameter', { field: 'wage_fen', operator: '>', value: { param: 'x' } }, 'unknown-parameter $.value.param'],
    ['a rate beside money', { field: 'wage_fen', operator: '>', value: { param: 'exit_village_incidence' } }, 'wrong-parameter $.value.param'],
    ['money beside persons', { field: 'wage_fen', operator: '>', value: { fact: 'member_count' } }, 'wrong-fact $.value.fact'],
    ['a list beside a code', { field: 'main_cause', operator: '=', value: { fact: 'other_causes' } }, 'wrong-fact $.value.fact'],
    ['an empty group', { combinator: 'and', rules: [] }, 'empty-group $.rules'],
    ['an unknown combinator', { combinator: 'xor', rules: [good] }, 'bad-combinator $.combinator'],
    ['a not that is no boolean', { combinator: 'and', not: 'yes', rules: [good] }, 'bad-not $.not'],
    ['a property too much', { ...good, sql: '1=1' }, 'unknown-key $.sql'],
    ['seven groups in one another', nested(7), 'too-deep $.rules[0].rules[0].rules[0].rules[0].rules[0].rules[0]'],
    ['members of members', { over: 'members', quantifier: 'some', where: { over: 'members', quantifier: 'some', where: good } }, 'unknown-collection $.where.over'],
    ['a household fact asked of a member', { over: 'members', quantifier: 'some', where: good }, 'unknown-fact $.where.field'],
    ['an unknown quantifier', { over: 'members', quantifier: 'most', where: good }, 'unknown-quantifier $.quantifier'],
    ['a count without number', { over: 'members', quantifier: 'count', where: { field: 'age', operator: '>', value: 1 } }, 'missing-count $.count'],
    ['201 conditions', { combinator: 'or', rules: Array.from({ length: 201 }, () => good) }, 'too-many-leaves $'],
    ['a text with NUL', { over: 'members', quantifier: 'some', where: { field: 'dropout_reason', operator: '=', value: 'a\u0000' } }, 'wrong-value $.where.value'],
  ])('refuses %s and says where', (_, rule, expected) => {
    expect(codesOf(rule)).toContain(expected);
  });

  it('accepts six groups in one another and 200 conditions', () => {
    expect(codesOf(nested(6))).toEqual([]);
    expect(codesOf({ combinator: 'or', rules: Array.from({ length: 200 }, () => good) })).toEqual([]);
  });

  it('says what is wrong in Chinese and English, quoting a long name only in part', () => {
    const [error] = validateRule({ field: 'x'.repeat(5000), operator: '=' }, FACT_CATALOGUE, 'household');
    expect(error?.message.zh).toContain('没有名为');
    expect(error?.message.en).toContain('there is no fact');
    expect(error?.message.zh.length).toBeLessThan(120);
  });

  it('accepts every generated valid rule', () => {
    fc.assert(fc.property(rules, (rule) => {
      expect(validateRule(rule, TEST_CATALOGUE, 'household')).toEqual([]);
    }));
  });

  it('never throws on any JSON, and neither do explaining and describing', () => {
    const words = fc.constantFrom('combinator', 'and', 'or', 'not', 'rules', 'field', 'operator', 'value', 'over', 'members', 'quantifier', 'some', 'count', 'where', 'param', 'fact', 'year', 'age', '=', 'in', 'between', '__proto__', 'constructor');
    const junk = fc.letrec((tie) => ({
      value: fc.oneof({ depthSize: 'medium' }, words, fc.jsonValue(), fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(words, tie('value'), { maxKeys: 5 })),
    })).value;
    fc.assert(fc.property(junk, fc.constantFrom(...FACT_LEVELS), (rule, level) => {
      validateRule(rule, FACT_CATALOGUE, level);
      describeRule(rule, { catalogue: FACT_CATALOGUE, level });
      explain(rule, { catalogue: FACT_CATALOGUE, level, subject: { facts: {} }, parameters: {} });
    }), { numRuns: 1000 });
  });

  it('ends on a rule that contains itself', () => {
    const rule: { combinator: string; rules: unknown[] } = { combinator: 'and', rules: [] };
    rule.rules.push(rule);
    expect(validateRule(rule, FACT_CATALOGUE, 'household').map(({ code }) => code)).toEqual(['too-deep']);
  });
});
