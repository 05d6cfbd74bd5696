import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../session/me.js';
import { menuGroups } from './menu.js';

/** Plain links under the names of their groups: they open in another tab and tell a screen reader where one is. */
export function MainMenu() {
  const { t } = useTranslation();
  const { permissions } = useMe();
  const groups = menuGroups
    .map(({ label, entries }) => ({ label, entries: entries.filter((entry) => permissions.includes(entry.permission) && !(entry.unless && permissions.includes(entry.unless))) }))
    .filter(({ entries }) => entries.length > 0);
  return (
    <nav className="main-menu no-print" aria-label={t('shell.menu.label')}>
      {groups.map(({ label, entries }) => (
        <section key={label}>
          <h2>{t(`shell.menu.${label}`)}</h2>
          <ul>
            {entries.map((entry) => <li key={entry.to}><Link to={entry.to} activeProps={{ 'aria-current': 'page' }}>{t(`shell.menu.${entry.label}`)}</Link></li>)}
          </ul>
        </section>
      ))}
    </nav>
  );
}
