import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionDefinition } from '#domain';
import { useLocalText } from '../../../../i18n/use-language.js';
import { ChartCard, columns } from '../../../../ui/charts/index.js';
import { ProblemAlert } from '../../../../ui/problem-alert.js';
import { withAsOf } from '../definition.js';
import { answerQuery, type Answer, type Dataset } from '../questions.api.js';
import { ByAreaAndYear } from './by-area-and-year.js';
import { figureOf } from './figures.js';

const YEARS = 5;

/** The same question asked for five years: of the whole, and of every area below where it is parted by areas. */
export function ByYear({ answer, dataset, onOpen }: { answer: Answer; dataset: Dataset | undefined; onOpen: (definition: QuestionDefinition) => void }) {
  const { t } = useTranslation();
  const local = useLocalText();
  const last = answer.asOf.year ?? Number(answer.asOf.on.slice(0, 4));
  const { groupBy, ...asked } = answer.definition;
  const parted = groupBy?.by === 'division' ? { ...asked, groupBy } : asked;
  const yearsBack = Array.from({ length: YEARS }, (_unused, at) => last - YEARS + 1 + at);
  // A stable value as long as no answer changes, so that the pictures are drawn once.
  const { answers, error } = useQueries({
    queries: yearsBack.map((year) => answerQuery(withAsOf(parted, { year }))),
    combine: (results) => ({ answers: results.map(({ data }) => data), error: results.find((result) => result.error)?.error ?? null }),
  });
  const { measure } = answer.definition;
  const money = measure.kind === 'sum' && dataset?.fields.find(({ name }) => name === measure.field)?.type === 'money_fen';
  const years = useMemo(() => answers.map((data, at) => ({ year: String(last - YEARS + 1 + at), answer: data, figure: data ? figureOf(data, data, money, t('questions.hiddenCell')) : { value: null, text: '…' } })), [answers, last, money, t]);
  const option = useMemo(() => columns(years.map(({ year, figure }) => ({ name: year, value: figure.value, label: figure.text }))), [years]);
  const [first, latest] = [years[0], years.at(-1)];
  const title = t('questions.years.finding', { from: first?.year ?? '', first: first?.figure.text ?? '', to: latest?.year ?? '', last: latest?.figure.text ?? '' });
  const table = { columns: [{ key: 'year', title: t('questions.year') }, { key: 'figure', title: t('questions.answer.figure'), numeric: true }], rows: years.map(({ year, figure }) => ({ year, figure: figure.text })) };
  return (
    <>
      {error && <ProblemAlert error={error} />}
      <ChartCard title={title} table={table} option={option} height={240} note={local(answer.asOf.note)} onPick={(row) => yearsBack[row] !== undefined && onOpen(withAsOf(parted, { year: yearsBack[row] }))} />
      {groupBy?.by === 'division' && <ByAreaAndYear years={years} money={money} note={local(answer.asOf.note)} onOpen={onOpen} />}
    </>
  );
}
