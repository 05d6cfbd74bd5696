import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount, formatYuan } from '../../i18n/format.js';
import { ChartCard, columns } from '../../ui/charts/index.js';
import { QueryState } from '../../ui/query-state.js';
import { incomesQuery, type Incomes } from './pictures.api.js';

/** Households by income per head, with the poverty line of the year. */
export function IncomeHistogram({ division, year }: { division: string; year: number | undefined }) {
  const query = useQuery(incomesQuery(division, year));
  return <QueryState query={query}>{(incomes) => <Picture incomes={incomes} />}</QueryState>;
}

function Picture({ incomes: { bins, step, line, unknown, year } }: { incomes: Incomes }) {
  const { t } = useTranslation();
  const named = useMemo(() => bins.map(({ from, households }, at) => ({ name: at === bins.length - 1 ? t('pictures.andMore', { from: formatYuan(from) }) : formatYuan(from), value: households, label: formatCount(households) })), [bins, t]);
  // The line stands at the class in which it lies.
  const at = line === null ? -1 : Math.min(bins.length - 1, Math.floor(line / step));
  const option = useMemo(() => columns(named, line === null ? undefined : { value: at, name: t('pictures.line', { yuan: formatYuan(line) }), upright: true }), [named, line, at, t]);
  const total = bins.reduce((sum, { households }) => sum + households, 0);
  const below = line === null ? null : bins.filter(({ from }) => from + step <= line).reduce((sum, { households }) => sum + households, 0);
  const title = below === null ? t('pictures.incomes', { total: formatCount(total) }) : t('pictures.incomesBelow', { total: formatCount(total), below: formatCount(below), line: formatYuan(Math.floor((line ?? 0) / step) * step) });
  const table = { columns: [{ key: 'from', title: t('pictures.incomeFrom') }, { key: 'households', title: t('pictures.households'), numeric: true }], rows: named.map(({ name, value }) => ({ from: name, households: formatCount(value) })) };
  return <ChartCard title={title} table={table} option={option} note={t('pictures.incomeNote', { year, unknown: formatCount(unknown) })} />;
}
