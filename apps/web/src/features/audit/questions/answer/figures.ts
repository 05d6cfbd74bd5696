import { percent } from '#domain';
import { formatCount, formatYuan } from '../../../../i18n/format.js';
import type { Answer, AnswerGroup } from '../questions.api.js';

/** A number as the measure means it, and what a bar of it is as long as. */
export interface Figure {
  readonly value: number | null;
  readonly text: string;
}

type Counted = Pick<AnswerGroup, 'number' | 'sum' | 'hits'>;

/** `hidden` stands where fewer than three would be told. */
export function figureOf(answer: Pick<Answer, 'definition' | 'columns'>, { number, sum, hits }: Counted, money: boolean, hidden: string): Figure {
  const { kind } = answer.definition.measure;
  if (number === null) return { value: null, text: hidden };
  if (kind === 'share') return hits === null ? { value: null, text: hidden } : { value: number === 0 ? 0 : Math.round((hits / number) * 10_000) / 100, text: percent(hits, number) };
  if (kind === 'sum') return sum === null ? { value: null, text: hidden } : { value: money ? sum / 100 : sum, text: money ? formatYuan(sum) : formatCount(sum) };
  return { value: number, text: formatCount(number) };
}
