import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/card.js';
import { FactList } from '../../ui/fact-list.js';
import type { ProjectDetail } from './projects.api.js';

/** Demonstration, notices with their days, contract, progress, acceptance. */
export function ProjectCourse({ project }: { project: ProjectDetail }) {
  const { t } = useTranslation();
  const { contractor, contractNo, contractFrom, contractTo } = project;
  return (
    <Card title={t('projects.course')}>
      <FactList entries={[
        { key: 'demonstrated', label: t('projects.demonstrated'), value: project.demonstratedOn && `${project.demonstratedOn} ${project.demonstrationExperts.join('、')} ${project.demonstrationOpinion ?? ''}` },
        ...project.notices.map((notice) => ({
          key: `${notice.phase} ${notice.openedOn}`, label: t(`projects.notice.${notice.phase}`),
          value: <>{notice.place} {notice.openedOn}{notice.closedOn && ` – ${notice.closedOn}`}<div className="secondary">{t('projects.notice.days', { elapsed: notice.daysElapsed, least: notice.minDays })}{notice.closedOn === null && notice.nextStepFrom && ` ${t('projects.notice.next', { from: notice.nextStepFrom })}`}</div></>,
        })),
        { key: 'entered', label: t('projects.entered'), value: project.enteredOn },
        { key: 'contract', label: t('projects.contract'), value: contractor && `${contractor} ${contractNo ?? ''} ${contractFrom ?? ''} – ${contractTo ?? ''}` },
        { key: 'completed', label: t('projects.completed'), value: project.completedOn },
        { key: 'accepted', label: t('projects.accepted'), value: project.acceptedOn && `${project.acceptedOn} ${project.acceptanceMembers.join('、')} ${project.acceptanceOpinion ?? ''}` },
      ]} />
      {project.progress.length > 0 && <><h3>{t('projects.progress')}</h3><ul className="due-list">{project.progress.map((report, at) => <li key={at}>{report.reportedOn} <strong>{report.percent}%</strong> {report.note} <span className="secondary">{report.evidence.join('、')}</span></li>)}</ul></>}
    </Card>
  );
}
