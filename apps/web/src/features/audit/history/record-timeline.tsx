import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RecordKind } from '#domain';
import { api, call } from '../../../api/client.js';
import { Card } from '../../../ui/card.js';
import { QueryState } from '../../../ui/query-state.js';
import { StateThen } from './state-then.js';
import { TimelineEntry } from './timeline-entry.js';

/** Entries, the latest first, and above them the state at a time of one's choice. */
export function RecordTimeline({ kind, id }: { kind: RecordKind; id: string }) {
  const { t } = useTranslation();
  const query = useInfiniteQuery({
    queryKey: ['record', kind, id, 'history'], retry: false, initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => call(api.GET('/api/v1/records/{kind}/{id}/history', { params: { path: { kind, id }, query: { cursor: pageParam, limit: 100 } }, signal })),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  return (
    <QueryState query={query} rows={8}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        if (items.length === 0) return <p>{t('recordHistory.none')}</p>;
        const intact = items.filter(({ chain }) => chain === 'INTACT').length;
        const broken = items.filter(({ chain }) => chain === 'BROKEN').length;
        return (
          <>
            <StateThen kind={kind} id={id} times={items.map(({ at }) => at).reverse()} />
            <Card title={t('recordHistory.entries', { count: items.length })} extra={<><span className={broken > 0 ? 'broken' : 'secondary'}>{t('recordHistory.chain', { intact, broken })}</span>{kind === 'household' && <Link to="/households/$id" params={{ id }}>{t('recordHistory.household')}</Link>}</>}>
              <ol className="timeline">{items.map((item) => <TimelineEntry key={item.id} item={item} />)}</ol>
              {query.hasNextPage && <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('households.history.earlier')}</Button>}
            </Card>
          </>
        );
      }}
    </QueryState>
  );
}
