import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readAreaSearch } from '../../features/areas/area-search.js';
import { yearOf, type RawSearch } from '../../ui/search-params.js';
import { rowsEarly } from '../early.js';
import { officeRoute } from './root.js';

const readYear = (search: RawSearch): { year?: number } => ({ year: yearOf(search, 'year') });

const areasRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/areas', validateSearch: readAreaSearch, beforeLoad: rowsEarly('/areas', async () => (await import('../../features/areas/areas.api.js')).villagePageQuery),
  component: lazyRouteComponent(() => import('../../features/areas/areas.page.js'), 'AreasPage'),
});

const villageRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/villages/$code', validateSearch: readYear,
  component: lazyRouteComponent(() => import('../../features/areas/village.page.js'), 'VillagePage'),
});

const countyRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/counties/$code', validateSearch: readYear,
  component: lazyRouteComponent(() => import('../../features/areas/county.page.js'), 'CountyPage'),
});

export const areaRoutes = [areasRoute, villageRoute, countyRoute] as const;
