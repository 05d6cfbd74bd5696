import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { operationKinds } from '#domain';
import { formatMoment } from '../../../i18n/format.js';
import { useLanguage } from '../../../i18n/use-language.js';
import { settleReturned, useHousehold, useOutbox } from '../../store/index.js';
import { Ask, BigButton, Card, Empty, FieldPage, say, Wait, useGo } from '../../ui/index.js';
import { MendForm } from './mend-form.js';
import { ReasonText } from './reason-text.js';
import './inbox.css';

/** Work that came back: why, in red, and the fields to mend right below it. */
export function MendPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const go = useGo();
  const { op = '' }: { op?: string } = useParams({ strict: false });
  const item = useOutbox().find(({ opId }) => opId === op);
  const household = useHousehold(item?.householdId ?? '');
  const [asking, setAsking] = useState(false);
  const edit = household?.edits.find(({ opId }) => opId === op);
  const title = t('field.inbox.mendTitle');
  if (!item) return <FieldPage title={title} back="/inbox"><Empty>{t('field.inbox.settled')}</Empty></FieldPage>;
  const giveUp = async () => {
    setAsking(false);
    await settleReturned(op);
    say(t('field.inbox.givenUp'));
    go('/inbox', { replace: true });
  };
  return (
    <FieldPage title={title} back="/inbox">
      <Card title={item.title || operationKinds[item.kind][language]} tone="error" data-testid="returned-reason">
        <ReasonText reason={item.reason} />
        <p className="secondary">{operationKinds[item.kind][language]} · {formatMoment(item.createdAt.toISOString())}</p>
      </Card>
      {household === undefined && <Wait />}
      {household && edit && <MendForm item={item} edit={edit} household={household} />}
      <div className="mend-actions">
        {item.householdId !== null && <BigButton kind="plain" onClick={() => go(`/households/${item.householdId ?? ''}`)} data-testid="mend-household">{t('field.inbox.toHousehold')}</BigButton>}
        {item.state === 'returned' && <BigButton kind="plain" onClick={() => setAsking(true)} data-testid="give-up">{t('field.inbox.giveUp')}</BigButton>}
      </div>
      <Ask open={asking} danger title={t('field.inbox.giveUpTitle')} body={t('field.inbox.giveUpBody')} confirm={t('field.inbox.giveUp')} onConfirm={() => void giveUp()} onClose={() => setAsking(false)} />
    </FieldPage>
  );
}
