import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../session/me.js';
import { menuEntries } from './menu.js';

/** Plain links: they open in another tab and tell a screen reader where one is. */
export function MainMenu() {
  const { t } = useTranslation();
  const { permissions } = useMe();
  return (
    <nav className="main-menu no-print" aria-label={t('shell.menu.label')}>
      <ul>
        {menuEntries.filter((entry) => permissions.includes(entry.permission)).map(({ to, label }) => (
          <li key={to}><Link to={to} activeProps={{ 'aria-current': 'page' }}>{t(`shell.menu.${label}`)}</Link></li>
        ))}
      </ul>
    </nav>
  );
}
