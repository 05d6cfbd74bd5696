import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readRecordSearch } from '../../features/audit/history/history-search.js';
import { officeRoute } from './root.js';

const historyRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/audit/history', validateSearch: readRecordSearch,
  component: lazyRouteComponent(() => import('../../features/audit/history/history.page.js'), 'RecordHistoryPage'),
});

const replaysRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/audit/replays',
  component: lazyRouteComponent(() => import('../../features/audit/history/replays.page.js'), 'ReplaysPage'),
});

export const auditHistoryRoutes = [historyRoute, replaysRoute] as const;
