import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { insideRoute } from '../../root-route.js';

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const casesRoute = createRoute({ getParentRoute: () => insideRoute, path: '/cases', component: lazyRouteComponent(() => import('./cases.page.js'), 'CasesPage') });

export const newCaseRoute = createRoute({
  getParentRoute: () => insideRoute, path: '/cases/new', validateSearch: (search: Record<string, unknown>): { hh?: string; pack?: string } => ({ hh: textOf(search['hh']), pack: textOf(search['pack']) }),
  component: lazyRouteComponent(() => import('./new-case.page.js'), 'NewCasePage'),
});

export const caseRoute = createRoute({ getParentRoute: () => insideRoute, path: '/cases/$id', component: lazyRouteComponent(() => import('./case.page.js'), 'CasePage') });

export const casesRoutes = [casesRoute, newCaseRoute, caseRoute] as const;
