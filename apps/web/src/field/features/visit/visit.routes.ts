import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { insideRoute } from '../../root-route.js';

type Raw = Readonly<Record<string, unknown>>;
const textOf = (search: Raw, key: string): string | undefined => (typeof search[key] === 'string' && search[key] !== '' ? search[key] : undefined);

const newVisitRoute = createRoute({
  getParentRoute: () => insideRoute, path: '/visits/new', validateSearch: (search: Raw): { hh?: string } => ({ hh: textOf(search, 'hh') }),
  component: lazyRouteComponent(() => import('./visit.page.js'), 'VisitPage'),
});

const correctionRoute = createRoute({
  getParentRoute: () => insideRoute, path: '/visits/correct', validateSearch: (search: Raw): { hh?: string; of?: string } => ({ hh: textOf(search, 'hh'), of: textOf(search, 'of') }),
  component: lazyRouteComponent(() => import('./visit-correction.page.js'), 'VisitCorrectionPage'),
});

export const visitRoutes = [newVisitRoute, correctionRoute] as const;
