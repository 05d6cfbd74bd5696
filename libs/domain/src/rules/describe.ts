import type { FactCatalogue } from '../facts/catalogue.js';
import type { FactDefinition, FactLevel, LocalText, ParameterValues } from '../facts/fact-definition.js';
import { both, formatOperand, joinTexts } from './format.js';
import { planRule } from './plan-rule.js';
import type { PlanGroup, PlanNode, PlanOperand, PlanQuantifier, PlanTest } from './plan.js';
import type { Comparison, CountOperator, Operator } from './rule.js';

export interface DescribeOptions {
  catalogue: FactCatalogue;
  level: FactLevel;
  /** With values, parameters read "poverty line (4,000 yuan)" or "(not set)"; without, only their names. */
  parameters?: ParameterValues;
}

/** One sentence per language that says what the rule says. Total: a faulty condition reads as such. */
export function describeRule(rule: unknown, options: DescribeOptions): LocalText {
  const said = describeNode(planRule(rule, options.catalogue, options.level).root, options);
  return { zh: `${said.zh}。`, en: `${said.en.charAt(0).toUpperCase()}${said.en.slice(1)}.` };
}

/** A node of a planned rule as a clause, without full stop. */
export function describeNode(node: PlanNode, options: DescribeOptions): LocalText {
  switch (node.kind) {
    case 'group':
      return describeGroup(node, options);
    case 'test':
      return describeTest(node, options);
    case 'quantifier':
      return describeQuantifier(node, options);
    case 'invalid':
      return node.name ? { zh: `（无法识别的条件：${node.name}）`, en: `(condition not understood: ${node.name})` } : { zh: '（无法识别的条件）', en: '(condition not understood)' };
  }
}

function describeGroup(group: PlanGroup, options: DescribeOptions): LocalText {
  const separator = group.combinator === 'and' ? { zh: '，且', en: ' and ' } : { zh: '，或', en: ' or ' };
  const clauses = group.children.map((child) => {
    const clause = describeNode(child, options);
    return child.kind === 'group' && child.children.length > 1 && !child.not && group.children.length > 1 ? bracketed(clause) : clause;
  });
  const said = joinTexts(clauses, separator);
  return group.not ? { zh: `并非（${said.zh}）`, en: `not (${said.en})` } : said;
}

function describeTest({ fact, operator, operands }: PlanTest, options: DescribeOptions): LocalText {
  const phrase = describeBoolean(fact, operator, operands);
  return phrase ?? describeComparison(fact.label, wordsOf(fact, operator), texts(fact, operands, options));
}

function describeQuantifier(node: PlanQuantifier, options: DescribeOptions): LocalText {
  const where = describeNode(node.where.root, { ...options, level: node.collection.level });
  const { label, unit } = node.collection;
  if (node.count) {
    const counted: FactDefinition = { name: 'count', level: node.collection.of, type: 'integer', label, nullMeans: label };
    const bounds = texts(counted, node.count.operands, options).map((bound) => ({ zh: `${bound.zh} ${unit.zh}`, en: bound.en }));
    const subject = { zh: `满足（${where.zh}）的${label.zh}`, en: `the number of ${label.en} with (${where.en})` };
    return describeComparison(subject, wording(node.count.operator, amounts), bounds);
  }
  const said = { some: ['有', 'some'], all: ['全部', 'all'], none: ['没有', 'none'], count: ['', ''] }[node.quantifier];
  return { zh: `${said[0] ?? ''}${label.zh}满足（${where.zh}）`, en: `${said[1] ?? ''} of the ${label.en} satisfy (${where.en})` };
}

function texts(fact: FactDefinition, operands: readonly PlanOperand[], { catalogue, parameters }: DescribeOptions): LocalText[] {
  return operands.map((operand) => formatOperand(fact, operand, catalogue, parameters));
}

/** "housing is safe" instead of "safe housing is yes". */
function describeBoolean(fact: FactDefinition, operator: Operator, [operand]: readonly PlanOperand[]): LocalText | null {
  if (!fact.phrases || operand?.kind !== 'constant' || (operator !== '=' && operator !== '!=')) return null;
  return (operand.value === true) === (operator === '=') ? fact.phrases.yes : fact.phrases.no;
}

type Wording = Readonly<Record<Comparison, LocalText>>;
const levels: Wording = {
  '=': both('等于', 'is'), '!=': both('不等于', 'is not'), '<': both('低于', 'is below'),
  '<=': both('不高于', 'is at most'), '>': both('高于', 'is above'), '>=': both('不低于', 'is at least'),
};
const amounts: Wording = { ...levels, '<': both('少于', 'is below'), '<=': both('不多于', 'is at most'), '>': both('多于', 'is above'), '>=': both('不少于', 'is at least') };
const days: Wording = { ...levels, '<': both('早于', 'is before'), '<=': both('不晚于', 'is not after'), '>': both('晚于', 'is after'), '>=': both('不早于', 'is not before') };
const names: Wording = { ...levels, '=': both('为', 'is'), '!=': both('不为', 'is not') };
const others: Readonly<Record<Exclude<Operator, Comparison>, LocalText>> = {
  between: both('在', 'is between'), in: both('属于', 'is one of'), notIn: both('不属于', 'is none of'), contains: both('包含', 'includes'),
  null: both('尚不清楚', 'is not known'), notNull: both('已有记录', 'is known'),
};

function wordsOf(fact: FactDefinition, operator: Operator): LocalText {
  if (fact.type === 'date' || fact.unit === 'year') return wording(operator, days);
  if (fact.type === 'integer') return wording(operator, amounts);
  return wording(operator, fact.type === 'money_fen' || fact.type === 'ratio' ? levels : names);
}

function wording(operator: Operator | CountOperator, comparisons: Wording): LocalText {
  return { ...comparisons, ...others }[operator];
}

function describeComparison(subject: LocalText, words: LocalText, values: readonly LocalText[]): LocalText {
  if (values.length === 0) return { zh: `${subject.zh}${words.zh}`, en: `${subject.en} ${words.en}` };
  if (words === others.between) {
    const range = joinTexts(values, { zh: ' 至 ', en: ' and ' });
    return { zh: `${subject.zh}在 ${range.zh} 之间（含）`, en: `${subject.en} is between ${range.en} (inclusive)` };
  }
  const list = joinTexts(values, { zh: '、', en: ', ' });
  return { zh: `${subject.zh}${words.zh}${/^[-\d]/.test(list.zh) ? ' ' : ''}${list.zh}`, en: `${subject.en} ${words.en} ${list.en}` };
}

function bracketed({ zh, en }: LocalText): LocalText {
  return { zh: `（${zh}）`, en: `(${en})` };
}
