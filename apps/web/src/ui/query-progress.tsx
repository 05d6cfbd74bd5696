import { useTranslation } from 'react-i18next';
import { useDelayed } from './use-delayed.js';

/** Nothing for a second; then words over the old rows. */
export function QueryProgress({ active }: { active: boolean }) {
  const { t } = useTranslation();
  const late = useDelayed(active, 1000);
  return late ? <div className="query-progress" role="status"><span>{t('common.loading')}</span></div> : null;
}
