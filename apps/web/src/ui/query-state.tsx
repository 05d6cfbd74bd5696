import { Alert, Button, Skeleton } from 'antd';
import type { UseQueryResult } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from './problem-alert.js';
import { QueryProgress } from './query-progress.js';
import { useDelayed } from './use-delayed.js';

interface Props<Data> {
  query: Pick<UseQueryResult<Data>, 'data' | 'error' | 'isPending' | 'refetch'>;
  rows?: number;
  children: (data: Data) => ReactNode;
}

/** Skeleton after 300 ms, words after a second, a way to stop after three; the failure with a retry, or the data, which stays while it is refreshed. */
export function QueryState<Data>({ query, rows = 4, children }: Props<Data>) {
  const { t } = useTranslation();
  const [stopped, setStopped] = useState(false);
  const late = useDelayed(query.isPending, 300);
  const again = () => {
    setStopped(false);
    void query.refetch();
  };
  if (query.data !== undefined) return <>{query.error && <ProblemAlert error={query.error} onRetry={again} />}{children(query.data)}</>;
  if (query.error) return <ProblemAlert error={query.error} onRetry={again} />;
  if (stopped) return <Alert type="info" showIcon title={t('common.stopped')} action={<Button size="small" onClick={again}>{t('common.retry')}</Button>} />;
  if (!late) return <div className="query-waiting" aria-busy="true" />;
  return <div className="query-late" aria-busy="true"><QueryProgress active={query.isPending} onStop={() => setStopped(true)} /><Skeleton active title={false} paragraph={{ rows }} /></div>;
}
