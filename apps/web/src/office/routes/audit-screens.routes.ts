import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readScreenSearch } from '../../features/audit/screens/screen-search.js';
import { officeRoute } from './root.js';

const screensRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/audit/screens', validateSearch: readScreenSearch,
  component: lazyRouteComponent(() => import('../../features/audit/screens/screens.page.js'), 'ScreensPage'),
});

export const auditScreenRoutes = [screensRoute] as const;
