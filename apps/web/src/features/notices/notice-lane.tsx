import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { LaneTools } from './lane-tools.js';
import { NoticeCardView } from './notice-card.js';
import { laneQuery, type Lane, type NoticeCard } from './notices.api.js';

interface Props {
  lane: Lane;
  division: string | undefined;
  onObject: (card: NoticeCard) => void;
}

/** One lane of the board; what waits for a posting or for its end can be chosen and done together. */
export function NoticeLane({ lane, division, onObject }: Props) {
  const { t } = useTranslation();
  const query = useInfiniteQuery(laneQuery(lane, division));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const cards = query.data?.pages.flatMap((page) => page.items) ?? [];
  const count = query.data ? `${cards.length}${query.hasNextPage ? '+' : ''}` : '';
  const toggle = (id: string) => setChosen((before) => new Set(before.has(id) ? [...before].filter((known) => known !== id) : [...before, id]));
  const choosable = lane === 'due' || lane === 'complete';
  return (
    <section className={`lane ${lane}`} aria-label={t(`notices.lane.${lane}`)} data-lane={lane}>
      <h2>{t(`notices.lane.${lane}`)} <span className="secondary">{count}</span></h2>
      <LaneTools lane={lane} cards={cards} chosen={chosen} onChoose={(ids) => setChosen(new Set(ids))} />
      {query.error && <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />}
      {cards.map((card) => <NoticeCardView key={card.id ?? card.caseId} card={card} onObject={onObject} chosen={choosable ? chosen.has(card.caseId) : null} onToggle={() => toggle(card.caseId)} />)}
      {query.data && cards.length === 0 && <p className="secondary">{t('notices.empty')}</p>}
      {query.hasNextPage && <Button size="small" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('common.more')}</Button>}
    </section>
  );
}
