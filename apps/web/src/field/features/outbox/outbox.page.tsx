import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../../i18n/format.js';
import { useOutbox, useSyncState, type OutboxItem } from '../../store/index.js';
import { BigButton, Empty, FieldPage } from '../../ui/index.js';
import { sizeText } from '../setup/size-text.js';
import { BackupCard } from './backup-card.js';
import { ItemRow } from './item-row.js';
import './outbox.css';

/** Records and their photos that the server does not have, or has sent back without anybody having settled them. */
const isOpen = (item: OutboxItem): boolean => !item.practice && ((item.state !== 'sent' && item.state !== 'settled') || item.photosWaiting > 0);

/** Everything done here that the server does not have, and what it has answered. */
export function OutboxPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const items = useOutbox();
  const { waiting, running, lastSuccess, sendAll } = useSyncState();
  const open = items.filter(isOpen);
  const done = items.filter((item) => !isOpen(item));
  const size = open.reduce((sum, item) => sum + item.size, 0);
  const row = (item: OutboxItem) => <ItemRow key={item.opId} item={item} onRetry={sendAll} onOpen={item.householdId === null ? null : () => void navigate({ to: `/households/${item.householdId ?? ''}` as string })} />;
  return (
    <FieldPage title={t('field.outbox.title')} back="/" footer={<BigButton busy={running} disabled={waiting === 0} onClick={sendAll} data-testid="send-all">{t(running ? 'field.outbox.sending' : 'field.outbox.sendAll')}</BigButton>}>
      <div className="outbox-head" role="status">
        <p data-testid="totals">{open.length === 0 ? t('field.outbox.none') : t('field.outbox.total', { count: open.length, size: sizeText(size) })}</p>
        <p className="secondary">{lastSuccess ? t('field.outbox.last', { time: formatMoment(lastSuccess.toISOString()) }) : t('field.outbox.never')}</p>
        <p className="secondary small">{t('field.outbox.foot')}</p>
      </div>
      {items.length === 0 && <Empty>{t('field.outbox.none')}</Empty>}
      {open.map(row)}
      <BackupCard waiting={waiting} />
      {done.length > 0 && <h2 className="outbox-part">{t('field.outbox.sentTitle')}</h2>}
      {done.map(row)}
    </FieldPage>
  );
}
