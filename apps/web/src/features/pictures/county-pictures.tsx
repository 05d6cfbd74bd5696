import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBasisPoints, formatCount } from '../../i18n/format.js';
import { ChartCard, rankedBars, tileGrid, treemap, type ChartTableData } from '../../ui/charts/index.js';
import { parameterQuery } from '../../ui/parameter-value.js';
import { QueryState } from '../../ui/query-state.js';
import type { VillageRow } from '../areas/areas.api.js';
import { ApprovedMap } from './approved-map.js';
import { childrenQuery, countyVillagesQuery } from './pictures.api.js';

const MOST_BARS = 30;
const rate = ({ incidenceBasisPoints: points }: VillageRow): string | null => (points === null ? null : formatBasisPoints(points));

const countOf = (count: number | null): string | null => (count === null ? null : formatCount(count));

/** Villages of a county or township: tiles by township, areas by size, and the highest rates beside the limit for exit. */
export function CountyPictures({ division, year }: { division: string; year: number | undefined }) {
  const query = useQuery(countyVillagesQuery(division, year));
  return <QueryState query={query}>{(villages) => (villages.length === 0 ? null : <Pictures division={division} villages={villages} />)}</QueryState>;
}

function Pictures({ division, villages }: { division: string; villages: readonly VillageRow[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const limit = useQuery(parameterQuery('exit_village_incidence')).data ?? null;
  const county = division.slice(0, 6);
  const townships = useQuery(childrenQuery(county)).data?.items ?? [];
  const names = useMemo(() => new Map(townships.map(({ code, name }) => [code, name])), [townships]);
  const ordered = useMemo(() => [...villages].sort((left, right) => left.code.localeCompare(right.code)), [villages]);
  const groups = useMemo(() => [...new Set(ordered.map(({ code }) => code.slice(0, 9)))].map((township) => ({
    name: names.get(township) ?? township,
    villages: ordered.flatMap((village, row) => (village.code.startsWith(township) ? [{ village, row }] : [])),
  })), [ordered, names]);
  const tiles = useMemo(() => tileGrid(groups.map(({ name, villages: list }) => ({ name, tiles: list.map(({ village }) => ({ name: village.name ?? village.code, value: village.incidenceBasisPoints, label: rate(village) ?? '—' })) }))), [groups]);
  const map = useMemo(() => treemap(groups.map(({ name, villages: list }) => ({
    name, size: list.reduce((sum, { village }) => sum + (village.registeredHouseholds ?? 0), 0), value: null, label: '',
    children: list.map(({ village, row }) => ({ name: village.name ?? village.code, size: village.registeredHouseholds ?? 0, value: village.incidenceBasisPoints, label: rate(village) ?? '—', row })),
  }))), [groups]);
  const ranked = useMemo(() => ordered.map((village, row) => ({ village, row })).sort((left, right) => (right.village.incidenceBasisPoints ?? -1) - (left.village.incidenceBasisPoints ?? -1)).slice(0, MOST_BARS), [ordered]);
  const bars = useMemo(() => rankedBars(ranked.map(({ village }) => ({ name: village.name ?? village.code, value: village.incidenceBasisPoints === null ? null : village.incidenceBasisPoints / 100, label: rate(village) ?? t('common.unknown') })), limit === null ? undefined : { value: limit / 100, name: t('pictures.limit', { rate: formatBasisPoints(limit) }) }), [ranked, limit, t]);
  const tableOf = (list: readonly VillageRow[]): ChartTableData => ({
    columns: [{ key: 'name', title: t('pictures.village') }, { key: 'township', title: t('pictures.township') }, { key: 'households', title: t('pictures.households'), numeric: true }, { key: 'persons', title: t('pictures.poorPersons'), numeric: true }, { key: 'rate', title: t('pictures.incidence'), numeric: true }],
    rows: list.map((village) => ({ name: village.name ?? village.code, township: names.get(village.code.slice(0, 9)) ?? '', households: countOf(village.registeredHouseholds), persons: countOf(village.poorPersons), rate: rate(village) })),
  });
  const over = limit === null ? 0 : ordered.filter(({ incidenceBasisPoints: points }) => points !== null && points > limit).length;
  const note = t('pictures.villageNote', { year: ordered[0]?.year ?? '' });
  const open = (village: VillageRow | undefined) => village && void navigate({ to: '/villages/$code', params: { code: village.code }, search: { year: village.year } });
  return (
    <>
      <ApprovedMap county={county} villages={ordered} note={note} />
      <ChartCard title={limit === null ? t('pictures.tiles', { count: ordered.length }) : t('pictures.tilesOver', { count: ordered.length, over, unknown: ordered.filter(({ incidenceBasisPoints }) => incidenceBasisPoints === null).length, limit: formatBasisPoints(limit) })} table={tableOf(ordered)} option={tiles} height={tiles.height} note={note} onPick={(row) => open(ordered[row])} />
      <ChartCard title={t('pictures.rankedVillages', { count: ranked.length })} table={tableOf(ranked.map(({ village }) => village))} option={bars} height={Math.max(160, ranked.length * 28 + 48)} note={note} onPick={(row) => open(ranked[row]?.village)} />
      <ChartCard title={t('pictures.treemap', { households: formatCount(ordered.reduce((sum, village) => sum + (village.registeredHouseholds ?? 0), 0)) })} table={tableOf(ordered)} option={map} height={420} note={`${note}；${t('pictures.treemapNote')}`} onPick={(row) => open(ordered[row])} />
    </>
  );
}
