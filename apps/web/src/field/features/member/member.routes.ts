import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { insideRoute } from '../../root-route.js';

interface Search {
  hh?: string;
  /** Plain UUID of the person. */
  member?: string;
}
const validateSearch = (search: Readonly<Record<string, unknown>>): Search => ({
  ...(typeof search['hh'] === 'string' ? { hh: search['hh'] } : {}), ...(typeof search['member'] === 'string' ? { member: search['member'] } : {}),
});

const changeRoute = createRoute({
  getParentRoute: () => insideRoute, path: '/members/change', validateSearch, component: lazyRouteComponent(() => import('./change.page.js'), 'MemberChangePage'),
});
const editRoute = createRoute({
  getParentRoute: () => insideRoute, path: '/members/edit', validateSearch, component: lazyRouteComponent(() => import('./edit.page.js'), 'MemberEditPage'),
});

export const memberRoutes = [changeRoute, editRoute] as const;
