import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/card.js';
import { DivisionName } from '../../ui/division-name.js';
import { FactList } from '../../ui/fact-list.js';
import { Page } from '../../ui/page.js';
import { QueryState } from '../../ui/query-state.js';
import { Fen } from '../help/parts/fen.js';
import { StepLog } from '../help/parts/step-log.js';
import { useTextOf } from '../help/parts/use-text-of.js';
import { ProjectActions } from './project-actions.js';
import { ProjectCourse } from './project-course.js';
import { ProjectMoney } from './project-money.js';
import { ProjectPeople } from './project-people.js';
import { ProjectStatusTag } from './project-status.js';
import { projectQuery } from './projects.api.js';
import '../help/help.css';

/** One project from proposal to acceptance: what, for whom, with which money, how far, and every step so far. */
export function ProjectPage() {
  const { t } = useTranslation();
  const textOf = useTextOf();
  const { id } = useParams({ from: '/office/projects/$id' });
  const query = useQuery(projectQuery(id));
  const found = query.data;
  return (
    <Page title={found?.name ?? t('projects.title')} path={<Link to="/projects">{t('projects.title')}</Link>} extra={found && <ProjectStatusTag status={found.status} />}>
      <QueryState query={query} rows={10}>
        {(project) => (
          <>
            <Card title={t('projects.about')} extra={<ProjectActions project={project} />}>
              <p>{project.content}</p>
              <FactList entries={[
                { key: 'code', label: t('projects.code'), value: project.code },
                { key: 'place', label: t('projects.place'), value: <DivisionName code={project.division} /> },
                { key: 'category', label: t('projects.category'), value: textOf(`projects.categories.${project.category}`, project.category) },
                { key: 'nature', label: t('projects.nature'), value: textOf(`projects.natures.${project.nature}`, project.nature) },
                { key: 'estimate', label: t('projects.estimate'), value: <Fen value={project.estimateFen} /> },
                { key: 'contract', label: t('projects.contractFen'), value: project.contractFen === null ? null : <Fen value={project.contractFen} /> },
                { key: 'spent', label: t('projects.spent'), value: <Fen value={project.spentFen} /> },
                { key: 'percent', label: t('projects.percent'), value: `${project.progressPercent}%` },
              ]} />
            </Card>
            <div className="two-columns"><ProjectCourse project={project} /><ProjectPeople project={project} /></div>
            <ProjectMoney project={project} />
            <Card title={t('help.log')}><StepLog events={project.events} actionName={(action) => textOf(`projects.action.${action}`, action)} /></Card>
          </>
        )}
      </QueryState>
    </Page>
  );
}
