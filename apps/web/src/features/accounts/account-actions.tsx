import { Button, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { useMay, useMe } from '../../session/me.js';
import type { Account } from './accounts.api.js';
import { AskAccountStep } from './ask-account-step.js';
import { SetPassword } from './set-password.js';

type Asked = 'disable' | 'enable' | 'password' | 'sessions';

/** What the administrator in charge may do; nobody switches off the own account. */
export function AccountActions({ account }: { account: Account }) {
  const { t } = useTranslation();
  const may = useMay();
  const me = useMe();
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const own = account.id === me.userId;
  const state: Asked = account.status === 'ACTIVE' ? 'disable' : 'enable';
  return (
    <Space size={4} wrap>
      {may(Permission.AccountManage) && !own && <Button size="small" onClick={() => setAsked(state)}>{t(`accounts.${state}`)}</Button>}
      {may(Permission.AccountManage) && <Button size="small" onClick={() => setAsked('password')}>{t('accounts.setPassword')}</Button>}
      {may(Permission.SessionManage) && <Button size="small" onClick={() => setAsked('sessions')}>{t('accounts.endSessions')}</Button>}
      {asked === 'password' && <SetPassword account={account} onClose={close} />}
      {(asked === 'disable' || asked === 'enable') && <AskAccountStep title={t(`accounts.${asked}Title`, { name: account.displayName })} body={t(`accounts.${asked}Body`)} confirm={t(`accounts.${asked}`)} step={{ kind: 'change', id: account.id, status: asked === 'disable' ? 'DISABLED' : 'ACTIVE' }} onClose={close} />}
      {asked === 'sessions' && <AskAccountStep title={t('accounts.sessionsTitle', { name: account.displayName })} body={t('accounts.sessionsBody')} confirm={t('accounts.endSessions')} step={{ kind: 'end-sessions', id: account.id }} onClose={close} />}
    </Space>
  );
}
