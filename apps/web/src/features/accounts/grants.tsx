import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission, roleTable } from '#domain';
import { useLanguage } from '../../i18n/use-language.js';
import { useMay } from '../../session/me.js';
import { DivisionName } from '../../ui/division-name.js';
import type { Account, AccountGrant } from './accounts.api.js';
import { AddGrant } from './add-grant.js';
import { AskAccountStep } from './ask-account-step.js';
import './accounts.css';

/** Role and place of each grant; the security administrator adds and takes back. */
export function Grants({ account }: { account: Account }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const mayGrant = useMay()(Permission.GrantManage);
  const [adding, setAdding] = useState(false);
  const [revoking, setRevoking] = useState<AccountGrant | null>(null);
  return (
    <>
      <ul className="grants">
        {account.grants.map((grant) => (
          <li key={grant.id}>
            {roleTable[grant.role][language]} · <DivisionName code={grant.division} />{grant.validTo && <span className="secondary"> {t('accounts.until', { date: grant.validTo })}</span>}
            {mayGrant && <button type="button" className="text-button" onClick={() => setRevoking(grant)}>{t('accounts.revoke')}</button>}
          </li>
        ))}
      </ul>
      {account.grants.length === 0 && <span className="missing">{t('accounts.noGrant')}</span>}
      {mayGrant && <Button size="small" onClick={() => setAdding(true)}>{t('accounts.addGrant')}</Button>}
      {adding && <AddGrant account={account} onClose={() => setAdding(false)} />}
      {revoking && <AskAccountStep title={t('accounts.revokeTitle', { role: roleTable[revoking.role][language], name: account.displayName })} body={t('accounts.revokeBody')} confirm={t('accounts.revoke')} step={{ kind: 'revoke', grantId: revoking.id }} onClose={() => setRevoking(null)} />}
    </>
  );
}
