import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLocalText } from '../../../i18n/use-language.js';
import { useClock } from '../../../ui/use-clock.js';
import { CaseStatusTag } from '../case-status-tag.js';
import { DueTag } from '../due-tag.js';
import { daysWaiting } from '../urgency.js';
import type { CaseDetail } from '../cases.api.js';

function SubjectLink({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation();
  if (detail.subjectKind === 'household') return <Link to="/households/$id" params={{ id: detail.subjectId }}>{t('cases.openHousehold')}</Link>;
  if (detail.subjectKind === 'village') return <Link to="/villages/$code" params={{ code: detail.subjectId }} search={{ year: detail.year }}>{t('cases.openVillage')}</Link>;
  return <Link to="/counties/$code" params={{ code: detail.subjectId }} search={{ year: detail.year }}>{t('cases.openCounty')}</Link>;
}

/** About whom, which year, where the case stands and since when. */
export function CaseHead({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation();
  const local = useLocalText();
  const clock = useClock();
  return (
    <div className="card case-head">
      <strong>{detail.subjectName}</strong>
      {detail.headCount !== null && <span>{t('households.memberCount', { count: detail.headCount })}</span>}
      <span>{t('cases.year', { year: detail.year })}</span>
      <CaseStatusTag status={detail.status} />
      <span>{local(detail.phaseName)}{detail.stepName && ` · ${local(detail.stepName)}`}</span>
      {detail.stepName && <span className="secondary">{t('cases.waiting', { count: daysWaiting(detail, clock.now) })}</span>}
      {(detail.dueOn !== null || detail.openObjections > 0) && <DueTag item={detail} today={clock.today} />}
      <span className="spacer" />
      <SubjectLink detail={detail} />
      <span className="secondary" title={detail.packSource}>{t('cases.packVersion', { version: detail.packVersion })}</span>
    </div>
  );
}
