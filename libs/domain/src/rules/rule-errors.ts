import type { LocalText } from '../facts/fact-definition.js';

/** Why a rule is refused. `path` is a JSON path into the rule, e.g. `$.rules[1].value`. */
export interface RuleError {
  code: RuleErrorCode;
  path: string;
  message: LocalText;
}

const messages = {
  'not-an-object': ['此处应为条件或条件组', 'a condition or a group is expected here'],
  'unknown-key': ['不认识的属性“{0}”', 'unknown property "{0}"'],
  'bad-id': ['id 应为文字', 'id must be a text'],
  'bad-combinator': ['组合方式只能是 and 或 or', 'the combinator must be and or or'],
  'bad-not': ['not 只能是 true 或 false', 'not must be true or false'],
  'bad-rules': ['条件组应包含条件列表', 'a group needs a list of rules'],
  'empty-group': ['条件组不能为空', 'a group must not be empty'],
  'too-deep': ['条件组嵌套不能超过 {0} 层', 'groups must not be nested deeper than {0}'],
  'too-many-leaves': ['条件不能超过 {0} 个', 'a rule must not have more than {0} conditions'],
  'unknown-fact': ['没有名为“{0}”的指标', 'there is no fact "{0}" here'],
  'unknown-operator': ['不认识的比较方式“{0}”', 'unknown operator "{0}"'],
  'wrong-operator': ['“{0}”不能用“{1}”比较', 'the operator "{1}" does not fit "{0}"'],
  'value-not-allowed': ['“{0}”不需要比较值', '"{0}" takes no value'],
  'missing-value': ['缺少比较值', 'the value is missing'],
  'wrong-value': ['比较值的类型不符，应为{0}', 'the value has the wrong type, {0} is expected'],
  'not-a-list': ['比较值应为非空列表', 'the value must be a list that is not empty'],
  'list-too-long': ['列表不能超过 {0} 项', 'the list must not have more than {0} values'],
  'not-a-pair': ['比较值应为起止两个值', 'the value must be a pair of two values'],
  'bounds-reversed': ['起始值大于结束值', 'the lower bound is above the upper bound'],
  'unknown-parameter': ['没有名为“{0}”的参数', 'there is no parameter "{0}"'],
  'wrong-parameter': ['参数“{0}”的类型不符', 'the parameter "{0}" has the wrong type'],
  'wrong-fact': ['指标“{0}”的类型不符，不能与“{1}”比较', 'the fact "{0}" has the wrong type to be compared with "{1}"'],
  'unknown-code': ['“{0}”不在代码表“{1}”中', '"{0}" is not a code of the list "{1}"'],
  'unknown-collection': ['没有名为“{0}”的明细', 'there is no collection "{0}" here'],
  'unknown-quantifier': ['量词只能是 some、all、none、count', 'the quantifier must be some, all, none or count'],
  'missing-count': ['count 需要写明比较方式和比较值', 'count needs an operator and a value'],
  'count-not-allowed': ['只有 count 可以写明数量', 'only the quantifier count takes a count'],
} as const satisfies Record<string, readonly [string, string]>;

export type RuleErrorCode = keyof typeof messages;

/** Longest piece of foreign input repeated in a message. */
const MAX_QUOTE = 60;

export function ruleError(code: RuleErrorCode, path: string, ...quotes: readonly (string | number | { zh: string; en: string })[]): RuleError {
  const fill = (template: string, language: 'zh' | 'en'): string =>
    template.replace(/\{(\d)\}/g, (_, digit: string) => {
      const quote = quotes[Number(digit)] ?? '';
      return String(typeof quote === 'object' ? quote[language] : quote).slice(0, MAX_QUOTE);
    });
  const [zh, en] = messages[code];
  return { code, path, message: { zh: fill(zh, 'zh'), en: fill(en, 'en') } };
}
