import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { KeysetPlace } from '../../ui/keyset.js';
import { ListPage } from '../help/parts/list-page.js';
import { useVisitColumns } from './use-visit-columns.js';
import type { VisitFilters } from './visit-search.js';
import { visitListQuery, type Visit } from './visits.api.js';

/** Visits of the territory, the latest day first. */
export function VisitsPage() {
  const { t } = useTranslation();
  const { cursor, page, ...filters } = useSearch({ from: '/office/visits' });
  const navigate = useNavigate();
  const go = (search: VisitFilters & KeysetPlace) => void navigate({ to: '/visits', search });
  return (
    <ListPage<Visit>
      title={t('teams.visits.title')} filters={{ ...filters }} place={{ cursor, page }} onGo={go} empty={t('teams.visits.none')}
      query={useQuery(visitListQuery({ ...filters, cursor, limit: 50 }))} columns={useVisitColumns()} rowKey={(row) => row.id}
      fields={[{ kind: 'division' }, { kind: 'day', key: 'from', label: t('teams.visits.from') }, { kind: 'day', key: 'to', label: t('teams.visits.to') }]}
    />
  );
}
