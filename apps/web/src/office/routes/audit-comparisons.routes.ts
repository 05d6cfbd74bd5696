import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readComparisonListSearch, readComparisonSearch } from '../../features/audit/comparisons/comparison-search.js';
import { readPlace } from '../../ui/keyset.js';
import { officeRoute } from './root.js';

const listRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/audit/comparisons', validateSearch: readComparisonListSearch,
  component: lazyRouteComponent(() => import('../../features/audit/comparisons/comparisons.page.js'), 'ComparisonsPage'),
});

const dueRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/audit/comparisons/due', validateSearch: readPlace,
  component: lazyRouteComponent(() => import('../../features/audit/comparisons/due.page.js'), 'DueMatchesPage'),
});

const comparisonRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/audit/comparisons/$id', validateSearch: readComparisonSearch,
  component: lazyRouteComponent(() => import('../../features/audit/comparisons/comparison.page.js'), 'ComparisonPage'),
});

export const auditComparisonRoutes = [listRoute, dueRoute, comparisonRoute] as const;
