import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readCaseSearch, readTodoSearch } from '../../features/cases/case-search.js';
import { officeRoute } from './root.js';

const todoRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/todo', validateSearch: readTodoSearch,
  component: lazyRouteComponent(() => import('../../features/todo/todo.page.js'), 'TodoPage'),
});

const casesRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/cases', validateSearch: readCaseSearch,
  component: lazyRouteComponent(() => import('../../features/cases/cases.page.js'), 'CasesPage'),
});

const caseRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/cases/$id',
  component: lazyRouteComponent(() => import('../../features/cases/review/case.page.js'), 'CasePage'),
});

export const caseRoutes = [todoRoute, casesRoute, caseRoute] as const;
