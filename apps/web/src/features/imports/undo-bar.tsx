import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { formatMoment } from '../../i18n/format.js';
import { useMay } from '../../session/me.js';
import { Card } from '../../ui/card.js';
import { useClock } from '../../ui/use-clock.js';
import type { ImportBatch } from './imports.api.js';

const DAY = 86_400_000;

interface Props {
  batch: ImportBatch;
  pending: boolean;
  onUndo: () => void;
}

/** Takes a batch back within 24 hours, as long as nobody has touched what it wrote. */
export function UndoBar({ batch, pending, onUndo }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const now = useClock().now;
  const until = batch.committedAt === null ? null : new Date(Date.parse(batch.committedAt) + DAY).toISOString();
  const open = until !== null && now < until;
  return (
    <Card title={t('imports.undo.title')}>
      <p>{open ? t('imports.undo.until', { time: formatMoment(until) }) : t('imports.undo.expired')}</p>
      {open && may(Permission.ImportUndo) && (
        <Popconfirm title={t('imports.undo.ask')} description={t('imports.undo.hint')} okText={t('imports.undo.submit')} cancelText={t('common.cancel')} onConfirm={onUndo}>
          <Button danger loading={pending}>{t('imports.undo.submit')}</Button>
        </Popconfirm>
      )}
    </Card>
  );
}
