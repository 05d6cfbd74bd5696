import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/card.js';
import { AsOf } from '../../ui/as-of.js';
import { DataTable } from '../../ui/data-table.js';
import { ShortDivisionName } from '../../ui/division-name.js';
import { HouseholdStatusTag } from '../../ui/household-status.js';
import { Page } from '../../ui/page.js';
import { QueryState } from '../../ui/query-state.js';
import { ListFilters } from '../help/parts/list-filters.js';
import { useYearChoices } from '../help/parts/use-years.js';
import type { CoverageSearch } from './coverage-search.js';
import { CoverageTable } from './coverage-table.js';
import { coverageQuery, missingQuery, type Missing } from './coverage.api.js';
import '../help/help.css';

/** Villages without a team, households without a helper or without a visit this year: places, never persons. */
export function CoveragePage() {
  const { t } = useTranslation();
  const { cursor, page, missing, ...filters } = useSearch({ from: '/office/field-work' });
  const navigate = useNavigate();
  const go = (search: CoverageSearch) => void navigate({ to: '/field-work', search });
  const query = useQuery(coverageQuery(filters));
  return (
    <Page title={t('teams.coverage.title')} path={<Link to="/teams">{t('teams.title')}</Link>} extra={<AsOf at={query.data?.asOf} />}>
      <p className="page-intro">{t('teams.coverage.hint')}</p>
      <ListFilters fields={[{ kind: 'division' }, { kind: 'select', key: 'year', label: t('help.year'), options: useYearChoices(), numeric: true }]} filters={filters} onChange={go} />
      <QueryState query={query} rows={6}>{(coverage) => <Card title={t('teams.coverage.byPlace', { year: coverage.year })}><CoverageTable coverage={coverage} onOpen={(search) => go({ year: filters.year, ...search })} /></Card>}</QueryState>
      {missing && <MissingList division={filters.division} missing={missing} place={{ cursor, page }} onPlace={(place) => go({ ...filters, missing, ...place })} />}
    </Page>
  );
}

interface MissingProps {
  division: string | undefined;
  missing: 'helper' | 'visit';
  place: Pick<CoverageSearch, 'cursor' | 'page'>;
  onPlace: (place: Pick<CoverageSearch, 'cursor' | 'page'>) => void;
}

/** The households behind a number. */
function MissingList({ division, missing, place, onPlace }: MissingProps) {
  const { t } = useTranslation();
  const query = useQuery(missingQuery({ division, missing, cursor: place.cursor, limit: 50 }));
  return (
    <Card title={t(`teams.coverage.missing.${missing}`)}>
      <DataTable<Missing>
        label={t(`teams.coverage.missing.${missing}`)} query={query} rowKey={(row) => row.id} place={place} onPlace={onPlace} empty={t('teams.coverage.nothing')}
        columns={[
          { title: t('help.household'), render: (_, row) => <Link to="/households/$id" params={{ id: row.id }} search={{ tab: 'help' }}>{row.headName}</Link> },
          { title: t('help.village'), render: (_, row) => <ShortDivisionName code={row.villageCode} /> },
          { title: t('help.gaps.register'), render: (_, row) => <HouseholdStatusTag status={row.status} /> },
          { title: t('teams.coverage.members'), align: 'right', dataIndex: 'memberCount' },
          { title: t('teams.coverage.lastVisit'), render: (_, row) => row.lastVisitOn ?? t('teams.coverage.never') },
        ]}
      />
    </Card>
  );
}
