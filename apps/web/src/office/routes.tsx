import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { ApiProblem } from '../api/problem.js';
import { readAreaSearch } from '../features/areas/area-search.js';
import { readCaseSearch, readTodoSearch } from '../features/cases/case-search.js';
import { readHouseholdSearch } from '../features/households/list-search.js';
import { meQuery } from '../session/me.js';
import { readPlace } from '../ui/keyset.js';
import { ownPathOf, textOf, yearOf, type RawSearch } from '../ui/search-params.js';
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

const todoRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/todo', validateSearch: readTodoSearch,
  component: lazyRouteComponent(() => import('../features/todo/todo.page.js'), 'TodoPage'),
});

const casesRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/cases', validateSearch: readCaseSearch,
  component: lazyRouteComponent(() => import('../features/cases/cases.page.js'), 'CasesPage'),
});

const caseRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/cases/$id',
  component: lazyRouteComponent(() => import('../features/cases/review/case.page.js'), 'CasePage'),
});

const householdsRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/households', validateSearch: readHouseholdSearch,
  component: lazyRouteComponent(() => import('../features/households/households.page.js'), 'HouseholdsPage'),
});

const householdRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/households/$id', validateSearch: (search): { tab?: string } => ({ tab: textOf(search, 'tab', 20) }),
  component: lazyRouteComponent(() => import('../features/households/household.page.js'), 'HouseholdPage'),
});

const readYear = (search: RawSearch): { year?: number } => ({ year: yearOf(search, 'year') });

const areasRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/areas', validateSearch: readAreaSearch,
  component: lazyRouteComponent(() => import('../features/areas/areas.page.js'), 'AreasPage'),
});

const villageRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/villages/$code', validateSearch: readYear,
  component: lazyRouteComponent(() => import('../features/areas/village.page.js'), 'VillagePage'),
});

const countyRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/counties/$code', validateSearch: readYear,
  component: lazyRouteComponent(() => import('../features/areas/county.page.js'), 'CountyPage'),
});

const noticesRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/notices', validateSearch: (search): { division?: string } => ({ division: textOf(search, 'division', 12) }),
  component: lazyRouteComponent(() => import('../features/notices/notices.page.js'), 'NoticesPage'),
});

const posterRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/notices/$id/poster',
  component: lazyRouteComponent(() => import('../features/notices/poster.page.js'), 'PosterPage'),
});

const importsRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/imports', validateSearch: readPlace,
  component: lazyRouteComponent(() => import('../features/imports/imports.page.js'), 'ImportsPage'),
});

const importRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/imports/$id',
  component: lazyRouteComponent(() => import('../features/imports/import.page.js'), 'ImportPage'),
});

const rulesRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/rules',
  component: lazyRouteComponent(() => import('../features/rules/rules.page.js'), 'RulesPage'),
});

const parametersRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/parameters',
  component: lazyRouteComponent(() => import('../features/parameters/parameters.page.js'), 'ParametersPage'),
});

export const routeTree = rootRoute.addChildren([
  signInRoute,
  officeRoute.addChildren([
    startRoute, todoRoute, casesRoute, caseRoute, householdsRoute, householdRoute, areasRoute, villageRoute, countyRoute, noticesRoute, posterRoute,
    importsRoute, importRoute, parametersRoute, rulesRoute,
  ]),
]);
