import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { VERDICTS, type Verdict } from '#domain';
import { useMe } from '../../session/me.js';
import { DataTable } from '../../ui/data-table.js';
import { DivisionSelect } from '../../ui/division-select.js';
import { Page } from '../../ui/page.js';
import { useDivisionName } from '../../ui/use-divisions.js';
import { useVillageColumns } from './village-columns.js';
import type { AreaFilters } from './area-search.js';
import { villagePageQuery } from './areas.api.js';

/** The villages of the territory with their incidence and exit verdict; the county has a page of its own. */
export function AreasPage() {
  const { t } = useTranslation();
  const me = useMe();
  const search = useSearch({ from: '/office/areas' });
  const { cursor, page, ...filters } = search;
  const navigate = useNavigate();
  const set = (change: AreaFilters) => void navigate({ to: '/areas', search: { ...filters, ...change } });
  const query = useQuery(villagePageQuery(search));
  const place = useDivisionName(filters.division ?? me.division);
  const words = [filters.division && place, filters.verdict && t(`common.verdict.${filters.verdict}`), filters.poorOnly && t('areas.poorOnly')].filter((word): word is string => Boolean(word));
  const county = (filters.division ?? me.division).slice(0, 6);
  const countyLink = county.length === 6 && me.division.length <= 6 && <Link to="/counties/$code" params={{ code: county }} search={{ year: filters.year }}>{t('areas.openCounty')}</Link>;
  return (
    <Page title={t('areas.title')} extra={<>{query.data && <span className="secondary">{t('areas.year', { year: query.data.year })}</span>}{countyLink}</>}>
      <div className="filter-bar" role="search">
        {me.division.length < 12 && <DivisionSelect within={me.division} value={filters.division} placeholder={t('areas.division')} onChange={(division) => set({ division })} />}
        <Select<Verdict> allowClear className="filter-select" aria-label={t('areas.verdict')} placeholder={t('areas.verdict')} value={filters.verdict} options={VERDICTS.map((value) => ({ value, label: t(`common.verdict.${value}`) }))} onChange={(verdict?: Verdict) => set({ verdict })} />
        <Checkbox checked={filters.poorOnly ?? false} onChange={(event) => set({ poorOnly: event.target.checked || undefined })}>{t('areas.poorOnly')}</Checkbox>
        <Button onClick={() => void navigate({ to: '/areas', search: {} })}>{t('common.reset')}</Button>
      </div>
      <DataTable
        label={t('areas.title')} query={query} columns={useVillageColumns()} rowKey={(row) => row.code} place={{ cursor, page }} filters={words} empty={t('areas.empty')}
        onReset={() => void navigate({ to: '/areas', search: {} })} onPlace={(next) => void navigate({ to: '/areas', search: { ...filters, ...next } })}
      />
    </Page>
  );
}
