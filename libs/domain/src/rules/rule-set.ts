import type { FactCatalogue } from '../facts/catalogue.js';
import { FACT_LEVELS } from '../facts/fact-definition.js';
import type { FactLevel, FactValues, LocalText, ParameterValues } from '../facts/fact-definition.js';
import { isCalendarDate } from '../time/index.js';
import { evaluate } from './evaluate.js';
import type { RuleError } from './rule-errors.js';
import type { Rule } from './rule.js';
import { VERDICTS } from './truth.js';
import type { Verdict } from './truth.js';
import { validateRule } from './validate-rule.js';

/** A rule with everything that publishing needs. Versions are immutable; a change is a new version. */
export interface RuleSet {
  code: string;
  version: number;
  level: FactLevel;
  name: LocalText;
  description: LocalText;
  /** Facts of a year are judged by the version in force on its last day. */
  effectiveFrom: string;
  effectiveTo: string | null;
  source: { document: string | null; note: LocalText };
  rule: Rule;
  examples: RuleExample[];
}

export interface RuleExample {
  name: LocalText;
  facts: FactValues;
  related?: Readonly<Record<string, readonly FactValues[]>>;
  parameters: ParameterValues;
  expected: Verdict;
}

export interface ExampleOutcome {
  index: number;
  name: LocalText;
  expected: Verdict;
  actual: Verdict;
  passed: boolean;
}

/** Runs the example cases; publishing is refused unless all pass. */
export function runExamples({ rule, level, examples }: Pick<RuleSet, 'rule' | 'level' | 'examples'>, catalogue: FactCatalogue): ExampleOutcome[] {
  return examples.map(({ name, facts, related, parameters, expected }, index) => {
    const actual = evaluate(rule, { catalogue, level, subject: { facts, related }, parameters });
    return { index, name, expected, actual, passed: actual === expected };
  });
}

export interface RuleSetProblems {
  /** Faulty properties of the set itself, by name. */
  fields: string[];
  rule: RuleError[];
  examples: ExampleOutcome[];
  /** Verdicts no example expects; a set must show each of the three. */
  untested: Verdict[];
}

/** Everything that keeps a rule set from being published, or null when it may be. Never throws. */
export function checkRuleSet(input: unknown, catalogue: FactCatalogue): RuleSetProblems | null {
  const fields = faultyFields(input);
  if (fields.length > 0) return { fields, rule: [], examples: [], untested: [] };
  const set = input as RuleSet; // every property was looked at by faultyFields, the rule is checked below
  const rule = validateRule(set.rule, catalogue, set.level);
  if (rule.length > 0) return { fields: [], rule, examples: [], untested: [] };
  const failed = runExamples(set, catalogue).filter(({ passed }) => !passed);
  const untested = VERDICTS.filter((verdict) => set.examples.every(({ expected }) => expected !== verdict));
  return failed.length + untested.length > 0 ? { fields: [], rule: [], examples: failed, untested } : null;
}

function faultyFields(input: unknown): string[] {
  if (!isRecord(input)) return ['$'];
  const checks: Readonly<Record<keyof RuleSet, (value: unknown) => boolean>> = {
    code: (value) => typeof value === 'string' && /^[a-z][a-z0-9_.-]{2,60}$/.test(value),
    version: (value) => Number.isSafeInteger(value) && Number(value) > 0,
    level: (value) => FACT_LEVELS.some((level) => level === value),
    name: isText,
    description: isText,
    effectiveFrom: (value) => typeof value === 'string' && isCalendarDate(value),
    effectiveTo: (value) => value === null || (typeof value === 'string' && isCalendarDate(value)),
    source: (value) => isRecord(value) && (value['document'] === null || typeof value['document'] === 'string') && isText(value['note']),
    rule: isRecord,
    examples: (value) => Array.isArray(value) && value.every(isExample),
  };
  const faulty = Object.entries(checks).filter(([name, check]) => !check(input[name])).map(([name]) => name);
  return [...faulty, ...Object.keys(input).filter((name) => !Object.hasOwn(checks, name))];
}

function isExample(value: unknown): boolean {
  if (!isRecord(value) || !isText(value['name']) || !isRecord(value['facts']) || !isRecord(value['parameters'])) return false;
  const related = value['related'];
  if (related !== undefined && !(isRecord(related) && Object.values(related).every((rows) => Array.isArray(rows) && rows.every(isRecord)))) return false;
  return VERDICTS.some((verdict) => verdict === value['expected']);
}

function isText(value: unknown): boolean {
  return isRecord(value) && typeof value['zh'] === 'string' && value['zh'] !== '' && typeof value['en'] === 'string' && value['en'] !== '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
