import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionDefinition } from '#domain';
import { useLocalText } from '../../../../i18n/use-language.js';
import { ChartCard, columns } from '../../../../ui/charts/index.js';
import { ProblemAlert } from '../../../../ui/problem-alert.js';
import { withAsOf } from '../definition.js';
import { answerQuery, type Answer, type Dataset } from '../questions.api.js';
import { figureOf } from './figures.js';

const YEARS = 5;

/** The same question asked for five years. */
export function ByYear({ answer, dataset, onOpen }: { answer: Answer; dataset: Dataset | undefined; onOpen: (definition: QuestionDefinition) => void }) {
  const { t } = useTranslation();
  const local = useLocalText();
  const last = answer.asOf.year ?? Number(answer.asOf.on.slice(0, 4));
  const { groupBy: _, ...asked } = answer.definition;
  const questions = Array.from({ length: YEARS }, (_unused, at) => withAsOf(asked, { year: last - YEARS + 1 + at }));
  const answers = useQueries({ queries: questions.map((question) => answerQuery(question)) });
  const failed = answers.find(({ error }) => error)?.error;
  const { measure } = answer.definition;
  const money = measure.kind === 'sum' && dataset?.fields.find(({ name }) => name === measure.field)?.type === 'money_fen';
  const years = answers.map(({ data }, at) => ({ year: String(questions[at]?.asOf?.year), figure: data ? figureOf(data, data, money, t('questions.hiddenCell')) : { value: null, text: '…' } }));
  const drawn = JSON.stringify(years);
  const option = useMemo(() => columns((JSON.parse(drawn) as typeof years).map(({ year, figure }) => ({ name: year, value: figure.value, label: figure.text }))), [drawn]);
  const [first, latest] = [years[0], years.at(-1)];
  const title = t('questions.years.finding', { from: first?.year ?? '', first: first?.figure.text ?? '', to: latest?.year ?? '', last: latest?.figure.text ?? '' });
  const table = { columns: [{ key: 'year', title: t('questions.year') }, { key: 'figure', title: t('questions.answer.figure'), numeric: true }], rows: years.map(({ year, figure }) => ({ year, figure: figure.text })) };
  return (
    <>
      {failed && <ProblemAlert error={failed} />}
      <ChartCard title={title} table={table} option={option} height={240} note={local(answer.asOf.note)} onPick={(row) => questions[row] && onOpen(questions[row])} />
    </>
  );
}
