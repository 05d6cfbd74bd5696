import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../ui/card.js';
import type { CaseDetail, Objection } from '../cases.api.js';
import { FileObjectionDialog } from './file-objection-dialog.js';
import { isAllowed } from './main-action.js';
import { SettleObjectionDialog } from './settle-objection-dialog.js';

function ObjectionItem({ objection, maySettle, onSettle }: { objection: Objection; maySettle: boolean; onSettle: () => void }) {
  const { t } = useTranslation();
  const open = objection.state === 'OPEN';
  return (
    <li className={`objection ${open ? '' : 'settled'}`}>
      <div><strong>{t(`cases.objection.state.${objection.state as 'OPEN'}`)}</strong> · {objection.filedOn} · {objection.objector ?? t('cases.objection.anonymous')}</div>
      <div>{objection.statement}</div>
      {objection.finding && <div className="secondary">{objection.result && t(`cases.objection.result.${objection.result as 'NOT_UPHELD'}`)}：{objection.finding}（{objection.settledBy} {objection.settledOn}）</div>}
      {open && maySettle && <Button size="small" onClick={onSettle}>{t('cases.objection.settle')}</Button>}
    </li>
  );
}

/** Objections to the notices of a case: what was said, what was found; filing and settling. */
export function Objections({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation();
  const [filing, setFiling] = useState(false);
  const [settling, setSettling] = useState<Objection | null>(null);
  const mayFile = isAllowed(detail.allowedActions, 'object');
  if (detail.objections.length === 0 && !mayFile) return null;
  return (
    <Card title={t('cases.objection.title')} extra={mayFile && <Button size="small" onClick={() => setFiling(true)}>{t('cases.objection.file')}</Button>}>
      {detail.objections.length === 0 && <span className="secondary">{t('cases.objection.none')}</span>}
      <ul className="papers">
        {detail.objections.map((objection) => (
          <ObjectionItem key={objection.id} objection={objection} maySettle={isAllowed(detail.allowedActions, 'settle_objection')} onSettle={() => setSettling(objection)} />
        ))}
      </ul>
      {filing && <FileObjectionDialog caseId={detail.id} name={detail.subjectName} onClose={() => setFiling(false)} />}
      {settling && <SettleObjectionDialog objection={settling} onClose={() => setSettling(null)} />}
    </Card>
  );
}
