import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { api, call } from '../../../api/client.js';
import { ApiProblem } from '../../../api/problem.js';
import { caseIdOf, useMe } from '../../store/index.js';
import { ownSession } from '../../sync/device.js';
import { Stopped } from '../../sync/stop.js';
import { BigButton, Problem, Sheet, Strip } from '../../ui/index.js';

interface Props {
  householdId: string;
  /** Whose number; without it the number of the household. Plain id. */
  memberId?: string | undefined;
  name: string;
}

type Answer = { readonly phone: string | null } | { readonly error: unknown };

/**
 * 拨打: the phone holds masked numbers only, so the server is asked for this one, which goes on record, and the phone's own dialler is
 * opened with it. The number is kept nowhere and is gone when the dialler comes up or the sheet is closed.
 */
export function DialButton({ householdId, memberId, name }: Props) {
  const { t } = useTranslation();
  const may = useMe().permissions.includes(Permission.HouseholdDial);
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const dial = async () => {
    setBusy(true);
    try {
      await ownSession();
      setAnswer(await call(api.POST('/api/v1/households/{id}/dial', { params: { path: { id: caseIdOf(householdId, householdId) } }, body: memberId === undefined ? {} : { memberId: caseIdOf(memberId, householdId) } })));
    } catch (error) {
      setAnswer({ error });
    }
    setBusy(false);
  };
  if (!may) return null;
  return (
    <>
      <BigButton small kind="plain" busy={busy} onClick={() => void dial()} data-testid="dial" aria-label={t('field.dial.callOf', { name })}>{t('field.dial.call')}</BigButton>
      <Sheet open={answer !== null} title={t('field.dial.callOf', { name })} onClose={() => setAnswer(null)} data-testid="dial-sheet">
        {answer && 'error' in answer && <Refused error={answer.error} />}
        {answer && 'phone' in answer && (answer.phone === null ? <p>{t('field.dial.none')}</p> : <CalledNumber phone={answer.phone} onGone={() => setAnswer(null)} />)}
      </Sheet>
    </>
  );
}

function Refused({ error }: { error: unknown }) {
  const { t } = useTranslation();
  if (error instanceof Stopped) return <Strip kind="warning" data-testid="dial-sign-in">{t('field.dial.signIn')}</Strip>;
  if (error instanceof ApiProblem && error.code === 'unreachable') return <Strip kind="offline" data-testid="dial-offline">{t('field.dial.offline')}</Strip>;
  return <Problem error={error} />;
}

function CalledNumber({ phone, onGone }: { phone: string; onGone: () => void }) {
  const { t } = useTranslation();
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    link.current?.click();
    const forget = () => document.visibilityState === 'hidden' && onGone();
    document.addEventListener('visibilitychange', forget);
    return () => document.removeEventListener('visibilitychange', forget);
  }, []);
  return (
    <>
      <p>{t('field.dial.recorded')}</p>
      <a ref={link} className="big-button primary" href={`tel:${phone}`} data-testid="dial-link">{t('field.dial.number', { phone })}</a>
    </>
  );
}
