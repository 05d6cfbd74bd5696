import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readCheckSearch, readLibrarySearch } from '../../features/audit/checks/check-search.js';
import { readPlace } from '../../ui/keyset.js';
import { officeRoute } from './root.js';

const checksRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/audit/checks', validateSearch: readLibrarySearch,
  component: lazyRouteComponent(() => import('../../features/audit/checks/checks.page.js'), 'ChecksPage'),
});

const runsRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/audit/checks/runs', validateSearch: readPlace,
  component: lazyRouteComponent(() => import('../../features/audit/checks/runs.page.js'), 'CheckRunsPage'),
});

const runRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/audit/checks/runs/$id',
  component: lazyRouteComponent(() => import('../../features/audit/checks/run.page.js'), 'CheckRunPage'),
});

const checkRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/audit/checks/$code', validateSearch: readCheckSearch,
  component: lazyRouteComponent(() => import('../../features/audit/checks/check.page.js'), 'CheckPage'),
});

export const auditCheckRoutes = [checksRoute, runsRoute, runRoute, checkRoute] as const;
