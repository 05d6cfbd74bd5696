import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDelayed } from './use-delayed.js';
import './query-state.css';

/** Nothing for a second; then words over the old rows; after three seconds a way to stop waiting. */
export function QueryProgress({ active, onStop }: { active: boolean; onStop?: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const late = useDelayed(active, 1000);
  const tooLate = useDelayed(active, 3000);
  if (!late) return null;
  const stop = () => {
    onStop?.();
    void client.cancelQueries({ predicate: (query) => query.isActive() && query.state.fetchStatus === 'fetching' });
  };
  return <div className="query-progress" role="status"><span>{t('common.loading')}{tooLate && <Button size="small" onClick={stop}>{t('common.stopWaiting')}</Button>}</span></div>;
}
