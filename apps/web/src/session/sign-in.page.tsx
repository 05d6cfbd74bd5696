import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../ui/language-switch.js';
import { useEnterAs } from './me.js';
import { SignInForm } from './sign-in-form.js';
import { useSignIn } from './use-sign-in.js';
import './sign-in.css';

/** The first page. Goes on to where the person wanted to go. */
export function SignInPage() {
  const { t } = useTranslation();
  const { next } = useSearch({ from: '/sign-in' });
  const navigate = useNavigate();
  const enterAs = useEnterAs();
  const signIn = useSignIn((me) => {
    enterAs(me);
    void navigate({ to: next ?? '/', replace: true });
  });
  return (
    <main className="sign-in">
      <section className="sign-in-card" aria-labelledby="sign-in-title">
        <p className="sign-in-brand"><img src="/favicon.svg" alt="" width={32} height={32} />{t('common.app')}<span>{t('common.appLong')}</span></p>
        <h1 id="sign-in-title">{t('session.title')}</h1>
        <SignInForm problem={signIn.error} pending={signIn.isPending} onSubmit={signIn.mutate} />
        <p className="sign-in-notice">{t('session.notice')}</p>
      </section>
      <LanguageSwitch />
    </main>
  );
}
