import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readQuestionSearch } from '../../features/audit/questions/question-search.js';
import { readPlace, type KeysetPlace } from '../../ui/keyset.js';
import { textOf, wordOf, type RawSearch } from '../../ui/search-params.js';
import { officeRoute } from './root.js';

const samplesRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/audit/samples', validateSearch: readPlace,
  component: lazyRouteComponent(() => import('../../features/audit/samples/samples.page.js'), 'SamplesPage'),
});

const drawRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/audit/samples/new',
  validateSearch: (search: RawSearch): { d?: Record<string, unknown> | undefined; again?: string | undefined } => ({ d: readQuestionSearch(search).d, again: textOf(search, 'again', 60) }),
  component: lazyRouteComponent(() => import('../../features/audit/samples/draw/draw.page.js'), 'DrawPage'),
});

const sampleRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/audit/samples/$id',
  validateSearch: (search: RawSearch): { tab?: 'results' | 'log' | undefined } => ({ tab: wordOf(search, 'tab', ['results', 'log'] as const) }),
  component: lazyRouteComponent(() => import('../../features/audit/samples/sheet/sample.page.js'), 'SamplePage'),
});

const tasksRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/audit/samples/tasks',
  validateSearch: (search: RawSearch): KeysetPlace & { done?: true } => ({ ...readPlace(search), ...(search['done'] === true ? { done: true as const } : {}) }),
  component: lazyRouteComponent(() => import('../../features/audit/samples/tasks/tasks.page.js'), 'SampleTasksPage'),
});

const taskRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/audit/samples/tasks/$id',
  component: lazyRouteComponent(() => import('../../features/audit/samples/tasks/task.page.js'), 'SampleTaskPage'),
});

const refusedRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/audit/samples/refused',
  validateSearch: (search: RawSearch): KeysetPlace & { sample?: string; all?: true } => {
    const sample = textOf(search, 'sample', 60);
    return { ...readPlace(search), ...(sample ? { sample } : {}), ...(search['all'] === true ? { all: true as const } : {}) };
  },
  component: lazyRouteComponent(() => import('../../features/audit/samples/refused/refused.page.js'), 'RefusedSpotChecksPage'),
});

export const auditSampleRoutes = [samplesRoute, drawRoute, sampleRoute, tasksRoute, taskRoute, refusedRoute] as const;
