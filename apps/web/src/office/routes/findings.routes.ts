import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readFindingSearch } from '../../features/audit/findings/finding-search.js';
import { officeRoute } from './root.js';

const boardRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/audit/findings', validateSearch: readFindingSearch,
  component: lazyRouteComponent(() => import('../../features/audit/findings/findings.page.js'), 'AuditFindingsPage'),
});

const findingsRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/findings', validateSearch: readFindingSearch,
  component: lazyRouteComponent(() => import('../../features/audit/findings/findings.page.js'), 'FindingsPage'),
});

const findingRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/findings/$id',
  component: lazyRouteComponent(() => import('../../features/audit/findings/finding.page.js'), 'FindingPage'),
});

const noticeRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/findings/$id/notice',
  component: lazyRouteComponent(() => import('../../features/audit/findings/notice.page.js'), 'NoticePage'),
});

export const findingRoutes = [boardRoute, findingsRoute, findingRoute, noticeRoute] as const;
