import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { allowedActions } from '#domain';
import { BigButton, Card, StatusTag, Strip } from '../../ui/index.js';
import { useCaseSetting, type ShownCase } from '../cases/use-cases.js';
import { ObjectionForm } from './objection-form.js';
import { SettleForm } from './settle-form.js';

/** Objections to a notice: what was said, what was found. Anybody's can be recorded here; it stops the clock once the server has it. */
export function Objections({ shown }: { shown: ShownCase }) {
  const { t } = useTranslation();
  const { me } = useCaseSetting();
  const [adding, setAdding] = useState(false);
  const { kase } = shown;
  const objections = kase.notice?.objections ?? [];
  const waiting = kase.work.filter(({ kind, state }) => kind === 'objection.file' && state !== 'sent' && state !== 'returned');
  const maySettle = allowedActions(kase.state, me).some(({ action, refusal }) => action === 'settle_objection' && refusal === null);
  const settling = kase.work.some(({ kind, payload, state }) => kind === 'case.act' && payload['action'] === 'settle_objection' && state !== 'returned');
  return (
    <Card title={t('field.notices.objections')} data-testid="objections">
      {waiting.length > 0 && <Strip kind="warning" data-testid="objection-waiting">{t('field.notices.objectionWaiting')}</Strip>}
      {objections.map((objection) => (
        <section key={objection.id} className="case-paper" data-testid="objection">
          <div className="case-paper-head"><h3>{objection.statement}</h3><StatusTag tone={objection.state === 'OPEN' ? 'error' : 'neutral'}>{t(`field.notices.states.${objection.state}`)}</StatusTag></div>
          <p className="small">{t('field.notices.objectionOf', { who: objection.objector ?? t('field.notices.anonymous'), day: objection.filedOn })}</p>
          {objection.finding !== undefined && <p className="small">{objection.finding}</p>}
          {objection.state === 'OPEN' && maySettle && !settling && (objection.filedById === me.userId ? <p className="small">{t('field.notices.settleOwn')}</p> : <SettleForm shown={shown} objection={objection} />)}
        </section>
      ))}
      {adding ? <ObjectionForm shown={shown} onSaved={() => setAdding(false)} /> : <BigButton kind="plain" onClick={() => setAdding(true)} data-testid="object">{t('field.notices.object')}</BigButton>}
    </Card>
  );
}
