import { Permission, roleTable } from '#domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../i18n/use-language.js';
import { useMe } from '../../store/index.js';
import { lock } from '../../store/session.js';
import { removeUser } from '../../store/users.js';
import { Ask, Card, FieldPage, Row, Rows, say, Sheet } from '../../ui/index.js';
import { DisplayCard } from './display-card.js';
import { PacksCard } from './packs-card.js';
import { PinSheet } from './pin-sheet.js';
import { StorageCard } from './storage-card.js';
import { VersionCard } from './version-card.js';

const helpLines = ['helpVisit', 'helpOffline', 'helpPin', 'helpShare', 'helpBackup'] as const;

/** Everything about this phone and the person who uses it. */
export function MinePage() {
  const { t } = useTranslation();
  const me = useMe();
  const language = useLanguage();
  const [open, setOpen] = useState<'pin' | 'feedback' | 'help' | 'remove' | null>(null);
  const close = (): void => setOpen(null);
  const remove = async (): Promise<void> => {
    close();
    if (!(await removeUser(me.userId))) say(t('field.mine.removeBlocked'));
  };
  return (
    <FieldPage title={t('field.mine.title')}>
      <Card title={me.name}>
        <p className="secondary">{roleTable[me.role][language]}</p>
        <Rows>
          <Row title={t('field.mine.switchUser')} note={t('field.mine.switchNote')} onClick={() => void lock()} data-testid="switch-user" />
          <Row title={t('field.mine.changePin')} onClick={() => setOpen('pin')} data-testid="change-pin" />
        </Rows>
      </Card>
      <DisplayCard />
      {me.permissions.includes(Permission.SyncPack) && <PacksCard />}
      <StorageCard />
      <VersionCard />
      <Card>
        <Rows>
          <Row title={t('field.mine.help')} onClick={() => setOpen('help')} data-testid="help" />
          <Row title={t('field.mine.feedback')} onClick={() => setOpen('feedback')} data-testid="feedback" />
          <Row title={t('field.mine.remove')} onClick={() => setOpen('remove')} data-testid="remove-me" />
        </Rows>
      </Card>
      <PinSheet open={open === 'pin'} onClose={close} />
      <Sheet open={open === 'help'} title={t('field.mine.help')} onClose={close}>{helpLines.map((line) => <p key={line} className="help-line">{t(`field.mine.${line}`)}</p>)}</Sheet>
      <Sheet open={open === 'feedback'} title={t('field.mine.feedback')} onClose={close}><p>{t('field.mine.feedbackBody')}</p></Sheet>
      <Ask open={open === 'remove'} danger title={t('field.mine.remove')} body={t('field.mine.removeBody')} confirm={t('field.mine.removeConfirm')} onConfirm={() => void remove()} onClose={close} />
    </FieldPage>
  );
}
