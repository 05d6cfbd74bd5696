import { useTranslation } from 'react-i18next';
import { StatusTag } from '../../ui/status-tag.js';
import { daysLeft } from './urgency.js';
import type { CaseItem } from './cases.api.js';

interface Props {
  item: Pick<CaseItem, 'dueOn' | 'openObjections'>;
  today: string;
}

/** What presses: an open objection, a deadline that is near or past. */
export function DueTag({ item, today }: Props) {
  const { t } = useTranslation();
  if (item.openObjections > 0) return <StatusTag tone="error" mark="!">{t('cases.contested')}</StatusTag>;
  const left = daysLeft(item, today);
  if (left === null) return <>—</>;
  if (left < 0) return <StatusTag tone="error" mark="▲">{t('cases.overdue', { count: -left })}</StatusTag>;
  return <StatusTag tone={left <= 3 ? 'warning' : 'neutral'} mark="◷">{t('cases.left', { count: left })}</StatusTag>;
}
