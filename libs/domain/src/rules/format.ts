import type { FactCatalogue } from '../facts/catalogue.js';
import type { FactDefinition, FactUnit, FactValue, FactValues, LocalText, ParameterDefinition, ParameterValues } from '../facts/fact-definition.js';
import { formatFen } from '../values/index.js';
import type { PlanOperand } from './plan.js';
import { factRatio, factValue, parameterValue } from './values.js';

const units: Readonly<Record<FactUnit, LocalText>> = {
  yuan: { zh: '元', en: 'yuan' },
  person: { zh: '人', en: 'persons' },
  household: { zh: '户', en: 'households' },
  village: { zh: '个', en: 'villages' },
  day: { zh: '天', en: 'days' },
  month: { zh: '个月', en: 'months' },
  year: { zh: '年', en: '' },
  years_old: { zh: '岁', en: 'years' },
  percent: { zh: '%', en: '%' },
};
const unknown: LocalText = { zh: '未知', en: 'unknown' };
const yesNo = { yes: { zh: '是', en: 'yes' }, no: { zh: '否', en: 'no' } };

export function both(zh: string, en: string = zh): LocalText {
  return { zh, en };
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}

/** 400050 fen → "4,000.50"; whole yuan without decimals. */
function formatYuan(fen: number): string {
  return formatFen(fen).replace(/\.00$/, '');
}

/** 300 basis points → "3%", 33 → "0.33%". */
export function formatBasisPoints(points: number): string {
  return `${formatYuan(points).replace(/(\.\d)0$/, '$1')}%`;
}

/** "15/620（2.41%）": the pair first, for the percentage is cut off and must not decide anything. */
function formatRatio(numerator: number, denominator: number): LocalText {
  const pair = `${numerator}/${denominator}`;
  const points = Number((BigInt(numerator) * 10_000n) / BigInt(denominator));
  const exact = BigInt(points) * BigInt(denominator) === BigInt(numerator) * 10_000n;
  const percent = formatBasisPoints(points);
  return exact ? both(`${pair}（${percent}）`, `${pair} (${percent})`) : both(`${pair}（约 ${percent}）`, `${pair} (about ${percent})`);
}

function withUnit(amount: string, unit: FactUnit | undefined): LocalText {
  if (!unit) return both(amount);
  return { zh: `${amount} ${units[unit].zh}`, en: `${amount} ${units[unit].en}`.trim() };
}

/** A value of a fact as people read it: fen as yuan, codes by their label, with the unit. */
export function formatValue(fact: FactDefinition, value: FactValue | null, catalogue: FactCatalogue): LocalText {
  if (value === null) return unknown;
  if (Array.isArray(value)) return joinTexts(value.map((code: string | null) => formatValue(fact, code, catalogue)), { zh: '、', en: ', ' });
  if (typeof value === 'boolean') return value ? yesNo.yes : yesNo.no;
  if (fact.type === 'money_fen') return withUnit(formatYuan(Number(value)), 'yuan');
  if (fact.type === 'ratio') return both(formatBasisPoints(Number(value)));
  if (fact.type === 'integer') return withUnit(fact.unit === 'year' ? String(value) : grouped(String(value)), fact.unit);
  return catalogue.codeLists.get(fact.codeList ?? '')?.get(String(value)) ?? both(String(value));
}

/** The value a fact has in these facts, readable. */
export function formatActual(fact: FactDefinition, facts: FactValues, catalogue: FactCatalogue): LocalText {
  if (fact.type !== 'ratio') return formatValue(fact, factValue(fact, facts), catalogue);
  const ratio = factRatio(fact, facts);
  return ratio ? formatRatio(ratio.numerator, ratio.denominator) : unknown;
}

/** A policy number as people read it: fen as yuan, basis points as percent, others with their unit. */
export function formatAmount({ type, unit }: ParameterDefinition, value: number): LocalText {
  return type === 'money_fen' ? withUnit(formatYuan(value), 'yuan') : type === 'basis_points' ? both(formatBasisPoints(value)) : withUnit(String(value), unit);
}

function formatParameter(parameter: ParameterDefinition, parameters: ParameterValues | undefined): LocalText {
  if (!parameters) return parameter.label;
  const value = parameterValue(parameter, parameters);
  if (value === null) return { zh: `${parameter.label.zh}（未设定）`, en: `${parameter.label.en} (not set)` };
  const amount = formatAmount(parameter, value);
  return { zh: `${parameter.label.zh}（${amount.zh}）`, en: `${parameter.label.en} (${amount.en})` };
}

/** What a condition asks for: a constant with its unit, a parameter with name and value, another fact by its label. */
export function formatOperand(fact: FactDefinition, operand: PlanOperand, catalogue: FactCatalogue, parameters: ParameterValues | undefined): LocalText {
  switch (operand.kind) {
    case 'constant':
      return formatValue(fact, operand.value, catalogue);
    case 'parameter':
      return formatParameter(operand.parameter, parameters);
    case 'fact':
      return operand.fact.label;
  }
}

export function joinTexts(texts: readonly LocalText[], separator: LocalText): LocalText {
  return { zh: texts.map(({ zh }) => zh).join(separator.zh), en: texts.map(({ en }) => en).join(separator.en) };
}
