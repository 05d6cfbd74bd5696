import { queryOptions, useQuery } from '@tanstack/react-query';
import { Permission } from '#domain';
import { api, call } from '../../api/client.js';
import { useMay, useMe } from '../../session/me.js';
import { exportListQuery } from '../exports/exports.api.js';
import { importListQuery } from '../imports/imports.api.js';
import { checkRunTask, comparisonTask, exportTask, importTask, recalculationTask, type Task } from './task.js';

const LIMIT = 20;
const BUSY_MS = 2_000;
export const QUIET_MS = 30_000;

const checkRunsQuery = queryOptions({ queryKey: ['check-runs', 'newest'], queryFn: ({ signal }) => call(api.GET('/api/v1/check-runs', { params: { query: { limit: LIMIT } }, signal })) });
const comparisonsQuery = queryOptions({ queryKey: ['comparisons', 'newest'], queryFn: ({ signal }) => call(api.GET('/api/v1/comparisons', { params: { query: { limit: LIMIT } }, signal })) });
const recalculationsQuery = queryOptions({ queryKey: ['runs', 'newest'], queryFn: ({ signal }) => call(api.GET('/api/v1/runs', { params: { query: { limit: LIMIT, kind: 'WHOLE' } }, signal })) });

/** Often while something works, seldom otherwise. */
const pace = (works: boolean | undefined) => (works ? BUSY_MS : QUIET_MS);

/** The newest jobs of every kind that the role may see, newest first. They are asked for again while one of them works. */
export function useTasks(staleTime = BUSY_MS): { tasks: Task[]; isPending: boolean; error: Error | null; refetch: () => void } {
  const may = useMay();
  const { name } = useMe();
  const exported = useQuery({ ...exportListQuery({ limit: LIMIT }), staleTime, enabled: may(Permission.ExportRun), refetchInterval: ({ state }) => pace(state.data?.items.some((job) => exportTask(job).running)) });
  const imported = useQuery({ ...importListQuery(undefined), staleTime, enabled: may(Permission.ImportRun), refetchInterval: ({ state }) => pace(state.data?.items.some((batch) => importTask(batch, name).running)) });
  const checked = useQuery({ ...checkRunsQuery, staleTime, enabled: may(Permission.CheckRun), refetchInterval: ({ state }) => pace(state.data?.items.some((run) => checkRunTask(run, name).running)) });
  const compared = useQuery({ ...comparisonsQuery, staleTime, enabled: may(Permission.ComparisonRead), refetchInterval: ({ state }) => pace(state.data?.items.some((comparison) => comparisonTask(comparison, name).running)) });
  const computed = useQuery({ ...recalculationsQuery, staleTime: QUIET_MS, enabled: may(Permission.RecalculationRun) });
  const tasks = [
    ...(exported.data?.items ?? []).map(exportTask), ...(imported.data?.items ?? []).map((batch) => importTask(batch, name)), ...(checked.data?.items ?? []).map((run) => checkRunTask(run, name)),
    ...(compared.data?.items ?? []).map((comparison) => comparisonTask(comparison, name)), ...(computed.data?.items ?? []).map(recalculationTask),
  ].sort((left, right) => right.at.localeCompare(left.at));
  const all = [exported, imported, checked, compared, computed];
  return { tasks, isPending: all.some((query) => query.isLoading), error: all.find((query) => query.error)?.error ?? null, refetch: () => all.filter(({ isEnabled }) => isEnabled).forEach((query) => void query.refetch()) };
}

/** Exports of others that wait for a second person. */
export const waitingExportsQuery = { ...exportListQuery({ state: 'waiting', limit: LIMIT }), refetchInterval: QUIET_MS };
