import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { api, call } from '../../api/client.js';
import { useMay } from '../../session/me.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { CompareTimes } from './compare/compare-times.js';
import { endOfMinute } from './end-of-minute.js';
import { HistoryItem } from './history-item.js';
import type { Household } from './households.api.js';
import { StateThen } from './state-then.js';

/** Who changed what and when, newest first; with a moment, how the record looked then; with two, what differs. */
export function HistoryTab({ household }: { household: Household }) {
  const { t } = useTranslation();
  const may = useMay();
  const [comparing, setComparing] = useState(false);
  const [then, setThen] = useState('');
  const at = then === '' ? undefined : endOfMinute(then);
  const query = useInfiniteQuery({
    queryKey: ['household', household.id, 'history', at ?? null], initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => call(api.GET('/api/v1/households/{id}/history', { params: { path: { id: household.id }, query: { cursor: pageParam, at, limit: 50 } }, signal })),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const state = query.data?.pages[0]?.state;
  return (
    <>
      <p className="edit-bar">
        <Button aria-expanded={comparing} onClick={() => setComparing(!comparing)}>{t('households.compare.title')}</Button>
        {may(Permission.HistoryRead) && <Link to="/audit/history" search={{ kind: 'household', id: household.id }}>{t('households.compare.records')}</Link>}
      </p>
      {comparing && <CompareTimes household={household} />}
      <label className="history-then">{t('households.history.then')} <Input type="datetime-local" value={then} onChange={(event) => setThen(event.target.value)} style={{ width: 220 }} /></label>
      {query.error && <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />}
      {state && <StateThen state={state} />}
      <ol className="history">{query.data?.pages.flatMap((page) => page.items).map((item) => <HistoryItem key={item.id} item={item} />)}</ol>
      {query.hasNextPage && <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('households.history.earlier')}</Button>}
    </>
  );
}
