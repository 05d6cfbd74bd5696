import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readCaseSearch, readTodoSearch } from '../../features/cases/case-search.js';
import { rowsEarly } from '../early.js';
import { officeRoute } from './root.js';

const todoRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/todo', validateSearch: readTodoSearch, beforeLoad: rowsEarly('/todo', async () => (await import('../../features/cases/cases.api.js')).todoPageQuery),
  component: lazyRouteComponent(() => import('../../features/todo/todo.page.js'), 'TodoPage'),
});

const casesRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/cases', validateSearch: readCaseSearch, beforeLoad: rowsEarly('/cases', async () => (await import('../../features/cases/cases.api.js')).casePageQuery),
  component: lazyRouteComponent(() => import('../../features/cases/cases.page.js'), 'CasesPage'),
});

const caseRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/cases/$id',
  component: lazyRouteComponent(() => import('../../features/cases/review/case.page.js'), 'CasePage'),
});

export const caseRoutes = [todoRoute, casesRoute, caseRoute] as const;
