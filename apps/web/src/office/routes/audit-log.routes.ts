import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { exportStates, type ExportState } from '#domain';
import { readLogSearch } from '../../features/audit/log/log-search.js';
import { readPlace, type KeysetPlace } from '../../ui/keyset.js';
import { wordOf, type RawSearch } from '../../ui/search-params.js';
import { officeRoute } from './root.js';

const exportsRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/audit/exports', validateSearch: (search: RawSearch): KeysetPlace & { state?: ExportState | undefined } => ({ state: wordOf(search, 'state', exportStates), ...readPlace(search) }),
  component: lazyRouteComponent(() => import('../../features/audit/export-log/export-log.page.js'), 'ExportLogPage'),
});

const logRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/audit/log', validateSearch: readLogSearch,
  component: lazyRouteComponent(() => import('../../features/audit/log/log.page.js'), 'AuditLogPage'),
});

export const auditLogRoutes = [exportsRoute, logRoute] as const;
