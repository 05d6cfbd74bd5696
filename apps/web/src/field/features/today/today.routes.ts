import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { insideRoute } from '../../root-route.js';
import { todayFilters, type TodayFilter } from './due-households.js';

export const todayRoute = createRoute({
  getParentRoute: () => insideRoute, path: '/today', validateSearch: (search: Record<string, unknown>): { show?: TodayFilter; near?: true } => ({ show: todayFilters.find((known) => known === search['show']), ...(search['near'] === true ? { near: true } : {}) }),
  component: lazyRouteComponent(() => import('./today.page.js'), 'TodayPage'),
});
