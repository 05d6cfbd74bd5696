import { useTranslation } from 'react-i18next';
import { useClock } from '../../ui/use-clock.js';

/** Says on every page that the trial clock does not show the true day. */
export function ClockBanner() {
  const { t } = useTranslation();
  const data = useClock();
  if (!data || data.offsetDays === 0) return null;
  const direction = t(data.offsetDays > 0 ? 'shell.later' : 'shell.earlier');
  return <div className="clock-banner no-print" role="status">▲ {t('shell.clockMoved', { date: data.today, days: Math.abs(data.offsetDays), direction })}</div>;
}
