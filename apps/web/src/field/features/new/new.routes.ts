import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { insideRoute } from '../../root-route.js';

const newRoute = createRoute({
  getParentRoute: () => insideRoute, path: '/new', validateSearch: (search: Readonly<Record<string, unknown>>): { hh?: string } => (typeof search['hh'] === 'string' ? { hh: search['hh'] } : {}),
  component: lazyRouteComponent(() => import('./new.page.js'), 'NewPage'),
});

export const newRoutes = [newRoute] as const;
