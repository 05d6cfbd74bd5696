import { useTranslation } from 'react-i18next';
import type { Me } from '../store/index.js';
import { Sheet } from '../ui/index.js';
import { SignInForm } from './sign-in-form.js';
import { signInAgain } from './sign-in.js';

/** Signs the person of this phone in again without leaving the page. */
export function SignInSheet({ open, me, onClose, onDone }: { open: boolean; me: Me; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation();
  return (
    <Sheet open={open} title={t('field.shell.signInTitle')} onClose={onClose}>
      <SignInForm username={me.username} name={me.name} onSignIn={async (credentials) => { await signInAgain(me, credentials); onDone(); }} />
    </Sheet>
  );
}
