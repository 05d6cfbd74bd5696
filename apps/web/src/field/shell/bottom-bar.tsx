import { Link, useNavigate } from '@tanstack/react-router';
import { AddCircleOutline, CalendarOutline, TeamOutline, UserOutline } from 'antd-mobile-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Row, Rows, Sheet } from '../ui/index.js';

/** The four places under the thumb. */
export function BottomBar() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  const go = (to: string): void => {
    setAdding(false);
    void navigate({ to });
  };
  const place = (to: string, icon: React.ReactNode, text: string, testid: string) => <Link to={to} className="bottom-place" data-testid={testid}>{icon}<span>{text}</span></Link>;
  return (
    <nav className="bottom-bar" aria-label={t('field.shell.bar')}>
      {place('/today', <CalendarOutline aria-hidden="true" />, t('field.shell.today'), 'tab-today')}
      {place('/households', <TeamOutline aria-hidden="true" />, t('field.shell.households'), 'tab-households')}
      <button type="button" className="bottom-place" data-testid="tab-add" onClick={() => setAdding(true)}><AddCircleOutline aria-hidden="true" /><span>{t('field.shell.add')}</span></button>
      {place('/me', <UserOutline aria-hidden="true" />, t('field.shell.mine'), 'tab-me')}
      <Sheet open={adding} title={t('field.shell.add')} onClose={() => setAdding(false)}>
        <Rows>
          <Row title={t('field.shell.addVisit')} note={t('field.shell.addVisitNote')} onClick={() => go('/households')} data-testid="add-visit" />
          <Row title={t('field.shell.addClue')} note={t('field.shell.addClueNote')} onClick={() => go('/clues/new')} data-testid="add-clue" />
        </Rows>
      </Sheet>
    </nav>
  );
}
