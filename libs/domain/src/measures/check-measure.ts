import type { FactCatalogue } from '../facts/catalogue.js';
import type { ExampleOutcome } from '../rules/rule-set.js';
import { runExamples } from '../rules/rule-set.js';
import type { RuleError } from '../rules/rule-errors.js';
import { VERDICTS, type Verdict } from '../rules/truth.js';
import { validateRule } from '../rules/validate-rule.js';
import { isCalendarDate } from '../time/index.js';
import { MEASURE_DELIVERIES, MEASURE_KINDS, MEASURE_LEVELS, measureDocuments, type AmountItem, type JudgedMeasureLevel, type Measure } from './measure.js';

export interface MeasureProblems {
  /** Faulty properties, by name. */
  readonly fields: readonly string[];
  readonly eligibility: readonly RuleError[];
  readonly receivedWhen: readonly RuleError[];
  readonly examples: readonly ExampleOutcome[];
  /** Verdicts that no example of the rule shows. */
  readonly untested: readonly Verdict[];
}

/** Whether the level is judged one by one. */
export function isJudgedLevel(level: string): level is JudgedMeasureLevel {
  return level === 'household' || level === 'member';
}

/** Everything that keeps a measure from being published, or null when it may be. Never throws. */
export function checkMeasure(input: unknown, catalogue: FactCatalogue): MeasureProblems | null {
  const none = { fields: [], eligibility: [], receivedWhen: [], examples: [], untested: [] };
  const fields = faultyFields(input, catalogue);
  if (fields.length > 0) return { ...none, fields };
  const measure = input as Measure; // every property was looked at by faultyFields, the rules are checked below
  const { level, eligibility, receivedWhen } = measure;
  if (!isJudgedLevel(level)) return eligibility === null && receivedWhen === null ? null : { ...none, fields: ['level'] };
  const faults = { eligibility: eligibility ? validateRule(eligibility, catalogue, level) : [], receivedWhen: receivedWhen ? validateRule(receivedWhen, catalogue, level) : [] };
  if (faults.eligibility.length + faults.receivedWhen.length > 0) return { ...none, ...faults };
  if (!eligibility) return measure.examples.length > 0 ? { ...none, fields: ['examples'] } : null;
  const examples = runExamples({ rule: eligibility, level, examples: [...measure.examples] }, catalogue).filter(({ passed }) => !passed);
  const untested = VERDICTS.filter((verdict) => measure.examples.every(({ expected }) => expected !== verdict));
  return examples.length + untested.length > 0 ? { ...none, examples, untested } : null;
}

type Check = (value: unknown) => boolean;
const nullable = (check: Check): Check => (value) => value === null || check(value);
const oneOf = (values: readonly string[]): Check => (value) => values.some((one) => one === value);
const listOf = (check: Check): Check => (value) => Array.isArray(value) && value.every(check);

function faultyFields(input: unknown, catalogue: FactCatalogue): string[] {
  if (!isRecord(input)) return ['$'];
  const checks: Readonly<Record<keyof Measure, Check>> = {
    code: (value) => typeof value === 'string' && /^[A-Z]{3}-[0-9]{2}$/.test(value),
    version: (value) => Number.isSafeInteger(value) && Number(value) > 0,
    kind: oneOf(MEASURE_KINDS),
    level: oneOf(MEASURE_LEVELS),
    delivery: oneOf(MEASURE_DELIVERIES),
    name: isText,
    beneficiaries: nullable(isText),
    eligibility: nullable(isRecord),
    ruleNote: nullable(isText),
    amount: nullable((value) => listOf(isAmount)(value) && (value as unknown[]).length > 0),
    period: nullable(isText),
    funding: nullable(isText),
    afterExit: nullable(isText),
    receivedWhen: nullable(isRecord),
    moves: (value) => isRecord(value) && listOf((fact) => catalogue.facts.household.has(String(fact)))(value['facts']) && listOf((cause) => catalogue.codeLists.get('povertyCause')?.has(String(cause)) ?? true)(value['causes']),
    overlaps: listOf((value) => isRecord(value) && /^[A-Z]{3}-[0-9]{2}$/.test(String(value['code'])) && isText(value['note'])),
    sources: (value) => listOf((source) => isRecord(source) && Object.hasOwn(measureDocuments, String(source['document'])) && nullable(isText)(source['place']))(value) && (value as unknown[]).length > 0,
    examples: listOf(isExample),
    effectiveFrom: isDay,
    effectiveTo: nullable(isDay),
  };
  const faulty = Object.entries(checks).filter(([name, check]) => !check(input[name])).map(([name]) => name);
  return [...faulty, ...Object.keys(input).filter((name) => !Object.hasOwn(checks, name))];
}

const isDay: Check = (value) => typeof value === 'string' && isCalendarDate(value);

/** A fixed amount says how much, for whom and for what term; a share says how much. */
function isAmount(value: unknown): boolean {
  if (!isRecord(value) || !isText(value['text']) || !nullable(isText)(value['applies'])) return false;
  const item = value as unknown as AmountItem;
  if (item.kind === 'fixed') return Number.isSafeInteger(item.fen) && Number(item.fen) > 0 && oneOf(['person', 'household'])(item.per) && oneOf(['once', 'year'])(item.term);
  if (item.kind === 'points' || item.kind === 'percent') return Number.isFinite(item.value);
  return item.kind === 'text';
}

function isExample(value: unknown): boolean {
  if (!isRecord(value) || !isText(value['name']) || !isRecord(value['facts']) || !isRecord(value['parameters'])) return false;
  const related = value['related'];
  if (related !== undefined && !(isRecord(related) && Object.values(related).every((rows) => Array.isArray(rows) && rows.every(isRecord)))) return false;
  return oneOf(VERDICTS)(value['expected']);
}

function isText(value: unknown): boolean {
  return isRecord(value) && typeof value['zh'] === 'string' && value['zh'] !== '' && typeof value['en'] === 'string' && value['en'] !== '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
