import { useTranslation } from 'react-i18next';
import { newVersion, takeNewVersion } from '../../shell/new-version.js';
import { useSyncState } from '../../store/index.js';
import { useLive } from '../../store/live.js';
import { APP_VERSION } from '../../sync/version.js';
import { BigButton, Card } from '../../ui/index.js';

/** Which build this is; a new one waits until everything is uploaded. */
export function VersionCard() {
  const { t } = useTranslation();
  const ready = useLive(newVersion);
  const { waiting } = useSyncState();
  return (
    <Card title={t('field.mine.version')} data-testid="version">
      <p>{APP_VERSION}{!ready && <span className="secondary"> · {t('field.mine.upToDate')}</span>}</p>
      <BigButton kind="plain" disabled={!ready || waiting > 0} {...(waiting > 0 ? { why: t('field.mine.updateBlocked', { count: waiting }) } : {})} onClick={() => void takeNewVersion()} data-testid="update-now">{t('field.mine.update')}</BigButton>
    </Card>
  );
}
