import { useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { onSessionEnded } from '../api/client.js';
import { meQuery, remember, type Me } from './me.js';
import { SignInForm } from './sign-in-form.js';
import { useSignIn } from './use-sign-in.js';

/** Whether another person signed in, or the same one under another grant: then nothing may stay on the screen. */
function isSame(before: Me | undefined, after: Me): boolean {
  return before?.userId === after.userId && before.role === after.role && before.division === after.division;
}

/** Asks for the password over the page when the session has ended, so that nothing typed is lost. */
export function SessionEnded() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [ended, setEnded] = useState(false);
  const signIn = useSignIn((me) => {
    if (!isSame(client.getQueryData(meQuery.queryKey), me)) return window.location.assign('/');
    client.setQueryData(meQuery.queryKey, remember(me));
    setEnded(false);
    void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== meQuery.queryKey[0] });
  });
  useEffect(() => onSessionEnded(() => setEnded(true)), []);
  return (
    <Modal open={ended} closable={false} footer={null} title={t('session.expiredTitle')} destroyOnHidden mask={{ closable: false }} keyboard={false} width={400}>
      <p>{t('session.expiredHint')}</p>
      <SignInForm problem={signIn.error} pending={signIn.isPending} onSubmit={signIn.mutate} />
    </Modal>
  );
}
