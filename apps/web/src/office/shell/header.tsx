import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { useMay, useMe } from '../../session/me.js';
import { TasksLink } from '../../features/tasks-centre/tasks-link.js';
import { LanguageSwitch } from '../../ui/language-switch.js';
import { GrantSwitch } from './grant-switch.js';
import { HouseholdSearch } from './household-search.js';
import { useSignOut } from './use-sign-out.js';

/** Name of the product, search, whose eyes one sees with, sign out. */
export function Header() {
  const { t } = useTranslation();
  const me = useMe();
  const may = useMay();
  const signOut = useSignOut();
  return (
    <header className="shell-header no-print">
      <Link to="/" className="brand"><img src="/favicon.svg" alt="" width={24} height={24} />{t('common.app')}</Link>
      <span className="spacer" />
      {may(Permission.HouseholdRead) && <HouseholdSearch />}
      {may(Permission.ExportRun) && <TasksLink />}
      <GrantSwitch />
      <span className="person">{me.name}</span>
      <LanguageSwitch />
      <Button size="small" onClick={() => signOut.mutate()} loading={signOut.isPending}>{t('shell.signOut')}</Button>
    </header>
  );
}
