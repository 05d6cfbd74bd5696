import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { useMay } from '../../../session/me.js';
import { PrintButtons } from '../../prints/print-buttons.js';
import { Card } from '../../../ui/card.js';
import { StatusTag } from '../../../ui/status-tag.js';
import type { CaseDetail } from '../cases.api.js';

/** What was decided, by whom, and the sealed dossier of it. */
export function Outcome({ id, decision }: { id: string; decision: NonNullable<CaseDetail['decision']> }) {
  const { t } = useTranslation();
  const may = useMay();
  const approved = decision.outcome === 'APPROVED';
  return (
    <Card title={t('cases.outcome.title')}>
      <p><StatusTag tone={approved ? 'success' : 'error'} mark={approved ? '✓' : '✗'}>{t(approved ? 'cases.outcome.approved' : 'cases.outcome.refused')}</StatusTag> {decision.by} · {decision.decidedOn}</p>
      {decision.opinion && <p className="opinion">{decision.opinion}</p>}
      {approved && <p className="edit-bar"><PrintButtons sheet="announcements" id={id} name={t('prints.announcement')} /></p>}
      {decision.sha256 && may(Permission.DossierRead) && (
        <p>
          <a href={`/api/v1/cases/${id}/dossier`} download={`dossier-${id}.json`}>{t('cases.outcome.dossier')}</a>
          <span className="secondary" title={decision.sha256}> · SHA-256 {decision.sha256.slice(0, 12)}…</span>
        </p>
      )}
    </Card>
  );
}
