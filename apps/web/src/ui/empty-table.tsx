import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

export interface EmptyProps {
  /** Conditions in words; without any the list is simply empty. */
  filters?: readonly string[];
  onReset?: () => void;
  /** Said instead of the general words when there are no conditions. */
  empty?: string;
}

/** Says why nothing is shown and how to see more; never a blank table. */
export function EmptyTable({ filters = [], onReset, empty }: EmptyProps) {
  const { t } = useTranslation();
  if (filters.length === 0) return <div className="empty-table">{empty ?? t('common.emptyPlain')}</div>;
  return (
    <div className="empty-table">
      <p>{t('common.empty')}</p>
      <p className="secondary">{t('common.filteredBy', { filters: filters.join('；') })}</p>
      {onReset && <Button onClick={onReset}>{t('common.reset')}</Button>}
    </div>
  );
}
