import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBasisPoints, formatCount, formatMoment } from '../../i18n/format.js';
import { ChartCard, rankedBars, treemap, type ChartTableData } from '../../ui/charts/index.js';
import { parameterQuery } from '../../ui/parameter-value.js';
import { QueryState } from '../../ui/query-state.js';
import { stockQuery, type Stock, type StockLine } from './pictures.api.js';

const rate = ({ incidenceBasisPoints: points }: StockLine): string | null => (points === null ? null : formatBasisPoints(points));

/** Leagues and counties: how many households, and how many of a hundred people are poor. */
export function RegionPictures({ division, year }: { division: string; year: number | undefined }) {
  const query = useQuery(stockQuery(division, year));
  return <QueryState query={query}>{(stock) => <Pictures stock={stock} />}</QueryState>;
}

function Pictures({ stock }: { stock: Stock }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const limit = useQuery(parameterQuery('exit_county_incidence')).data ?? null;
  const counties = useMemo(() => [...stock.counties].sort((left, right) => (right.incidenceBasisPoints ?? -1) - (left.incidenceBasisPoints ?? -1)), [stock]);
  const over = limit === null ? 0 : counties.filter(({ incidenceBasisPoints: points }) => points !== null && points > limit).length;
  const bars = useMemo(
    () => rankedBars(counties.map((county) => ({ name: county.name ?? county.code, value: county.incidenceBasisPoints === null ? null : county.incidenceBasisPoints / 100, label: rate(county) ?? t('common.unknown') })), limit === null ? undefined : { value: limit / 100, name: t('pictures.limit', { rate: formatBasisPoints(limit) }) }),
    [counties, limit, t],
  );
  const map = useMemo(() => treemap(stock.prefectures.map((league) => ({
    name: league.name ?? league.code, size: league.registeredHouseholds ?? 0, value: league.incidenceBasisPoints, label: rate(league) ?? '',
    children: counties.flatMap((county, row) => (county.code.startsWith(league.code) ? [{ name: county.name ?? county.code, size: county.registeredHouseholds ?? 0, value: county.incidenceBasisPoints, label: rate(county) ?? t('common.unknown'), row }] : [])),
  }))), [stock, counties, t]);
  const table: ChartTableData = {
    columns: [{ key: 'name', title: t('pictures.county') }, { key: 'households', title: t('pictures.households'), numeric: true }, { key: 'persons', title: t('pictures.poorPersons'), numeric: true }, { key: 'rate', title: t('pictures.incidence'), numeric: true }],
    rows: counties.map((county) => ({ name: county.name ?? county.code, households: county.registeredHouseholds === null ? null : formatCount(county.registeredHouseholds), persons: county.poorPersons === null ? null : formatCount(county.poorPersons), rate: rate(county) })),
  };
  const note = t('pictures.note', { year: stock.year, asOf: formatMoment(stock.asOf) || t('common.unknown') });
  const open = (row: number) => void navigate({ to: '/pictures', search: { division: counties[row]?.code, year: stock.year } });
  return (
    <>
      <ChartCard title={limit === null ? t('pictures.ranked', { count: counties.length }) : t('pictures.rankedOver', { count: counties.length, over, unknown: counties.filter(({ incidenceBasisPoints }) => incidenceBasisPoints === null).length, limit: formatBasisPoints(limit) })} table={table} option={bars} height={Math.max(160, counties.length * 28 + 48)} note={note} onPick={open} />
      <ChartCard title={t('pictures.treemap', { households: formatCount(stock.total.registeredHouseholds ?? 0) })} table={table} option={map} height={420} note={`${note}；${t('pictures.treemapNote')}`} onPick={open} />
    </>
  );
}
