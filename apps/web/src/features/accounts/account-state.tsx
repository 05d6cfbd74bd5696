import { useTranslation } from 'react-i18next';
import { StatusTag } from '../../ui/status-tag.js';
import type { Account } from './accounts.api.js';

export function AccountState({ account }: { account: Account }) {
  const { t } = useTranslation();
  return account.status === 'ACTIVE' ? <StatusTag tone="success" mark="✓">{t('accounts.active')}</StatusTag> : <StatusTag tone="neutral" mark="✗">{t('accounts.disabled')}</StatusTag>;
}
