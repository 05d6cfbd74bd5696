import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { insideRoute } from '../../root-route.js';
import { householdTabs, type HouseholdTab } from './household-tabs.js';
import { readListSearch } from './list-search.js';

const tabOf = (value: unknown): HouseholdTab | undefined => householdTabs.find((tab) => tab === value);

export const householdsRoute = createRoute({
  getParentRoute: () => insideRoute, path: '/households', validateSearch: readListSearch,
  component: lazyRouteComponent(() => import('./households.page.js'), 'HouseholdsPage'),
});

export const householdRoute = createRoute({
  getParentRoute: () => insideRoute, path: '/households/$id', validateSearch: (search: Record<string, unknown>): { tab?: HouseholdTab } => ({ tab: tabOf(search['tab']) }),
  component: lazyRouteComponent(() => import('./household.page.js'), 'HouseholdPage'),
});

export const householdsRoutes = [householdsRoute, householdRoute] as const;
