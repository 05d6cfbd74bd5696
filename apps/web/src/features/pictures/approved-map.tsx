import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBasisPoints } from '../../i18n/format.js';
import { approvedMap, ChartCard } from '../../ui/charts/index.js';
import type { VillageRow } from '../areas/areas.api.js';
import { boundariesQuery, boundaryQuery, type Boundary } from './pictures.api.js';

interface Props {
  county: string;
  villages: readonly VillageRow[];
  note: string;
}

/** The county on its own approved map; nothing where none was uploaded. */
export function ApprovedMap({ county, villages, note }: Props) {
  const uploaded = useQuery(boundariesQuery).data?.some((boundary) => boundary.county === county) ?? false;
  const { data } = useQuery({ ...boundaryQuery(county), enabled: uploaded });
  return data ? <Picture boundary={data} villages={villages} note={note} /> : null;
}

function Picture({ boundary, villages, note }: Omit<Props, 'county'> & { boundary: Boundary }) {
  const { t } = useTranslation();
  const map = `county-${boundary.county}-${boundary.sha256.slice(0, 8)}`;
  const areas = useMemo(() => {
    const codes = ((boundary.geojson as { features: { properties: { code: string } }[] }).features).map(({ properties }) => properties.code);
    return codes.map((code) => {
      const inside = villages.filter((village) => village.code.startsWith(code));
      const poor = inside.reduce((sum, village) => sum + (village.poorPersons ?? 0), 0);
      const base = inside.every(({ ruralResidentPopulation: population, poorPersons }) => population !== null && poorPersons !== null) ? inside.reduce((sum, village) => sum + (village.ruralResidentPopulation ?? 0), 0) : 0;
      const value = base > 0 ? Math.floor((poor * 10_000) / base) : null;
      return { code, name: code.length === 12 ? (inside[0]?.name ?? code) : code, value, label: value === null ? t('common.unknown') : formatBasisPoints(value) };
    });
  }, [boundary, villages, t]);
  const option = useMemo(() => ({ ...approvedMap(map, areas, boundary.approvalNumber), map: { name: map, geojson: boundary.geojson } }), [map, areas, boundary]);
  const table = { columns: [{ key: 'name', title: t('pictures.area') }, { key: 'rate', title: t('pictures.incidence'), numeric: true }], rows: areas.map(({ name, label }) => ({ name, rate: label })) };
  return <ChartCard title={t('pictures.map', { count: areas.length })} table={table} option={option} height={480} note={`${note}；${t('pictures.approval', { number: boundary.approvalNumber })}`} />;
}
