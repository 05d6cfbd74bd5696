import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { useMay } from '../../session/me.js';
import { QUIET_MS, useTasks, waitingExportsQuery } from './tasks.api.js';
import './tasks.css';

/** The way to the tasks, with how many work and how many wait for one's word. */
export function TasksLink() {
  const { t } = useTranslation();
  const may = useMay();
  const running = useTasks(QUIET_MS).tasks.filter((task) => task.mine && task.running).length;
  const waiting = useQuery({ ...waitingExportsQuery, staleTime: QUIET_MS, enabled: may(Permission.ExportApprove) }).data?.items.filter(({ mine }) => !mine).length ?? 0;
  const said = [...(running > 0 ? [t('taskCentre.running', { count: running })] : []), ...(waiting > 0 ? [t('taskCentre.waiting', { count: waiting })] : [])];
  return <Link to="/tasks" className="tasks-link">{t('taskCentre.short')}{said.length > 0 && <span className="tasks-count"> {said.join('，')}</span>}</Link>;
}
