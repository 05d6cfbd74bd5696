import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OFFLINE_DAYS, unlock } from '../../store/users.js';

/** Tries PINs of one person and says in words what came of it. */
export function useUnlock(userId: string) {
  const { t } = useTranslation();
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [until, setUntil] = useState(0);
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (until <= now) return;
    const timer = setTimeout(() => setNow(Date.now()), 1000);
    return () => clearTimeout(timer);
  }, [until, now]);
  const attempt = async (entered: string): Promise<void> => {
    setBusy(true);
    setFault(null);
    const outcome = await unlock(userId, entered);
    setBusy(false);
    setPin('');
    if (outcome.result === 'wrong') setFault(t('field.unlock.wrong', { left: outcome.left }));
    if (outcome.result === 'dropped') setFault(t('field.unlock.dropped'));
    if (outcome.result === 'online-first') setFault(t('field.unlock.onlineFirst', { days: OFFLINE_DAYS }));
    if (outcome.result !== 'wait') return;
    setUntil(outcome.until);
    setNow(Date.now());
  };
  const seconds = Math.ceil((until - now) / 1000);
  return { pin, setPin, busy, attempt, waiting: seconds > 0, fault: seconds > 0 ? t('field.unlock.wait', { seconds }) : fault };
}
