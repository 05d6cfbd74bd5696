import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatCount, formatMoment } from '../../../i18n/format.js';
import { DataTable } from '../../../ui/data-table.js';
import { DivisionName } from '../../../ui/division-name.js';
import { Page } from '../../../ui/page.js';
import { CheckRunStateTag } from '../../tasks-centre/task-state.js';
import { runsQuery } from './checks.api.js';

/** Runs over divisions of the territory. */
export function CheckRunsPage() {
  const { t } = useTranslation();
  const place = useSearch({ from: '/office/audit/checks/runs' });
  const navigate = useNavigate();
  const query = useQuery(runsQuery(place.cursor));
  return (
    <Page title={t('checks.runs')} path={<Link to="/audit/checks">{t('checks.title')}</Link>}>
      <DataTable
        label={t('checks.runs')} query={query} rowKey={(run) => run.id} place={place} onPlace={(to) => void navigate({ to: '/audit/checks/runs', search: to })} empty={t('checks.noRuns')}
        columns={[
          { title: t('checks.run.when'), render: (_, run) => <Link to="/audit/checks/runs/$id" params={{ id: run.id }} className="nowrap">{formatMoment(run.createdAt)}</Link> },
          { title: t('checks.run.where'), render: (_, run) => <DivisionName code={run.division} /> },
          { title: t('checks.year'), dataIndex: 'year' },
          { title: t('checks.run.checks'), align: 'right', render: (_, run) => run.codes.length },
          { title: t('checks.column.open'), align: 'right', render: (_, run) => (run.totals ? formatCount(run.totals.hits) : '—') },
          { title: t('checks.column.missing'), align: 'right', render: (_, run) => run.totals?.missing ?? '—' },
          { title: t('checks.run.by'), dataIndex: 'by' },
          { title: t('checks.run.state'), render: (_, run) => <CheckRunStateTag state={run.state} /> },
        ]}
      />
    </Page>
  );
}
