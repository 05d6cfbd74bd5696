import { codeLists } from '../codes/index.js';
import { runExamples, type ExampleOutcome } from '../rules/rule-set.js';
import type { RuleError } from '../rules/rule-errors.js';
import { validateRule } from '../rules/validate-rule.js';
import { snakeCase } from '../fields/field.js';
import { isCalendarDate } from '../time/index.js';
import { checkCatalogue } from './check-catalogue.js';
import { CHECK_REACHES, CHECK_ROOMS, CHECK_SEVERITIES, CHECK_SUBJECTS, CHECK_VALUE_TYPES, type RuleCheck } from './check-definition.js';
import { checkSqlFaults, parametersNamed, type CheckSqlFault } from './check-sql.js';

export interface CheckProblems {
  /** Faulty, missing or unknown properties, by name. */
  readonly fields: readonly string[];
  readonly rule: readonly RuleError[];
  readonly examples: readonly ExampleOutcome[];
  readonly sql: readonly CheckSqlFault[];
  /** Numbers that the statement asks for and nobody declares, or that are declared and nowhere named. */
  readonly parameters: readonly string[];
}

type Check = (value: unknown) => boolean;
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText: Check = (value) => isRecord(value) && filled(value['zh']) && filled(value['en']);
const filled: Check = (value) => typeof value === 'string' && value.trim() !== '';
const isDay: Check = (value) => typeof value === 'string' && isCalendarDate(value);
const oneOf = (values: readonly string[]): Check => (value) => values.some((one) => one === value);
const listOf = (check: Check): Check => (value) => Array.isArray(value) && value.every(check);
const named = (shape: RegExp): Check => (value) => isRecord(value) && typeof value['name'] === 'string' && shape.test(value['name']) && isText(value['label']);
const distinct: Check = (value) => new Set((value as { name?: unknown }[]).map((one) => one.name)).size === (value as unknown[]).length;

const isParameter: Check = (value) => named(/^[a-z][a-z0-9_]{1,60}$/)(value) && isRecord(value) && filled(value['unit']) && filled(value['origin'])
  && (value['value'] === null || (value['unit'] === 'words' ? filled(value['value']) : typeof value['value'] === 'number' && Number.isFinite(value['value'])));
const isValue: Check = (value) => named(/^[a-z][A-Za-z0-9]{0,60}$/)(value) && isRecord(value) && oneOf(CHECK_VALUE_TYPES)(value['type'])
  && (value['codeList'] === undefined || codeLists.some(({ name }) => name === value['codeList']));

const shared: Readonly<Record<string, Check>> = {
  code: (value) => typeof value === 'string' && /^[A-Z][0-9]{2,3}$/.test(value),
  version: (value) => Number.isSafeInteger(value) && Number(value) > 0,
  ordinal: (value) => Number.isSafeInteger(value) && Number(value) > 0,
  severity: oneOf(CHECK_SEVERITIES),
  room: oneOf(CHECK_ROOMS),
  subject: oneOf(CHECK_SUBJECTS),
  name: isText,
  meaning: isText,
  basis: (value) => listOf((one) => isRecord(one) && filled(one['zh']) && filled(one['tag']))(value) && (value as unknown[]).length > 0,
  parameters: (value) => listOf(isParameter)(value) && distinct(value),
  registers: listOf((value) => typeof value === 'string' && /^[a-z][a-z_]{1,40}$/.test(value)),
  reach: (value) => value === undefined || oneOf(CHECK_REACHES)(value),
  values: (value) => listOf(isValue)(value) && distinct(value),
  validFrom: isDay,
  validTo: (value) => value === null || isDay(value),
};
const ruleForm: Readonly<Record<string, Check>> = {
  level: oneOf(['household', 'member']),
  rule: isRecord,
  examples: (value) => value === undefined || listOf((one) => isRecord(one) && isText(one['name']) && isRecord(one['facts']) && isRecord(one['parameters']))(value),
};

/**
 * Values of a rule are facts of its level under their names in camel case; numbers that a rule names are whole.
 * Everything that keeps a check from being published, or null when it may be. `sqlText` is the statement of a check that is no
 * rule. Never throws.
 */
export function checkProblems(input: unknown, sqlText: string | null): CheckProblems | null {
  const none: CheckProblems = { fields: [], rule: [], examples: [], sql: [], parameters: [] };
  if (!isRecord(input)) return { ...none, fields: ['$'] };
  const form: Readonly<Record<string, Check>> = 'rule' in input ? ruleForm : { sql: (value) => filled(value) && sqlText !== null };
  const checks = { ...shared, ...form };
  const fields = [...Object.keys(checks).filter((name) => !checks[name]?.(input[name])), ...Object.keys(input).filter((name) => !Object.hasOwn(checks, name))];
  if (fields.length > 0) return { ...none, fields };
  return 'rule' in input ? ruleProblems(input as unknown as RuleCheck, none) : sqlProblems(input, sqlText ?? '', none);
}

function ruleProblems(check: RuleCheck, none: CheckProblems): CheckProblems | null {
  const catalogue = checkCatalogue(check.parameters);
  const rule = validateRule(check.rule, catalogue, check.level);
  if (rule.length > 0) return { ...none, rule };
  if (check.subject !== check.level) return { ...none, fields: ['subject'] };
  if (check.parameters.some(({ value }) => value !== null && !Number.isSafeInteger(value))) return { ...none, fields: ['parameters'] };
  if (check.values.some(({ name }) => !catalogue.facts[check.level].has(snakeCase(name)))) return { ...none, fields: ['values'] };
  const { level, examples = [] } = check;
  const failed = runExamples({ rule: check.rule, level, examples: [...examples] }, catalogue).filter(({ passed }) => !passed);
  return failed.length > 0 ? { ...none, examples: failed } : null;
}

function sqlProblems(input: Record<string, unknown>, sqlText: string, none: CheckProblems): CheckProblems | null {
  const sql = checkSqlFaults(sqlText);
  const declared = (input['parameters'] as { name: string }[]).map(({ name }) => name); // looked at above
  const asked = parametersNamed(sqlText);
  const parameters = [...asked.filter((name) => !declared.includes(name)), ...declared.filter((name) => !sqlText.includes(name))];
  return sql.length + parameters.length > 0 ? { ...none, sql, parameters } : null;
}
