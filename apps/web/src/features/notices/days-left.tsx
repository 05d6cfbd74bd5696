import { useTranslation } from 'react-i18next';
import { daysBetween } from '#domain';
import { StatusTag } from '../../ui/status-tag.js';
import type { NoticeCard } from './notices.api.js';

/** Calendar days until a running notice has hung long enough. */
export function DaysLeft({ card, today }: { card: NoticeCard; today: string }) {
  const { t } = useTranslation();
  if (card.lane === 'complete') return <StatusTag tone="success" mark="✓">{t('cases.notice.complete')}</StatusTag>;
  if (card.lane !== 'running' || card.lastDay === null) return null;
  const left = daysBetween(today, card.lastDay) + 1;
  return <StatusTag tone="info" mark="◷">{t('cases.left', { count: Math.max(0, left) })}</StatusTag>;
}
