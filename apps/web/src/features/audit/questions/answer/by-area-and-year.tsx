import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionDefinition } from '#domain';
import { useLanguage } from '../../../../i18n/use-language.js';
import { ChartCard, smallMultiples } from '../../../../ui/charts/index.js';
import type { Answer } from '../questions.api.js';
import { figureOf, type Figure } from './figures.js';

interface Props {
  years: readonly { readonly year: string; readonly answer: Answer | undefined }[];
  money: boolean;
  note: string;
  onOpen: (definition: QuestionDefinition) => void;
}

const MOST_AREAS = 24;
const waiting: Figure = { value: null, text: '…' };

/** One small picture an area, the same years and the same scale in each. */
export function ByAreaAndYear({ years, money, note, onOpen }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const areas = useMemo(() => {
    const names = new Map(years.flatMap(({ answer }) => (answer?.groups ?? []).map(({ key, name }) => [key ?? '', name[language]] as const)));
    return [...names].map(([key, name]) => ({
      key, name,
      figures: years.map(({ answer }): Figure => {
        const group = answer?.groups.find((one) => (one.key ?? '') === key);
        return !answer ? waiting : group ? figureOf(answer, group, money, t('questions.hiddenCell')) : { value: null, text: '—' };
      }),
    }));
  }, [years, language, money, t]);
  const option = useMemo(() => smallMultiples(areas.slice(0, MOST_AREAS).map(({ name, figures }) => ({ name, bars: figures.map(({ value, text }, at) => ({ name: years[at]?.year ?? '', value, label: text })) }))), [areas, years]);
  if (areas.length < 2) return null;
  // A number that is hidden or not there yet changes nothing.
  const change = (figures: readonly Figure[]): number => {
    const [from, to] = [figures[0]?.value ?? null, figures.at(-1)?.value ?? null];
    return from === null || to === null ? 0 : Math.abs(to - from);
  };
  const most = areas.reduce((first, one) => (change(one.figures) > change(first.figures) ? one : first));
  const span = { count: areas.length, from: years[0]?.year ?? '', to: years.at(-1)?.year ?? '' };
  const title = change(most.figures) === 0 ? t('questions.years.noChange', span) : t('questions.years.byArea', { ...span, name: most.name, first: most.figures[0]?.text ?? '', last: most.figures.at(-1)?.text ?? '' });
  const table = {
    columns: [{ key: 'area', title: t('questions.years.area') }, ...years.map(({ year }) => ({ key: year, title: year, numeric: true }))],
    rows: areas.map(({ name, figures }) => ({ area: name, ...Object.fromEntries(figures.map(({ text }, at) => [years[at]?.year ?? '', text])) })),
  };
  const open = (row: number) => {
    const last = [...years].reverse().find(({ answer }) => answer)?.answer;
    const behind = last?.groups.find((group) => (group.key ?? '') === areas[row]?.key)?.drillDown as QuestionDefinition | null | undefined;
    if (behind) onOpen((behind.division?.length ?? 12) < 12 ? { ...behind, groupBy: { by: 'division' } } : behind);
  };
  return <ChartCard title={title} table={table} option={option} height={option.height} note={areas.length > MOST_AREAS ? `${note} ${t('questions.years.cut', { count: MOST_AREAS })}` : note} onPick={open} />;
}
