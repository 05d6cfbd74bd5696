import { useTranslation } from 'react-i18next';
import type { FieldCase } from '../cases/field-case.js';
import { daysLeft } from './notice-state.js';

const RADIUS = 20;
const ROUND = 2 * Math.PI * RADIUS;

/** How much of a notice's time is left: a ring with the number in it. */
export function CountdownRing({ kase, today }: { kase: FieldCase; today: string }) {
  const { t } = useTranslation();
  const { notice } = kase;
  if (!notice) return null;
  const left = daysLeft(kase, today);
  if (left === null) return <span className="notice-ring-word">{t('field.notices.paused')}</span>;
  if (left === 0) return <span className="notice-ring-word">{t('field.notices.over')}</span>;
  const share = Math.min(1, left / Math.max(1, notice.minDays));
  return (
    <svg className="notice-ring" viewBox="0 0 48 48" role="img" aria-label={t('field.notices.ring', { all: notice.minDays, days: left })} data-testid="ring">
      <circle cx="24" cy="24" r={RADIUS} className="notice-ring-back" />
      <circle cx="24" cy="24" r={RADIUS} className="notice-ring-left" strokeDasharray={`${share * ROUND} ${ROUND}`} transform="rotate(-90 24 24)" />
      <text x="24" y="29" textAnchor="middle" aria-hidden="true">{left}</text>
    </svg>
  );
}
