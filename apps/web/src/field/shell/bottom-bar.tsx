import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { BeginRows } from '../features/new/begin-rows.js';
import { useGo, type FieldSearch } from '../features/new/go.js';
import { useMe } from '../store/index.js';
import { AddIcon, CalendarIcon, ShieldIcon, TeamIcon, UploadIcon, UserIcon } from '../ui/icons.js';
import { Sheet } from '../ui/index.js';

/** The places under the thumb: four, or three for whoever is sent to drawn households and carries no village. */
export function BottomBar() {
  const { t } = useTranslation();
  const go = useGo();
  const [adding, setAdding] = useState(false);
  const begin = (to: string, search: FieldSearch): void => {
    setAdding(false);
    void go(to, search);
  };
  const place = (to: string, icon: React.ReactNode, text: string, testid: string) => <Link to={to} className="bottom-place" data-testid={testid}>{icon}<span>{text}</span></Link>;
  if (!useMe().permissions.includes(Permission.SyncPack)) {
    return (
      <nav className="bottom-bar three" aria-label={t('field.shell.bar')}>
        {place('/spot-checks', <ShieldIcon aria-hidden="true" />, t('field.spot.title'), 'tab-spot-checks')}
        {place('/outbox', <UploadIcon aria-hidden="true" />, t('field.outbox.title'), 'tab-outbox')}
        {place('/me', <UserIcon aria-hidden="true" />, t('field.shell.mine'), 'tab-me')}
      </nav>
    );
  }
  return (
    <nav className="bottom-bar" aria-label={t('field.shell.bar')}>
      {place('/today', <CalendarIcon aria-hidden="true" />, t('field.shell.today'), 'tab-today')}
      {place('/households', <TeamIcon aria-hidden="true" />, t('field.shell.households'), 'tab-households')}
      <button type="button" className="bottom-place" data-testid="tab-add" onClick={() => setAdding(true)}><AddIcon aria-hidden="true" /><span>{t('field.shell.add')}</span></button>
      {place('/me', <UserIcon aria-hidden="true" />, t('field.shell.mine'), 'tab-me')}
      <Sheet open={adding} title={t('field.shell.add')} onClose={() => setAdding(false)}>
        <BeginRows onGo={begin} />
      </Sheet>
    </nav>
  );
}
