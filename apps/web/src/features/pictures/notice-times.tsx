import { useQueries } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call } from '../../api/client.js';
import { ChartCard, timeBars } from '../../ui/charts/index.js';
import type { NoticeCard } from '../notices/notices.api.js';

const lanes = ['running', 'contested', 'complete'] as const;
const MOST = 40;

/** Notices that hang now, by village: from when to when, and which of them are contested. */
export function NoticeTimes({ division, today }: { division: string; today: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const answers = useQueries({
    queries: lanes.map((lane) => ({ queryKey: ['notices', 'times', lane, division], queryFn: ({ signal }: { signal: AbortSignal }) => call(api.GET('/api/v1/notices', { params: { query: { lane, division, limit: MOST } }, signal })) })),
  });
  const cards = answers.flatMap(({ data }) => data?.items ?? []);
  const key = cards.map(({ id }) => id).join();
  const shown = useMemo(() => cards.filter((card): card is NoticeCard & { openedOn: string } => card.openedOn !== null).sort((left, right) => left.division.localeCompare(right.division) || left.openedOn.localeCompare(right.openedOn)).slice(0, MOST), [key]);
  const named = useMemo(() => shown.map((card) => ({ name: `${card.village ?? card.division} ${card.name ?? ''}`, from: card.openedOn, to: card.lastDay ?? today, label: t(card.lastDay === null ? 'pictures.stopped' : 'pictures.hangs', { from: card.openedOn, to: card.lastDay ?? today }), alarming: card.openObjections > 0 })), [shown, today, t]);
  const option = useMemo(() => timeBars(named, today), [named, today]);
  if (shown.length === 0) return null;
  const contested = shown.filter(({ openObjections }) => openObjections > 0).length;
  const table = {
    columns: [{ key: 'name', title: t('pictures.notice') }, { key: 'from', title: t('pictures.from') }, { key: 'to', title: t('pictures.to') }, { key: 'objections', title: t('pictures.objections'), numeric: true }],
    rows: shown.map((card, row) => ({ name: named[row]?.name ?? '', from: card.openedOn, to: card.lastDay ?? t('pictures.clockStopped'), objections: card.openObjections })),
  };
  return <ChartCard title={t('pictures.notices', { count: shown.length, contested })} table={table} option={option} height={option.height} note={t('pictures.noticeNote', { today })} onPick={(row) => { const card = shown[row]; if (card) void navigate({ to: '/cases/$id', params: { id: card.caseId } }); }} />;
}
