import { useNavigate, useSearch } from '@tanstack/react-router';
import { Radio, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { formatMoment } from '../../i18n/format.js';
import { useMay } from '../../session/me.js';
import { Page } from '../../ui/page.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { Approvals } from './approvals.js';
import { TaskButtons } from './task-buttons.js';
import { TaskName } from './task-name.js';
import { TaskResult } from './task-result.js';
import { TaskState } from './task-state.js';
import type { Task } from './task.js';
import { useTasks } from './tasks.api.js';
import './tasks.css';

/** Everything that takes longer than one waits for: how far it is, what came of it, until when the file is kept. */
export function TasksPage() {
  const { t } = useTranslation();
  const may = useMay();
  const { box = 'mine' } = useSearch({ from: '/office/tasks' });
  const navigate = useNavigate();
  const { tasks, isPending, error, refetch } = useTasks();
  const shown = box === 'mine' ? tasks.filter(({ mine }) => mine) : tasks;
  return (
    <Page title={t('taskCentre.title')}>
      {may(Permission.ExportApprove) && <Approvals />}
      {error && <ProblemAlert error={error} onRetry={refetch} />}
      <Radio.Group className="task-box" value={box} optionType="button" onChange={(event) => void navigate({ to: '/tasks', search: { box: event.target.value === 'all' ? 'all' : undefined } })} options={[{ value: 'mine', label: t('taskCentre.mine') }, { value: 'all', label: t('taskCentre.all') }]} />
      <div className="data-table">
        <Table<Task>
          aria-label={t('taskCentre.title')} size="middle" rowKey="key" dataSource={shown} pagination={false} loading={isPending && tasks.length === 0} locale={{ emptyText: <div className="empty-table">{t('taskCentre.none')}</div> }}
          columns={[
            { title: t('taskCentre.column.what'), render: (_, task) => <TaskName task={task} /> },
            { title: t('taskCentre.column.by'), render: (_, task) => <>{task.by ?? t('taskCentre.byItself')}<div className="secondary nowrap">{formatMoment(task.at)}</div></> },
            { title: t('taskCentre.column.state'), width: 180, render: (_, task) => <TaskState task={task} /> },
            { title: t('taskCentre.column.result'), render: (_, task) => <TaskResult task={task} /> },
            { title: t('taskCentre.column.do'), width: 110, render: (_, task) => <TaskButtons task={task} /> },
          ]}
        />
      </div>
      <p className="secondary">{t('taskCentre.hint')}</p>
    </Page>
  );
}
