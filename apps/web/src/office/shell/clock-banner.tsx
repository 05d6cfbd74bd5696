import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, call } from '../../api/client.js';

const MINUTE = 60_000;

/** Says on every page that the trial clock does not show the true day. */
export function ClockBanner() {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['clock'], queryFn: ({ signal }) => call(api.GET('/api/v1/clock', { signal })), refetchInterval: MINUTE, staleTime: MINUTE, retry: false,
  });
  if (!data || data.offsetDays === 0) return null;
  const direction = t(data.offsetDays > 0 ? 'shell.later' : 'shell.earlier');
  return <div className="clock-banner" role="status">▲ {t('shell.clockMoved', { date: data.today, days: Math.abs(data.offsetDays), direction })}</div>;
}
