import { Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/card.js';
import type { ImportBatch } from './imports.api.js';

/** A job is at work: how far it is, and the way to stop it. The page may be closed meanwhile. */
export function WorkingCard({ batch, onCancel }: { batch: ImportBatch; onCancel: () => void }) {
  const { t } = useTranslation();
  return (
    <Card title={t(`imports.state.${batch.state}`)}>
      <Progress percent={batch.progress} status="active" aria-label={t(`imports.state.${batch.state}`)} />
      <p className="secondary">{t('imports.mayLeave')}</p>
      {batch.state !== 'undoing' && <Button onClick={onCancel}>{t('common.cancel')}</Button>}
    </Card>
  );
}
