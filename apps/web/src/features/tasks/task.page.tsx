import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { codeLabel, isRole, roleTable } from '#domain';
import { formatMoment } from '../../i18n/format.js';
import { useLanguage } from '../../i18n/use-language.js';
import { Card } from '../../ui/card.js';
import { FactList } from '../../ui/fact-list.js';
import { Page } from '../../ui/page.js';
import { QueryState } from '../../ui/query-state.js';
import { HouseholdLink } from '../help/parts/household-link.js';
import { TaskActions } from './task-actions.js';
import { TaskStatusTag } from './task-status.js';
import { taskQuery } from './tasks.api.js';
import '../help/help.css';

/** One task: what, by whom, until when, and what became of it. */
export function TaskPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { id } = useParams({ from: '/office/help-tasks/$id' });
  const query = useQuery(taskQuery(id));
  const found = query.data;
  return (
    <Page title={found?.description ?? t('teams.tasks.title')} path={<Link to="/help-tasks">{t('teams.tasks.title')}</Link>} extra={found && <TaskStatusTag status={found.status} overdue={found.overdue} />}>
      <QueryState query={query} rows={8}>
        {(task) => (
          <div className="two-columns">
            <Card title={t('teams.tasks.about')} extra={<TaskActions task={task} />}>
              <FactList entries={[
                { key: 'kind', label: t('teams.tasks.kind'), value: codeLabel('monitoringRisk', task.kind, language) },
                { key: 'household', label: t('help.household'), value: task.householdId && <HouseholdLink id={task.householdId} head={task.headName} /> },
                { key: 'village', label: t('help.village'), value: task.villageName },
                { key: 'owner', label: t('teams.tasks.owner'), value: task.ownerName },
                { key: 'due', label: t('teams.tasks.due'), value: task.dueOn },
                { key: 'by', label: t('teams.tasks.createdBy'), value: task.createdBy },
                { key: 'done', label: t('teams.tasks.done'), value: task.doneAt && `${formatMoment(task.doneAt)} ${task.doneBy ?? ''} ${task.doneNote ?? ''}` },
                { key: 'verified', label: t('teams.tasks.verified'), value: task.verifiedAt && `${formatMoment(task.verifiedAt)} ${task.verifiedBy ?? ''}` },
                ...(task.visitId ? [{ key: 'visit', label: t('teams.visits.title'), value: <Link to="/visits/$id" params={{ id: task.visitId }}>{t('help.open')}</Link> }] : []),
              ]} />
            </Card>
            <Card title={t('help.log')}>
              <ol className="step-log">
                {[...task.events].sort((left, right) => right.seq - left.seq).map((event) => (
                  <li key={event.seq}>
                    <strong>{t(`teams.tasks.action.${event.action}`)}</strong> <span className="secondary">{formatMoment(event.at)} · {event.actor}{isRole(event.role) && t('help.asRole', { role: roleTable[event.role][language] })}</span>
                    <div>{[event.ownerName, event.dueOn, event.note].filter(Boolean).join(' · ')}</div>
                  </li>
                ))}
              </ol>
            </Card>
          </div>
        )}
      </QueryState>
    </Page>
  );
}
