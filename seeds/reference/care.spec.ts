import { CARE_CATALOGUE, CARE_PARAMETERS, describeRule, evaluate, policyParameters, runExamples, type RuleSet } from '#domain';
import { readCareRegisters } from './seed-care.js';

const registers = readCareRegisters().map((register): [string, RuleSet & { ordinal: number; list: unknown }] => [register.code, register]);

function leavesOf(node: unknown): Record<string, unknown>[] {
  const group = node as { rules?: unknown[] };
  return group.rules ? group.rules.flatMap(leavesOf) : [node as Record<string, unknown>];
}

describe('care registers delivered with the product', () => {
  it('are the groups that the policy documents name', () => {
    expect(registers.map(([code]) => code)).toEqual([
      'left_behind_child', 'left_behind_woman', 'left_behind_elderly', 'disabled', 'child_in_hardship', 'school_age_child', 'school_dropout', 'contracted_service', 'lost_labour',
      'household_without_labour',
    ]);
  });

  it.each(registers)('%s names the document that asks for it', (_, { source }) => {
    expect(source.document).toMatch(/内蒙古/);
  });

  it.each(registers)('%s holds no age or other number of policy: they are parameters', (_, { rule }) => {
    const numbers = leavesOf(rule).flatMap(({ value }) => [value].flat()).filter((value) => typeof value === 'number');
    expect(numbers.filter((value) => value !== 0)).toEqual([]);
  });

  it.each(registers)('%s is unproven as long as nothing is known', (_, { rule, level }) => {
    expect(evaluate(rule, { catalogue: CARE_CATALOGUE, level, subject: { facts: {} }, parameters: {} })).toBe('unproven');
  });

  it.each(registers)('%s fails its examples when a condition is taken out or a limit moved', (_, set) => {
    const leaves = leavesOf(set.rule).map((leaf) => JSON.stringify(leaf));
    const turned: Record<string, string> = { '<': '<=', '>=': '>' };
    for (const leaf of leaves) {
      const operator = /"operator":"([<>]=?)"/.exec(leaf)?.[1];
      const faulty = operator ? leaf.replace(operator, turned[operator] ?? '') : '{"field":"year_x","operator":"="}';
      const rule = JSON.parse(JSON.stringify(set.rule).replace(leaf, faulty)) as RuleSet['rule'];
      expect([leaf, runExamples({ ...set, rule }, CARE_CATALOGUE).some(({ passed }) => !passed)]).toEqual([leaf, true]);
    }
  });

  it.each(registers)('%s reads as a sentence without a gap', (_, { rule, level }) => {
    const { zh, en } = describeRule(rule, { catalogue: CARE_CATALOGUE, level, parameters: { care_child_age: 16, care_minor_age: 18, care_elderly_age: 60 } });
    expect(zh).not.toMatch(/无法识别|undefined|未设置/);
    expect(en).not.toMatch(/not understood|undefined|not set/);
  });

  it('name only parameters that the product keeps', () => {
    for (const { name } of CARE_PARAMETERS) expect(policyParameters.some((parameter) => parameter.name === name)).toBe(true);
  });
});
