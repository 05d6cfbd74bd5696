import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { SeverityTag } from '../checks/severity-tag.js';
import { DaysLeft } from './finding-tags.js';
import type { FindingItem } from './findings.api.js';

/** Three facts and the way in: what, who answers, how long still. */
export function FindingCard({ finding }: { finding: FindingItem }) {
  const { t } = useTranslation();
  return (
    <li className={`finding-card colour-${finding.colour.toLowerCase()}`}>
      <div className="finding-card-head"><span className="secondary">{finding.code}</span><SeverityTag severity={finding.severity} /></div>
      <Link to="/findings/$id" params={{ id: finding.id }}><strong>{finding.title}</strong></Link>
      <div className="secondary">{finding.unitName} · {t(`findings.origin.${finding.originKind}`)}{finding.originCount > 1 && ` · ${t('findings.origins', { count: finding.originCount })}`}</div>
      <div className="finding-card-foot">
        <DaysLeft finding={finding} />
        {finding.extensionPending && <span className="missing">{t('findings.extensionPending')}</span>}
        {finding.outcome && <span>{t(`findings.outcome.${finding.outcome}`)}</span>}
        {finding.lookBackOn && <span className="secondary">{t('findings.lookBackOn', { day: finding.lookBackOn })}</span>}
        {finding.lookBackResult && <span>{t(`findings.lookBack.${finding.lookBackResult}`)}</span>}
      </div>
    </li>
  );
}
