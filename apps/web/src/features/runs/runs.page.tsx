import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount, formatMoment } from '../../i18n/format.js';
import { DataTable } from '../../ui/data-table.js';
import { DivisionName } from '../../ui/division-name.js';
import { Page } from '../../ui/page.js';
import { StatusTag } from '../../ui/status-tag.js';
import { ParkedVillages } from './parked-villages.js';
import { RecalculateDialog } from './recalculate-dialog.js';
import { runsQuery, type Run } from './runs.api.js';

/** What was computed anew, what changed by it, and whether a proof found stored rows that differ. */
export function RunsPage() {
  const { t } = useTranslation();
  const place = useSearch({ from: '/office/runs' });
  const navigate = useNavigate();
  const query = useQuery(runsQuery(place.cursor));
  const [asking, setAsking] = useState(false);
  const differences = (run: Run) => {
    if (run.differences === null) return '—';
    return run.differences === 0 ? <StatusTag tone="success" mark="✓">{t('runs.same')}</StatusTag> : <StatusTag tone="error" mark="▲">{t('runs.differs', { count: run.differences })}</StatusTag>;
  };
  return (
    <Page title={t('runs.title')} extra={<Button type="primary" onClick={() => setAsking(true)}>{t('runs.recalculate')}</Button>}>
      <p className="secondary">{t('runs.hint')}</p>
      <ParkedVillages />
      <DataTable<Run>
        label={t('runs.title')} query={query} rowKey={(run) => run.id} place={place} onPlace={(next) => void navigate({ to: '/runs', search: next })} empty={t('runs.none')}
        columns={[
          { title: t('runs.startedAt'), render: (_, run) => <span className="nowrap">{formatMoment(run.startedAt)}</span> },
          { title: t('runs.county'), render: (_, run) => <DivisionName code={run.countyCode} /> },
          { title: t('runs.kindOf'), render: (_, run) => t(`runs.kind.${run.kind}`) },
          { title: t('runs.villages'), className: 'number', render: (_, run) => formatCount(run.villages) },
          { title: t('runs.households'), className: 'number', render: (_, run) => formatCount(run.households) },
          { title: t('runs.verdictsChanged'), className: 'number', render: (_, run) => formatCount(run.verdictsChanged) },
          { title: t('runs.duration'), className: 'number', render: (_, run) => t('runs.seconds', { seconds: (run.durationMs / 1000).toFixed(1) }) },
          { title: t('runs.proof'), render: (_, run) => differences(run) },
        ]}
      />
      {asking && <RecalculateDialog onClose={() => setAsking(false)} />}
    </Page>
  );
}
