import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { textOf, wordOf } from '../../ui/search-params.js';
import { officeRoute } from './root.js';

const noticesRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/notices', validateSearch: (search): { division?: string; view?: 'calendar' } => ({ division: textOf(search, 'division', 12), view: wordOf(search, 'view', ['calendar']) }),
  component: lazyRouteComponent(() => import('../../features/notices/notices.page.js'), 'NoticesPage'),
});

const posterRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/notices/$id/poster',
  component: lazyRouteComponent(() => import('../../features/notices/poster.page.js'), 'PosterPage'),
});

export const noticeRoutes = [noticesRoute, posterRoute] as const;
