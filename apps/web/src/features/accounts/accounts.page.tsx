import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { useMay } from '../../session/me.js';
import { DataTable } from '../../ui/data-table.js';
import { Page } from '../../ui/page.js';
import { AccountActions } from './account-actions.js';
import { AccountState } from './account-state.js';
import { accountsQuery, type Account } from './accounts.api.js';
import { CreateAccount } from './create-account.js';
import { Grants } from './grants.js';

/** Users and what they may do where. One administrator makes users, another grants, a third one watches; none reads case data. */
export function AccountsPage() {
  const { t } = useTranslation();
  const { q, cursor, page } = useSearch({ from: '/office/accounts' });
  const navigate = useNavigate();
  const may = useMay();
  const [creating, setCreating] = useState(false);
  const query = useQuery(accountsQuery(q, cursor));
  const create = may(Permission.AccountManage) && <Button type="primary" onClick={() => setCreating(true)}>{t('accounts.create')}</Button>;
  return (
    <Page title={t('accounts.title')} extra={create}>
      <p className="secondary">{t('accounts.hint')}</p>
      <div className="filter-bar">
        <Input.Search className="filter-text" allowClear defaultValue={q} maxLength={64} placeholder={t('accounts.find')} aria-label={t('accounts.find')} onSearch={(text) => void navigate({ to: '/accounts', search: { q: text.trim() || undefined } })} />
      </div>
      <DataTable<Account>
        label={t('accounts.title')} query={query} rowKey={(account) => account.id} place={{ cursor, page }} onPlace={(place) => void navigate({ to: '/accounts', search: { q, ...place } })}
        filters={q ? [q] : []} onReset={() => void navigate({ to: '/accounts', search: {} })} empty={t('common.emptyPlain')}
        columns={[
          { title: t('accounts.username'), dataIndex: 'username' },
          { title: t('accounts.displayName'), dataIndex: 'displayName' },
          { title: t('accounts.state'), render: (_, account) => <AccountState account={account} /> },
          { title: t('accounts.grants'), render: (_, account) => <Grants account={account} /> },
          { title: t('accounts.actions'), render: (_, account) => <AccountActions account={account} /> },
        ]}
      />
      {creating && <CreateAccount onClose={() => setCreating(false)} />}
    </Page>
  );
}
