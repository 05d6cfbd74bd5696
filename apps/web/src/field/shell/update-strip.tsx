import { useTranslation } from 'react-i18next';
import { useSyncState } from '../store/index.js';
import { useLive } from '../store/live.js';
import { BigButton, Strip } from '../ui/index.js';
import { newVersion, takeNewVersion } from './new-version.js';

/** Offers a new build once nothing waits to be uploaded. */
export function UpdateStrip() {
  const { t } = useTranslation();
  const ready = useLive(newVersion);
  const { waiting } = useSyncState();
  if (!ready) return null;
  if (waiting > 0) return <Strip kind="info" data-testid="update-waits">{t('field.shell.newVersionWaits')}</Strip>;
  return <Strip kind="info" action={<BigButton small kind="plain" data-testid="update" onClick={() => void takeNewVersion()}>{t('field.shell.updateNow')}</BigButton>}>{t('field.shell.newVersion')}</Strip>;
}
