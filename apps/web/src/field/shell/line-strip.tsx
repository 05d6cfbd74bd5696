import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe, useSyncState } from '../store/index.js';
import { BigButton, Strip } from '../ui/index.js';
import { SignInSheet } from './sign-in-sheet.js';

const SKEW_MS = 10 * 60_000;

/** How the phone stands towards the server; silent when all is well. */
export function LineStrip() {
  const { t } = useTranslation();
  const me = useMe();
  const { online, waiting, stopped, serverTimeOffset, sendAll } = useSyncState();
  const [asking, setAsking] = useState(false);
  const skew = Math.abs(serverTimeOffset);
  return (
    <div className="line-strips">
      {online === 'offline' && <Strip kind="offline" data-testid="offline">{t('field.shell.offline', { count: waiting })}</Strip>}
      {online === 'weak' && <Strip kind="offline" data-testid="weak">{t('field.shell.weak')}</Strip>}
      {stopped === 'sign-in' && online !== 'offline' && <Strip kind="warning" data-testid="sign-in-ended" action={<BigButton small kind="plain" data-testid="sign-in-again" onClick={() => setAsking(true)}>{t('field.shell.signInAction')}</BigButton>}>{t('field.shell.signIn')}</Strip>}
      {stopped === 'update' && <Strip kind="warning" data-testid="too-old">{t('field.shell.update')}</Strip>}
      {stopped === 'revoked' && <Strip kind="error" data-testid="revoked">{t('field.shell.revoked')}</Strip>}
      {skew > SKEW_MS && <Strip kind="warning" data-testid="clock">{t('field.shell.clock', { minutes: Math.round(skew / 60_000) })}</Strip>}
      <SignInSheet open={asking} me={me} onClose={() => setAsking(false)} onDone={() => { setAsking(false); sendAll(); }} />
    </div>
  );
}
