import { Link } from '@tanstack/react-router';
import type { TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatBasisPoints, formatCount, formatMoment } from '../../i18n/format.js';
import { StatusTag } from '../../ui/status-tag.js';
import { OptionalVerdict } from '../cases/optional-verdict.js';
import type { VillageRow } from './areas.api.js';

type Columns = NonNullable<TableProps<VillageRow>['columns']>;
type Figure = 'registeredHouseholds' | 'registeredPersons' | 'poorHouseholds' | 'poorPersons' | 'ruralResidentPopulation';

/** Figures of a village as they were last computed. */
export function useVillageColumns(): Columns {
  const { t } = useTranslation();
  const figure = (key: Figure): Columns[number] => ({ title: t(`areas.column.${key}`), align: 'right', dataIndex: key, render: (count: number | null) => (count === null ? t('common.notRecorded') : formatCount(count)) });
  return [
    {
      title: t('areas.column.name'),
      render: (_, row) => <><Link to="/villages/$code" params={{ code: row.code }} search={{ year: row.year }}><strong>{row.name ?? row.code}</strong></Link> {row.poorVillage && <StatusTag tone="neutral">{t('areas.poorVillage')}</StatusTag>}</>,
    },
    figure('registeredHouseholds'), figure('registeredPersons'), figure('poorHouseholds'), figure('poorPersons'), figure('ruralResidentPopulation'),
    { title: t('areas.column.incidence'), align: 'right', render: (_, row) => (row.incidenceBasisPoints === null ? '—' : formatBasisPoints(row.incidenceBasisPoints)) },
    { title: t('areas.column.verdict'), render: (_, row) => <OptionalVerdict verdict={row.verdict} /> },
    { title: t('areas.column.decision'), render: (_, row) => (row.decision ? t(`areas.decision.${row.decision}`) : '—') },
    {
      title: t('areas.column.asOf'),
      render: (_, row) => <span className="nowrap secondary">{formatMoment(row.asOf) || '—'}{row.pending && <> <StatusTag tone="warning" mark="⟳">{t('areas.pending')}</StatusTag></>}</span>,
    },
  ];
}
