import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { insideRoute } from '../../root-route.js';

const yearIn = (value: unknown): number | undefined => (/^20\d{2}$/.test(String(value)) ? Number(value) : undefined);

const incomeRoute = createRoute({
  getParentRoute: () => insideRoute, path: '/income',
  validateSearch: (search: Readonly<Record<string, unknown>>): { hh?: string; year?: number } => ({ ...(typeof search['hh'] === 'string' ? { hh: search['hh'] } : {}), ...(yearIn(search['year']) ? { year: yearIn(search['year']) } : {}) }),
  component: lazyRouteComponent(() => import('./income.page.js'), 'IncomePage'),
});

export const incomeRoutes = [incomeRoute] as const;
