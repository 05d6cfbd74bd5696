import type { FactCatalogue } from '../facts/catalogue.js';
import type { FactValue, LocalText, ParameterValues } from '../facts/fact-definition.js';
import { text } from '../facts/local-text.js';
import { poorStatuses } from '../codes/household-status.js';
import { describeNode } from '../rules/describe.js';
import { formatValue } from '../rules/format.js';
import { planRule } from '../rules/plan-rule.js';
import type { Rule } from '../rules/rule.js';
import { formatFen } from '../values/index.js';
import { ROW_LEVEL, factOf } from './dataset-catalogue.js';
import { datasetOf, type QuestionDataset } from './datasets.js';
import type { QuestionDefinition } from './question-definition.js';
import type { QuestionField } from './question-field.js';

/** What a question was asked about, resolved, and what came out. A value that is hidden is null. */
export interface AnsweredQuestion {
  readonly definition: QuestionDefinition;
  /** Chips with relative dates as days. */
  readonly chips: Rule | undefined;
  /** Conditions of a share, the same. */
  readonly of?: Rule;
  readonly catalogue: FactCatalogue;
  readonly parameters: ParameterValues;
  readonly on: string;
  readonly year: number | null;
  readonly divisionName: string;
  readonly number: number | null;
  readonly total: number | null;
  readonly sum: number | null;
  readonly hits: number | null;
}

/** One sentence: as of when, where, among whom, which, and how many. */
export function describeQuestion(asked: AnsweredQuestion): LocalText {
  const dataset = datasetOf(asked.definition.dataset);
  const { among, chips } = splitPopulation(dataset, asked.chips);
  const condition = chips && describeNode(planRule(chips, asked.catalogue, ROW_LEVEL).root, { catalogue: asked.catalogue, level: ROW_LEVEL, parameters: asked.parameters });
  const year = asked.year === null ? text('', '') : text(`（${asked.year} 年度）`, ` (year ${asked.year})`);
  const answer = describeFigures(asked);
  const which = condition ? text(`${among.zh}中 ${condition.zh} 的${dataset.label.zh}`, `of the ${among.en} those with ${condition.en}`) : text(among.zh, among.en);
  return text(
    `${asked.on} 时点${year.zh}，${asked.divisionName}，${which.zh}${answer.zh}`,
    `As of ${asked.on}${year.en}, ${asked.divisionName}, ${which.en}${answer.en}`,
  );
}

type Figures = Pick<AnsweredQuestion, 'definition' | 'number' | 'total' | 'sum' | 'hits'>;

/** The end of the sentence: how many, and by what they are parted. */
export function describeFigures(asked: Figures): LocalText {
  const dataset = datasetOf(asked.definition.dataset);
  const answer = describeAnswer(asked, dataset);
  const groups = describeGroups(asked.definition, dataset);
  return text(answer.zh + groups.zh, answer.en + groups.en);
}

/** "在册户" stands for the households that are registered and not exited, so the condition need not be read out. */
function splitPopulation(dataset: QuestionDataset, chips: Rule | undefined): { among: LocalText; chips: Rule | undefined } {
  const all = dataset.label;
  if (dataset.name !== 'household' || !chips || !('combinator' in chips) || chips.combinator !== 'and' || chips.not === true) return { among: all, chips };
  const at = chips.rules.findIndex((rule) => 'field' in rule && rule.operator === 'in' && (rule.field === 'status' || rule.field === 'present_status') && sameCodes(rule.value));
  if (at < 0) return { among: all, chips };
  const rules = chips.rules.filter((_, index) => index !== at);
  return { among: text('在册户', 'registered households'), chips: rules.length > 0 ? { ...chips, rules } : undefined };
}

function sameCodes(value: unknown): boolean {
  return Array.isArray(value) && value.length === poorStatuses.length && poorStatuses.every((status) => value.includes(status));
}

function describeAnswer({ definition, number, total, sum, hits }: Figures, { unit, fields }: QuestionDataset): LocalText {
  const counted = number === null ? text('不足 3，未显示', 'fewer than 3, not shown') : text(`${grouped(number)} ${unit.zh}`, `${grouped(number)} ${unit.en}`);
  const share = number === null || total === null || !definition.chips ? text('', '') : text(`（占 ${percent(number, total)}）`, ` (${percent(number, total)})`);
  const base = text(`：${counted.zh}${share.zh}`, `: ${counted.en}${share.en}`);
  if (definition.measure.kind === 'sum') {
    const { field } = definition.measure;
    const summed = fields.find(({ name }) => name === field);
    if (!summed) return base;
    const amount = sum === null ? text('未显示', 'not shown') : formatSum(summed, sum);
    return text(`${base.zh}，${summed.label.zh}合计 ${amount.zh}`, `${base.en}, ${summed.label.en} in all ${amount.en}`);
  }
  if (definition.measure.kind === 'share') {
    const part = hits === null || number === null ? text('未显示', 'not shown') : text(`${grouped(hits)} ${unit.zh}，占 ${percent(hits, number)}`, `${grouped(hits)} ${unit.en}, ${percent(hits, number)}`);
    return text(`${base.zh}，其中符合占比条件的 ${part.zh}`, `${base.en}, of which with the condition of the share ${part.en}`);
  }
  return base;
}

function describeGroups({ groupBy }: QuestionDefinition, { fields }: QuestionDataset): LocalText {
  if (!groupBy) return text('。', '.');
  if (groupBy.by === 'division') return text('，按下级区划分组。', ', by the divisions below.');
  const label = fields.find(({ name }) => name === groupBy.field)?.label ?? text(groupBy.field, groupBy.field);
  return groupBy.by === 'month' ? text(`，按${label.zh}的月份分组。`, `, by month of ${label.en}.`) : text(`，按${label.zh}分组。`, `, by ${label.en}.`);
}

/** A value of a field as people read it; a missing one by what its absence means. */
export function formatCell(field: QuestionField, value: FactValue | null, catalogue: FactCatalogue): LocalText {
  if (value === null) return text('', '');
  return formatValue(factOf(field, ROW_LEVEL), value, catalogue);
}

export function formatSum(field: QuestionField, sum: number): LocalText {
  if (field.type !== 'money_fen') return text(grouped(sum), grouped(sum));
  const yuan = formatFen(sum).replace(/\.00$/, '');
  return text(`${yuan} 元`, `${yuan} yuan`);
}

/** Part of a whole to one decimal, rounded half up in whole numbers: 37 of 3,080 is 1.2 %. */
export function percent(part: number, whole: number): string {
  if (whole <= 0) return '—';
  const tenths = Number((BigInt(part) * 2_000n + BigInt(whole)) / (2n * BigInt(whole)));
  return `${Math.trunc(tenths / 10)}.${tenths % 10}%`;
}

function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
