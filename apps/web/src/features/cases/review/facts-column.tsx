import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../../i18n/format.js';
import { Card } from '../../../ui/card.js';
import type { CaseDetail } from '../cases.api.js';
import { AreaFacts } from './area-facts.js';
import { HouseholdMatrix } from './household-matrix.js';
import { Papers } from './papers.js';

/** What is known about the subject, as verified for this case, and the papers that prove it. */
export function FactsColumn({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation();
  const { verified } = detail;
  const note = verified ? t('cases.verifiedAt', { time: formatMoment(verified.at) }) : t('cases.notVerified');
  return (
    <div>
      <Card title={t('cases.matrix.title')} extra={<span className="secondary">{note}</span>}>
        {detail.subjectKind === 'household' ? <HouseholdMatrix detail={detail} /> : <AreaFacts detail={detail} />}
      </Card>
      <Card title={t('cases.papers.title')}><Papers detail={detail} /></Card>
    </div>
  );
}
