import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSyncState } from '../store/index.js';

/** Always there: how many records wait to be uploaded. A tap opens the list. */
export function SyncBadge() {
  const { t } = useTranslation();
  const { waiting, running } = useSyncState();
  const text = waiting === 0 ? t('field.shell.allSent') : t(running ? 'field.shell.sending' : 'field.shell.waiting', { count: waiting });
  return (
    <Link to={'/outbox' as string} className={`sync-badge ${waiting > 0 ? 'waiting' : 'sent'}`} data-testid="sync-badge" data-waiting={waiting} aria-label={text}>
      <span aria-hidden="true">{waiting === 0 ? '✓' : running ? '⟳' : '↑'}</span>{waiting > 0 && <span>{waiting > 99 ? '99+' : waiting}</span>}
    </Link>
  );
}
