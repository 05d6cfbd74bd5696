import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { insideRoute } from '../../root-route.js';

export const spotCheckRoutes = [
  createRoute({ getParentRoute: () => insideRoute, path: '/spot-checks', component: lazyRouteComponent(() => import('./spot-checks.page.js'), 'SpotChecksPage') }),
  createRoute({ getParentRoute: () => insideRoute, path: '/spot-checks/$id', component: lazyRouteComponent(() => import('./spot-check.page.js'), 'SpotCheckPage') }),
  createRoute({ getParentRoute: () => insideRoute, path: '/spot-checks/$id/correct', component: lazyRouteComponent(() => import('./spot-check.page.js'), 'SpotCorrectionPage') }),
] as const;
