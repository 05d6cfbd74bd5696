import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionDefinition } from '#domain';
import { formatCount } from '../../../../i18n/format.js';
import { useLanguage } from '../../../../i18n/use-language.js';
import { ChartCard, columns, rankedBars } from '../../../../ui/charts/index.js';
import type { Answer } from '../questions.api.js';
import { figureOf } from './figures.js';

interface Props {
  answer: Answer;
  money: boolean;
  unit: string;
  note: string;
  onOpen: (definition: QuestionDefinition) => void;
  extra?: ReactNode;
}

const MOST_BARS = 30;

/** The groups as bars, the longest first, months in their order; a bar opens the question behind it. */
export function GroupChart({ answer, money, unit, note, onOpen, extra }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const byMonth = answer.definition.groupBy?.by === 'month';
  const groups = useMemo(() => {
    const all = answer.groups.map((group) => ({ group, name: group.name[language] || t('questions.group.empty'), figure: figureOf(answer, group, money, t('questions.hiddenCell')) }));
    return byMonth ? all : all.sort((left, right) => (right.figure.value ?? -1) - (left.figure.value ?? -1));
  }, [answer, byMonth, language, money, t]);
  const shown = groups.slice(0, MOST_BARS);
  const option = useMemo(() => (byMonth ? columns : rankedBars)(groups.slice(0, MOST_BARS).map(({ name, figure }) => ({ name, value: figure.value, label: figure.text }))), [groups, byMonth]);
  const top = groups.reduce<(typeof groups)[number] | undefined>((most, one) => ((one.figure.value ?? -1) > (most?.figure.value ?? -1) ? one : most), undefined);
  const alike = groups.filter(({ figure }) => figure.value === top?.figure.value);
  const title = !top?.figure.value ? t('questions.answer.noFinding') : alike.length > 3 ? t('questions.answer.tie', { count: alike.length, figure: top.figure.text, unit }) : t('questions.answer.finding', { name: alike.map(({ name }) => name).join(' · '), figure: top.figure.text, unit });
  const table = {
    columns: [{ key: 'name', title: t('questions.answer.group') }, { key: 'figure', title: t('questions.answer.figure'), numeric: true }, { key: 'number', title: t('questions.answer.number'), numeric: true }, { key: 'total', title: t('questions.answer.total'), numeric: true }],
    rows: groups.map(({ group, name, figure }) => ({ name, figure: figure.text, number: group.number === null ? t('questions.hiddenCell') : formatCount(group.number), total: group.total === null ? '—' : formatCount(group.total) })),
  };
  const pick = (row: number) => {
    const behind = groups[row]?.group.drillDown as QuestionDefinition | null | undefined;
    if (behind) onOpen(answer.definition.groupBy?.by === 'division' && (behind.division?.length ?? 12) < 12 ? { ...behind, groupBy: { by: 'division' } } : behind);
  };
  return <ChartCard title={title} table={table} option={option} height={byMonth ? 280 : Math.max(120, shown.length * 30 + 40)} note={groups.length > MOST_BARS ? `${note} ${t('questions.answer.cut', { count: MOST_BARS })}` : note} onPick={pick} extra={extra} />;
}
