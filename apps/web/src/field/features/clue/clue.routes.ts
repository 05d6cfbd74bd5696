import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { insideRoute } from '../../root-route.js';

const clueRoute = createRoute({
  getParentRoute: () => insideRoute, path: '/clues/new',
  validateSearch: (search: Readonly<Record<string, unknown>>): { hh?: string } => (typeof search['hh'] === 'string' ? { hh: search['hh'] } : {}),
  component: lazyRouteComponent(() => import('./clue.page.js'), 'CluePage'),
});

export const clueRoutes = [clueRoute] as const;
