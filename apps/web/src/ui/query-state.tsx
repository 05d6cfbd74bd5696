import { Skeleton } from 'antd';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ProblemAlert } from './problem-alert.js';
import { useDelayed } from './use-delayed.js';

interface Props<Data> {
  query: Pick<UseQueryResult<Data>, 'data' | 'error' | 'isPending' | 'refetch'>;
  rows?: number;
  children: (data: Data) => ReactNode;
}

/** Skeleton after 300 ms, the failure with a retry, or the data; data that is there stays while it is refreshed. */
export function QueryState<Data>({ query, rows = 4, children }: Props<Data>) {
  const late = useDelayed(query.isPending, 300);
  if (query.data !== undefined) return <>{query.error && <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />}{children(query.data)}</>;
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  return late ? <Skeleton active title={false} paragraph={{ rows }} /> : <div className="query-waiting" aria-busy="true" />;
}
