import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { ApiProblem } from '../api/problem.js';
import { readHouseholdSearch } from '../features/households/list-search.js';
import { meQuery } from '../session/me.js';
import { ownPathOf, textOf } from '../ui/search-params.js';
import { startPage } from './shell/menu.js';
import { NotFoundPage } from './shell/not-found.page.js';

export const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({ notFoundComponent: NotFoundPage });

const signInRoute = createRoute({
  getParentRoute: () => rootRoute, path: '/sign-in',
  validateSearch: (search): { next?: string } => ({ next: ownPathOf(search, 'next') }),
  component: lazyRouteComponent(() => import('../session/sign-in.page.js'), 'SignInPage'),
});

/** Everything behind the sign-in: who is not signed in is asked to, and comes back here. */
export const officeRoute = createRoute({
  getParentRoute: () => rootRoute, id: 'office',
  beforeLoad: async ({ context, location }) => {
    try {
      await context.queryClient.ensureQueryData(meQuery);
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) throw redirect({ to: '/sign-in', search: { next: location.pathname === '/' ? undefined : location.href } });
      throw error;
    }
  },
  component: lazyRouteComponent(() => import('./shell/shell.js'), 'Shell'),
});

const startRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/',
  beforeLoad: async ({ context }) => {
    const me = await context.queryClient.ensureQueryData(meQuery);
    throw redirect({ to: startPage(me.permissions), replace: true });
  },
});

const householdsRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/households', validateSearch: readHouseholdSearch,
  component: lazyRouteComponent(() => import('../features/households/households.page.js'), 'HouseholdsPage'),
});

const householdRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/households/$id', validateSearch: (search): { tab?: string } => ({ tab: textOf(search, 'tab', 20) }),
  component: lazyRouteComponent(() => import('../features/households/household.page.js'), 'HouseholdPage'),
});

const parametersRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/parameters',
  component: lazyRouteComponent(() => import('../features/parameters/parameters.page.js'), 'ParametersPage'),
});

export const routeTree = rootRoute.addChildren([
  signInRoute,
  officeRoute.addChildren([startRoute, householdsRoute, householdRoute, parametersRoute]),
]);
