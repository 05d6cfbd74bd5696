import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problem.js';
import { BigButton, Strip, TextField, useProblemWords } from '../ui/index.js';
import { NoFieldGrant, OtherPerson, type Credentials } from './sign-in.js';

interface Props {
  username?: string;
  name?: string;
  onSignIn: (credentials: Credentials) => Promise<void>;
}

/** User name and password; says in words why it did not work. */
export function SignInForm({ username: known = '', name = '', onSignIn }: Props) {
  const { t } = useTranslation();
  const words = useProblemWords();
  const [username, setUsername] = useState(known);
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const faultOf = (error: unknown): string => {
    if (error instanceof NoFieldGrant) return t('field.shell.noGrant');
    if (error instanceof OtherPerson) return t('field.shell.otherPerson', { name });
    if (error instanceof ApiProblem && error.code === 'bad-credentials') return t('field.shell.wrong');
    if (error instanceof ApiProblem && error.code === 'locked-out') return t('field.shell.lockedOut', { minutes: Math.max(1, Math.ceil(Number(error.params['retryAfter'] ?? 60) / 60)) });
    return words(error);
  };
  const submit = async (): Promise<void> => {
    setBusy(true);
    setFault(null);
    await onSignIn({ username: username.trim(), password }).catch((error: unknown) => setFault(faultOf(error)));
    setBusy(false);
  };
  return (
    <form className="sign-in" onSubmit={(event) => { event.preventDefault(); void submit(); }}>
      <TextField label={t('field.shell.username')} value={username} onChange={setUsername} autoComplete="username" testid="username" />
      <TextField label={t('field.shell.password')} value={password} onChange={setPassword} type="password" autoComplete="current-password" testid="password" />
      {fault && <Strip kind="error" data-testid="sign-in-fault">{fault}</Strip>}
      <BigButton type="submit" busy={busy} data-testid="sign-in">{t('field.shell.signInButton')}</BigButton>
    </form>
  );
}
