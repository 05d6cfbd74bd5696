import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { caseStatuses, caseStatusNames, type CaseStatus } from '#domain';
import { useLocalText } from '../../i18n/use-language.js';
import { useMe } from '../../session/me.js';
import { DataTable } from '../../ui/data-table.js';
import { DivisionSelect } from '../../ui/division-select.js';
import { Page } from '../../ui/page.js';
import { useCaseColumns } from './case-columns.js';
import type { CaseFilters } from './case-search.js';
import { casePageQuery } from './cases.api.js';
import { usePackNames } from './use-pack-names.js';

/** Every case of the territory, by procedure, state and place. */
export function CasesPage() {
  const { t } = useTranslation();
  const local = useLocalText();
  const me = useMe();
  const packNames = usePackNames();
  const search = useSearch({ from: '/office/cases' });
  const { cursor, page, ...filters } = search;
  const navigate = useNavigate();
  const set = (change: CaseFilters) => void navigate({ to: '/cases', search: { ...filters, ...change } });
  const query = useQuery(casePageQuery(search));
  const statusName = (status: CaseStatus) => local(caseStatusNames[status]);
  const words = [filters.pack && local(packNames.get(filters.pack)), filters.status && statusName(filters.status), filters.division].filter((word): word is string => Boolean(word));
  return (
    <Page title={t('cases.title')}>
      <div className="filter-bar" role="search">
        <Select<string> allowClear className="filter-select" aria-label={t('cases.filter.pack')} placeholder={t('cases.filter.pack')} value={filters.pack} options={[...packNames].map(([value, name]) => ({ value, label: local(name) }))} onChange={(pack?: string) => set({ pack })} popupMatchSelectWidth={false} />
        <Select<CaseStatus> allowClear className="filter-select" aria-label={t('cases.filter.status')} placeholder={t('cases.filter.status')} value={filters.status} options={caseStatuses.map((value) => ({ value, label: statusName(value) }))} onChange={(status?: CaseStatus) => set({ status })} popupMatchSelectWidth={false} />
        {me.division.length < 12 && <DivisionSelect within={me.division} value={filters.division} placeholder={t('cases.filter.division')} onChange={(division) => set({ division })} />}
        <Button onClick={() => void navigate({ to: '/cases', search: {} })}>{t('common.reset')}</Button>
      </div>
      <DataTable
        label={t('cases.title')} query={query} columns={useCaseColumns()} rowKey={(item) => item.id} place={{ cursor, page }} filters={words}
        onReset={() => void navigate({ to: '/cases', search: {} })} onPlace={(place) => void navigate({ to: '/cases', search: { ...filters, ...place } })}
      />
    </Page>
  );
}
