import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { useMay } from '../../session/me.js';
import { DataTable } from '../../ui/data-table.js';
import { Page } from '../../ui/page.js';
import { ExportButton } from '../exports/export-dialog.js';
import { HouseholdFilterBar } from './household-filter-bar.js';
import { useHouseholdColumns } from './household-columns.js';
import { householdPageQuery } from './households.api.js';
import type { HouseholdSearch } from './list-search.js';
import { useFilterWords } from './use-filter-words.js';

/** The households of one's territory; what is asked for stands in the address. */
export function HouseholdsPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/office/households' });
  const { cursor, page, ...filters } = search;
  const navigate = useNavigate();
  const go = (next: HouseholdSearch) => void navigate({ to: '/households', search: next });
  const query = useQuery(householdPageQuery(search));
  const may = useMay();
  const columns = useHouseholdColumns();
  const words = useFilterWords(filters);
  const notFollowed = useFilterWords({ q: filters.q, verdict: filters.verdict, year: filters.verdict && filters.year });
  const asked = { division: filters.division, status: filters.status && [filters.status], poorHouseholdType: filters.type, mainCause: filters.cause };
  return (
    <Page
      title={t('households.title')}
      extra={<>{may(Permission.HouseholdWrite) && <Button type="primary" onClick={() => void navigate({ to: '/households/new' })}>{t('households.register.title')}</Button>}<ExportButton of={{ kind: 'households', filter: asked }} title={t('exporting.households')} note={notFollowed.length > 0 ? t('exporting.notFollowed', { filters: notFollowed.join('；') }) : undefined} /></>}
    >
      <HouseholdFilterBar filters={filters} onChange={go} />
      <DataTable
        label={t('households.title')} query={query} columns={columns} rowKey={(row) => row.id} place={{ cursor, page }}
        onPlace={(place) => go({ ...filters, ...place })} filters={words} onReset={() => go({})}
      />
    </Page>
  );
}
