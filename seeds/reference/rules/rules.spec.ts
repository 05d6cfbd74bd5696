import { readFileSync, readdirSync } from 'node:fs';
import { FACT_CATALOGUE, RULE_PARAMETERS, checkRuleSet, describeRule, evaluate, policyParameters, runExamples, type RuleSet } from '#domain';

const folder = 'seeds/reference/rules';
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const sets = files.map((file): [string, RuleSet] => [file, JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as RuleSet]);

function leavesOf(node: unknown): Record<string, unknown>[] {
  const group = node as { rules?: unknown[] };
  return group.rules ? group.rules.flatMap(leavesOf) : [node as Record<string, unknown>];
}

describe('rules delivered with the product', () => {
  it('cover exit, re-entry, identification and ineligibility of households, village exit and county exit', () => {
    expect(sets.map(([, { code }]) => code).sort()).toEqual(['county.exit', 'household.exit', 'household.identify', 'household.ineligible', 'household.re_entry', 'village.exit']);
  });

  it.each(sets)('%s is valid, every example gives its verdict, and all three verdicts are shown', (_, set) => {
    expect(checkRuleSet(set, FACT_CATALOGUE)).toBeNull();
  });

  it.each(sets)('%s contains no policy number: amounts and rates are parameters', (_, set) => {
    for (const { value } of leavesOf(set.rule)) expect([value].flat().some((item) => typeof item === 'number')).toBe(false);
  });

  it.each(sets)('%s is unproven as long as nothing is known', (_, { rule, level }) => {
    expect(evaluate(rule, { catalogue: FACT_CATALOGUE, level, subject: { facts: {} }, parameters: {} })).toBe('unproven');
  });

  it.each(sets)('%s fails its examples when a limit is moved by the smallest step', (_, set) => {
    const moved: Record<string, string> = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' };
    const texts = leavesOf(set.rule).filter(({ operator }) => String(operator) in moved).map((leaf) => JSON.stringify(leaf));
    for (const text of texts) {
      const faulty = text.replace(/"operator":"([<>]=?)"/, (_whole, operator: string) => `"operator":"${moved[operator] ?? ''}"`);
      const rule = JSON.parse(JSON.stringify(set.rule).replace(text, faulty)) as RuleSet['rule'];
      expect(runExamples({ ...set, rule }, FACT_CATALOGUE).some(({ passed }) => !passed)).toBe(true);
    }
  });

  it.each(sets)('%s reads as a sentence without a gap', (_, { rule, level }) => {
    const { zh, en } = describeRule(rule, { catalogue: FACT_CATALOGUE, level, parameters: {} });
    expect(zh).not.toMatch(/无法识别|undefined/);
    expect(en).not.toMatch(/not understood|undefined/);
  });

  it('name only parameters that the product keeps, with the same kind of number', () => {
    for (const { name, type } of RULE_PARAMETERS) expect(policyParameters.find((parameter) => parameter.name === name)?.type).toBe(type);
  });
});
