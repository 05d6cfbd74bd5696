import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readPlace } from '../../ui/keyset.js';
import { officeRoute } from './root.js';

const importsRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/imports', validateSearch: readPlace,
  component: lazyRouteComponent(() => import('../../features/imports/imports.page.js'), 'ImportsPage'),
});

const importRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/imports/$id',
  component: lazyRouteComponent(() => import('../../features/imports/import.page.js'), 'ImportPage'),
});

export const exchangeRoutes = [importsRoute, importRoute] as const;
