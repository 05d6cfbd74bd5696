import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readHouseholdSearch } from '../../features/households/list-search.js';
import { textOf } from '../../ui/search-params.js';
import { rowsEarly } from '../early.js';
import { officeRoute } from './root.js';

const householdsRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/households', validateSearch: readHouseholdSearch, beforeLoad: rowsEarly('/households', async () => (await import('../../features/households/households.api.js')).householdPageQuery),
  component: lazyRouteComponent(() => import('../../features/households/households.page.js'), 'HouseholdsPage'),
});

const registerRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/households/new',
  component: lazyRouteComponent(() => import('../../features/households/edit/register.page.js'), 'RegisterPage'),
});

const householdRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/households/$id', validateSearch: (search): { tab?: string } => ({ tab: textOf(search, 'tab', 20) }),
  component: lazyRouteComponent(() => import('../../features/households/household.page.js'), 'HouseholdPage'),
});

export const householdRoutes = [householdsRoute, registerRoute, householdRoute] as const;
