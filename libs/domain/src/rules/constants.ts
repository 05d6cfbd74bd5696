import type { CodeLabels } from '../facts/catalogue.js';
import type { FactDefinition, FactType, LocalText, ParameterType } from '../facts/fact-definition.js';
import { isCalendarDate } from '../time/index.js';
import type { Operator, RuleConstant } from './rule.js';

const ORDERED: readonly Operator[] = ['=', '!=', '<', '<=', '>', '>=', 'between'];
const KNOWN: readonly Operator[] = ['null', 'notNull'];
const LISTS: readonly Operator[] = ['in', 'notIn'];

/** Which operators fit which type. Texts and codes have no order, a ratio is never a member of a list. */
export const OPERATORS_OF: Readonly<Record<FactType, readonly Operator[]>> = {
  integer: [...ORDERED, ...LISTS, ...KNOWN],
  money_fen: [...ORDERED, ...LISTS, ...KNOWN],
  date: [...ORDERED, ...LISTS, ...KNOWN],
  ratio: [...ORDERED, ...KNOWN],
  boolean: ['=', '!=', ...KNOWN],
  code: ['=', '!=', ...LISTS, ...KNOWN],
  text: ['=', '!=', ...LISTS, ...KNOWN],
  codes: ['contains', ...KNOWN],
};

/** The kind of parameter that may stand beside a fact of this type. */
export const PARAMETER_OF: Readonly<Partial<Record<FactType, ParameterType>>> = { integer: 'integer', money_fen: 'money_fen', ratio: 'basis_points' };

const expected: Readonly<Record<FactType, LocalText>> = {
  integer: { zh: '整数', en: 'a whole number' },
  money_fen: { zh: '以分为单位的整数', en: 'a whole number of fen' },
  date: { zh: '日期（年-月-日）', en: 'a date YYYY-MM-DD' },
  ratio: { zh: '以万分比为单位的整数（0 至 1000000）', en: 'a whole number of basis points (0 to 1000000)' },
  boolean: { zh: '是或否', en: 'true or false' },
  code: { zh: '代码', en: 'a code' },
  codes: { zh: '代码', en: 'a code' },
  text: { zh: '文字', en: 'a text' },
};

export function expectedConstant(type: FactType): LocalText {
  return expected[type];
}

/** Whether a value is a constant of this type that JavaScript and PostgreSQL both hold exactly. */
export function isConstantOf(type: FactType, value: unknown): value is RuleConstant {
  switch (type) {
    case 'integer':
    case 'money_fen':
      return Number.isSafeInteger(value);
    case 'ratio':
      return Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= 1_000_000;
    case 'boolean':
      return typeof value === 'boolean';
    case 'date':
      return typeof value === 'string' && isCalendarDate(value);
    case 'code':
    case 'codes':
    case 'text':
      return typeof value === 'string' && isStorableText(value);
  }
}

/** Whether a code belongs to the fact's list; a list that is not loaded says nothing. */
export function isCodeOf(fact: FactDefinition, value: RuleConstant, lists: ReadonlyMap<string, CodeLabels>): boolean {
  if (fact.type !== 'code' && fact.type !== 'codes') return true;
  return lists.get(fact.codeList ?? '')?.has(String(value)) ?? true;
}

const LONGEST_TEXT = 200;

/** PostgreSQL refuses NUL in a text, and half a surrogate pair would reach it as another character. */
function isStorableText(value: string): boolean {
  if (value.length === 0 || value.length > LONGEST_TEXT || value.includes('\u0000')) return false;
  return !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(value);
}
