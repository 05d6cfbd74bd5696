import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { codeLabel, codeListOf } from '#domain';
import { useLanguage } from '../../i18n/use-language.js';
import type { KeysetPlace } from '../../ui/keyset.js';
import { HouseholdLink } from '../help/parts/household-link.js';
import { ListPage } from '../help/parts/list-page.js';
import { TaskStatusTag } from './task-status.js';
import type { TaskFilters } from './task-search.js';
import { taskBoxes, taskListQuery, type Task } from './tasks.api.js';

/** What is to be done for households and villages, by village and deadline. */
export function TasksPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { cursor, page, ...filters } = useSearch({ from: '/office/help-tasks' });
  const navigate = useNavigate();
  const go = (search: TaskFilters & KeysetPlace) => void navigate({ to: '/help-tasks', search });
  return (
    <ListPage<Task>
      title={t('teams.tasks.title')} filters={{ ...filters }} place={{ cursor, page }} onGo={go} empty={t('teams.tasks.none')} query={useQuery(taskListQuery({ ...filters, cursor, limit: 50 }))} rowKey={(row) => row.id}
      fields={[
        { kind: 'division' },
        { kind: 'select', key: 'box', label: t('teams.tasks.box'), options: taskBoxes.map((value) => ({ value, label: t(`teams.tasks.boxes.${value}`) })) },
        { kind: 'select', key: 'status', label: t('help.status'), options: codeListOf('taskStatus').items.map((item) => ({ value: item.code, label: item[language] })) },
        { kind: 'day', key: 'dueBy', label: t('teams.tasks.dueBy') },
        { kind: 'check', key: 'mine', label: t('teams.tasks.mine') },
      ]}
      columns={[
        { title: t('teams.tasks.what'), render: (_, row) => <Link to="/help-tasks/$id" params={{ id: row.id }}>{row.description}</Link> },
        { title: t('teams.tasks.kind'), render: (_, row) => codeLabel('monitoringRisk', row.kind, language) },
        { title: t('help.household'), render: (_, row) => <HouseholdLink id={row.householdId} head={row.headName} /> },
        { title: t('help.village'), render: (_, row) => row.villageName },
        { title: t('teams.tasks.owner'), render: (_, row) => row.ownerName ?? '—' },
        { title: t('teams.tasks.due'), render: (_, row) => <span className="nowrap">{row.dueOn}</span> },
        { title: t('help.status'), render: (_, row) => <span className="nowrap"><TaskStatusTag status={row.status} overdue={row.overdue} /></span> },
      ]}
    />
  );
}
