import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Alert, Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatCount, formatMoment } from '../../../i18n/format.js';
import { useLocalText } from '../../../i18n/use-language.js';
import { Card } from '../../../ui/card.js';
import { DivisionName } from '../../../ui/division-name.js';
import { Page } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { QueryState } from '../../../ui/query-state.js';
import { CheckRunStateTag } from '../../tasks-centre/task-state.js';
import { checkListQuery, isRunning, runQuery, useCancelRun, type CheckRun } from './checks.api.js';
import './checks.css';
import { RunResults } from './run-results.js';

function Working({ run }: { run: CheckRun }) {
  const { t } = useTranslation();
  const cancel = useCancelRun(run.id);
  return (
    <Card title={t('checks.working', { done: run.results.length, all: run.codes.length })}>
      <Progress percent={run.progress} status="active" aria-label={t('checks.progress')} />
      {cancel.error && <ProblemAlert error={cancel.error} />}
      <p className="secondary">{t('checks.mayLeave')} <Link to="/tasks">{t('exporting.toTasks')}</Link></p>
      <Button disabled={run.cancelRequested} loading={cancel.isPending} onClick={() => cancel.mutate()}>{t('checks.stop')}</Button>
    </Card>
  );
}

/** One run: how far it is, what it found by check and child division, and what it lacked. */
export function CheckRunPage() {
  const { t } = useTranslation();
  const text = useLocalText();
  const { id } = useParams({ from: '/office/audit/checks/runs/$id' });
  const query = useQuery(runQuery(id));
  const checks = useQuery(checkListQuery(undefined)).data?.items ?? [];
  const run = query.data;
  return (
    <Page
      title={t('checks.runTitle')} path={<><Link to="/audit/checks">{t('checks.title')}</Link> / <Link to="/audit/checks/runs">{t('checks.runs')}</Link></>}
      extra={run && <><span className="secondary"><DivisionName code={run.division} /> · {t('checks.yearOf', { year: run.year })} · {run.by} · {formatMoment(run.createdAt)}</span><CheckRunStateTag state={run.state} /></>}
    >
      <QueryState query={query} rows={8}>
        {(found) => (
          <>
            {isRunning(found) && <Working run={found} />}
            {found.failure && <Alert type="error" showIcon role="alert" title={text(found.failure)} />}
            {found.state === 'cancelled' && <Alert type="info" showIcon title={t('checks.stopped', { done: found.results.length, all: found.codes.length })} />}
            {found.totals && <p data-testid="run-totals">{t('checks.totals', { checks: found.totals.checks, hits: formatCount(found.totals.hits), fresh: formatCount(found.totals.newHits), gone: formatCount(found.totals.goneHits) })}{found.totals.missing > 0 && <span className="missing"> ▲ {t('checks.totalMissing', { count: found.totals.missing })}</span>}</p>}
            <RunResults run={found} checks={checks} />
          </>
        )}
      </QueryState>
    </Page>
  );
}
