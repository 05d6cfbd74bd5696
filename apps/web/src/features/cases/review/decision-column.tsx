import { useTranslation } from 'react-i18next';
import { Card } from '../../../ui/card.js';
import type { CaseDetail } from '../cases.api.js';
import { DecisionPanel } from '../decide/decision-panel.js';
import { Objections } from '../decide/objections.js';
import { Copies } from './copies.js';
import { Course } from './course.js';
import { Outcome } from './outcome.js';

/** The decision first, then how the case came here. */
export function DecisionColumn({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation();
  return (
    <div>
      {detail.decision && <Outcome id={detail.id} decision={detail.decision} />}
      {(detail.status === 'OPEN' || detail.status === 'DECIDED') && <DecisionPanel key={detail.version} detail={detail} />}
      <Objections detail={detail} />
      <Copies detail={detail} />
      <Card title={t('cases.course')}><Course detail={detail} /></Card>
    </div>
  );
}
