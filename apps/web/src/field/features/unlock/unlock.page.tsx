import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SignInSheet } from '../../shell/sign-in-sheet.js';
import type { UserRow } from '../../store/registry.js';
import { Ask, BigButton, Strip } from '../../ui/index.js';
import { PinPad } from './pin-pad.js';
import { useUnlock } from './use-unlock.js';

/** Who works here, and the PIN. Several people may share a phone; each has a store of their own. */
export function UnlockPage({ users }: { users: readonly UserRow[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<UserRow | null>(users.length === 1 ? (users[0] ?? null) : null);
  const toSetup = (): void => void navigate({ to: '/setup' as string });
  return (
    <main className="gate">
      {chosen ? <Pin key={chosen.userId} user={chosen} onSetup={toSetup} /> : (
        <>
          <h1>{t('field.unlock.who')}</h1>
          <div className="people">
            {users.map((user) => (
              <button key={user.userId} type="button" className="person" data-testid={`person-${user.me.username}`} onClick={() => setChosen(user)}>
                <span className="avatar" aria-hidden="true">{user.me.name.slice(0, 1)}</span><span>{user.me.name}</span>
              </button>
            ))}
          </div>
        </>
      )}
      <span className="grow" />
      <div className="gate-links">
        {users.length > 1 && chosen && <BigButton kind="plain" small data-testid="other-person" onClick={() => setChosen(null)}>{t('field.unlock.who')}</BigButton>}
        <BigButton kind="plain" small data-testid="add-person" onClick={toSetup}>{t('field.unlock.addUser')}</BigButton>
      </div>
    </main>
  );
}

function Pin({ user, onSetup }: { user: UserRow; onSetup: () => void }) {
  const { t } = useTranslation();
  const { pin, setPin, busy, attempt, waiting, fault } = useUnlock(user.userId);
  const [asking, setAsking] = useState<'forgot' | 'sign-in' | null>(null);
  return (
    <>
      <h1>{t('field.unlock.pinOf', { name: user.me.name })}</h1>
      {fault && <Strip kind="error" data-testid="unlock-fault">{fault}</Strip>}
      <PinPad value={pin} onChange={setPin} disabled={busy || waiting} onFull={(entered) => void attempt(entered)} />
      {busy && <p role="status">{t('field.unlock.opening')}</p>}
      <div className="gate-links">
        <BigButton kind="plain" small data-testid="forgot" onClick={() => setAsking('forgot')}>{t('field.unlock.forgot')}</BigButton>
        <BigButton kind="plain" small data-testid="sign-in-online" onClick={() => setAsking('sign-in')}>{t('field.unlock.signIn')}</BigButton>
      </div>
      <Ask open={asking === 'forgot'} title={t('field.unlock.forgotTitle')} body={t('field.unlock.forgotBody')} confirm={t('field.unlock.forgotConfirm')} onConfirm={onSetup} onClose={() => setAsking(null)} />
      <SignInSheet open={asking === 'sign-in'} me={user.me} onClose={() => setAsking(null)} onDone={() => setAsking(null)} />
    </>
  );
}
