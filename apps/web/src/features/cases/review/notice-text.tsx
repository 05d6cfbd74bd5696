import { useTranslation } from 'react-i18next';
import { StatusTag } from '../../../ui/status-tag.js';
import type { CaseDetail } from '../cases.api.js';

type Notice = CaseDetail['notices'][number];

/** How far a notice has run. */
export function NoticeText({ notice }: { notice: Notice }) {
  const { t } = useTranslation();
  const unit = t(notice.unit === 'working' ? 'cases.notice.working' : 'cases.notice.calendar');
  const place = notice.placeDetail ?? t(`cases.place.${notice.place as 'village'}`);
  return (
    <div>
      {t('cases.notice.from', { from: notice.openedOn, place })} · {t('cases.notice.days', { elapsed: notice.daysElapsed, min: notice.minDays, unit })}{' '}
      {notice.state === 'PAUSED' && <StatusTag tone="error" mark="!">{t('cases.notice.paused')}</StatusTag>}
      {notice.state !== 'PAUSED' && (notice.complete ? <StatusTag tone="success" mark="✓">{t('cases.notice.complete')}</StatusTag> : <StatusTag tone="info" mark="◷">{t('cases.left', { count: notice.daysRemaining })}</StatusTag>)}
    </div>
  );
}
