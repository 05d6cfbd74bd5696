import type { FactDefinition, FactValues, LocalText } from '../facts/fact-definition.js';
import { decisiveLeaves } from './decisive-leaves.js';
import { describeNode } from './describe.js';
import { combine, evaluateLeaves, isKnown } from './evaluate.js';
import type { RuleQuestion } from './evaluate.js';
import type { ExplanationNode, LeafExplanation, MissingEvidence, QuantifierExplanation, RequiredValue } from './explanation.js';
import { both, formatActual, formatOperand, joinTexts } from './format.js';
import type { PlanInvalid, PlanNode, PlanOperand, PlanQuantifier, PlanTest } from './plan.js';
import { verdictOf } from './truth.js';
import type { Truth } from './truth.js';
import { factRatio, factValue, parameterValue } from './values.js';

const notUnderstood: LocalText = { zh: '条件本身有误，需要修改规则', en: 'the condition itself is faulty, the rule must be corrected' };

/** Explains one node of a planned rule; `truths` are the results of the plan's leaves. */
export function explainNode(node: PlanNode, truths: readonly Truth[], question: RuleQuestion): ExplanationNode {
  switch (node.kind) {
    case 'group': {
      const children = node.children.map((child) => explainNode(child, truths, question));
      return { kind: 'group', path: node.path, combinator: node.combinator, not: node.not, result: verdictOf(combine(node, truths)), children };
    }
    case 'test':
      return explainTest(node, truths[node.index] ?? null, question);
    case 'quantifier':
      return explainQuantifier(node, truths[node.index] ?? null, question);
    case 'invalid':
      return explainInvalid(node, question);
  }
}

function explainTest(test: PlanTest, truth: Truth, question: RuleQuestion): LeafExplanation {
  const { fact, operator, operands } = test;
  const { facts, provenance } = question.subject;
  const known = operator === 'null' || operator === 'notNull';
  return {
    kind: 'leaf', index: test.index, path: test.path, sentence: describeNode(test, question), result: verdictOf(truth),
    fact: fact.name, label: fact.label, operator, unit: fact.unit ?? null,
    actual: fact.type === 'ratio' ? factRatio(fact, facts) : factValue(fact, facts),
    actualText: formatActual(fact, facts, question.catalogue),
    required: operands.map((operand) => required(operand, question)),
    requiredText: joinTexts(operands.map((operand) => formatOperand(fact, operand, question.catalogue, question.parameters)), { zh: '、', en: ', ' }),
    source: provenance?.[fact.name]?.source ?? null, asOf: provenance?.[fact.name]?.asOf ?? null,
    missing: truth === null && !known ? [...missingFact(fact, facts), ...missingOperands(operands, question)] : [],
  };
}

function explainQuantifier(node: PlanQuantifier, truth: Truth, question: RuleQuestion): QuantifierExplanation {
  const { collection, quantifier, count } = node;
  const rows = question.subject.related?.[collection.name] ?? null;
  const explained = rows?.map((facts) => {
    const inner: RuleQuestion = { ...question, level: collection.level, subject: { facts } };
    const truths = evaluateLeaves(node.where, inner.subject, question.parameters);
    const root = explainNode(node.where.root, truths, inner);
    const decisive = new Set(decisiveLeaves(node.where.root, truths));
    return { result: verdictOf(combine(node.where.root, truths)), root, missing: missingIn(root, decisive) };
  });
  const absent: MissingEvidence = { kind: 'collection', name: collection.name, label: collection.label, meaning: { zh: `${collection.label.zh}尚未录入`, en: `${collection.label.en} are not entered yet` } };
  const open = explained?.filter(({ result }) => result === 'unproven').flatMap(({ missing }) => missing) ?? [];
  const gaps = [...(explained?.length ? open : [absent]), ...missingOperands(count?.operands ?? [], question)];
  return {
    kind: 'quantifier', index: node.index, path: node.path, sentence: describeNode(node, question), result: verdictOf(truth),
    over: collection.name, label: collection.label, quantifier,
    count: count && { operator: count.operator, required: count.operands.map((operand) => required(operand, question)) },
    rows: explained?.map(({ result, root }) => ({ result, root })) ?? null,
    missing: truth === null ? gaps : [],
  };
}

function missingIn(node: ExplanationNode, decisive: ReadonlySet<number>): MissingEvidence[] {
  if (node.kind === 'group') return node.children.flatMap((child) => missingIn(child, decisive));
  return decisive.has(node.index) ? node.missing : [];
}

function explainInvalid(node: PlanInvalid, question: RuleQuestion): LeafExplanation {
  const label = both(node.name);
  return {
    kind: 'leaf', index: node.index, path: node.path, sentence: describeNode(node, question), result: 'unproven',
    fact: node.name, label, operator: null, unit: null, actual: null, actualText: both(''), required: [], requiredText: both(''),
    source: null, asOf: null, missing: [{ kind: 'rule', name: node.name || node.path, label, meaning: notUnderstood }],
  };
}

function required(operand: PlanOperand, { subject, parameters }: RuleQuestion): RequiredValue {
  switch (operand.kind) {
    case 'constant':
      return { kind: 'constant', value: operand.value };
    case 'parameter':
      return { kind: 'parameter', name: operand.parameter.name, label: operand.parameter.label, value: parameterValue(operand.parameter, parameters) };
    case 'fact':
      return { kind: 'fact', name: operand.fact.name, label: operand.fact.label, value: factValue(operand.fact, subject.facts) };
  }
}

/** A list with an unknown entry is a gap as well, although something of it is known. */
function missingFact(fact: FactDefinition, facts: FactValues): MissingEvidence[] {
  const value = factValue(fact, facts);
  const whole = !Array.isArray(value) || !value.includes(null);
  return isKnown(fact, facts) && whole ? [] : [{ kind: 'fact', name: fact.name, label: fact.label, meaning: fact.nullMeans }];
}

function missingOperands(operands: readonly PlanOperand[], { subject, parameters }: RuleQuestion): MissingEvidence[] {
  return operands.flatMap((operand): MissingEvidence[] => {
    if (operand.kind === 'constant') return [];
    if (operand.kind === 'fact') return missingFact(operand.fact, subject.facts);
    const { name, label } = operand.parameter;
    const notSet = { zh: `参数“${label.zh}”尚未设定`, en: `the parameter "${label.en}" is not set` };
    return parameterValue(operand.parameter, parameters) === null ? [{ kind: 'parameter', name, label, meaning: notSet }] : [];
  });
}
