import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { NoticeCardView } from './notice-card.js';
import { laneQuery, type Lane, type NoticeCard } from './notices.api.js';

interface Props {
  lane: Lane;
  division: string | undefined;
  onObject: (card: NoticeCard) => void;
}

/** One lane of the board. */
export function NoticeLane({ lane, division, onObject }: Props) {
  const { t } = useTranslation();
  const query = useInfiniteQuery(laneQuery(lane, division));
  const cards = query.data?.pages.flatMap((page) => page.items) ?? [];
  const count = query.data ? `${cards.length}${query.hasNextPage ? '+' : ''}` : '';
  return (
    <section className={`lane ${lane}`} aria-label={t(`notices.lane.${lane}`)} data-lane={lane}>
      <h2>{t(`notices.lane.${lane}`)} <span className="secondary">{count}</span></h2>
      {query.error && <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />}
      {cards.map((card) => <NoticeCardView key={card.id ?? card.caseId} card={card} onObject={onObject} />)}
      {query.data && cards.length === 0 && <p className="secondary">{t('notices.empty')}</p>}
      {query.hasNextPage && <Button size="small" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('common.more')}</Button>}
    </section>
  );
}
