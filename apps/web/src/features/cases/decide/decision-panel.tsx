import { Alert, Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actionNames } from '#domain';
import { useLocalText } from '../../../i18n/use-language.js';
import { useMe } from '../../../session/me.js';
import { Card } from '../../../ui/card.js';
import type { CaseDetail } from '../cases.api.js';
import { ActionDialog } from './action-dialog.js';
import { forwardActionOf, isAllowed, whyNot } from './main-action.js';
import { OpinionPhrases } from './opinion-phrases.js';
import { ReasonDialog } from './reason-dialog.js';
import { ReturnDialog } from './return-dialog.js';
import { needsWords } from './needs-words.js';

type Open = 'forward' | 'return' | 'refuse' | 'withdraw' | null;

/** Opinion and buttons. A case that fails a check takes a written explanation before one can agree. */
export function DecisionPanel({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation();
  const local = useLocalText();
  const me = useMe();
  const [open, setOpen] = useState<Open>(null);
  const [opinion, setOpinion] = useState<string>(t('cases.decide.agreed'));
  const { allowedActions } = detail;
  const forward = forwardActionOf(allowedActions);
  const may = (action: string) => isAllowed(allowedActions, action);
  const wordsMissing = needsWords(detail, forward) && (opinion.trim() === '' || opinion.trim() === t('cases.decide.agreed'));
  useEffect(() => {
    const returnByKey = (event: KeyboardEvent) => {
      const busy = (event.target as HTMLElement).closest('input, textarea, select, .ant-modal');
      if (event.code !== 'KeyR' || busy || event.isComposing || event.ctrlKey || event.metaKey || !may('return')) return;
      // Otherwise the letter lands in the field that is about to have the focus.
      event.preventDefault();
      setOpen('return');
    };
    document.addEventListener('keydown', returnByKey);
    return () => document.removeEventListener('keydown', returnByKey);
  });
  const close = () => setOpen(null);
  const other = (action: 'return' | 'refuse' | 'withdraw') => may(action) && <Button danger={action === 'refuse'} onClick={() => setOpen(action)}>{local(actionNames[action])}</Button>;
  return (
    <Card title={t('cases.decide.title')} extra={<span className="secondary">{me.name}</span>}>
      {forward === null && <Alert type="info" showIcon title={local(whyNot(allowedActions)) || t('cases.decide.nothing')} />}
      {forward === 'agree' && (
        <>
          <Input.TextArea aria-label={t('cases.decide.opinion')} value={opinion} onChange={(event) => setOpinion(event.target.value)} maxLength={2000} autoSize={{ minRows: 2, maxRows: 6 }} />
          <OpinionPhrases onPick={setOpinion} />
        </>
      )}
      {wordsMissing && <Alert type="warning" showIcon title={t('cases.decide.wordsNeeded')} />}
      <div className="decision-buttons">
        {forward && <Button type="primary" disabled={wordsMissing} onClick={() => setOpen('forward')}>{local(actionNames[forward])}</Button>}
        {other('return')}{other('refuse')}{other('withdraw')}
      </div>
      {open === 'forward' && forward && <ActionDialog detail={detail} action={forward} opinion={opinion} onClose={close} />}
      {open === 'return' && <ReturnDialog detail={detail} onClose={close} />}
      {(open === 'refuse' || open === 'withdraw') && <ReasonDialog detail={detail} action={open} onClose={close} />}
    </Card>
  );
}
