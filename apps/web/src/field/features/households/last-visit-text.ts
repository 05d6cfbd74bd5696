import { useTranslation } from 'react-i18next';
import { daysBetween } from '#domain';

/** 上次走访 n 天前, in words. */
export function useLastVisitText(): (lastVisitOn: string | null, today: string) => string {
  const { t } = useTranslation();
  return (lastVisitOn, today) => {
    if (lastVisitOn === null) return t('field.households.neverVisited');
    const days = Math.max(0, daysBetween(lastVisitOn, today));
    return days === 0 ? t('field.households.visitedToday') : t('field.households.visitedAgo', { days });
  };
}
