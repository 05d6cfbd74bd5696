import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { textOf } from '../../ui/search-params.js';
import { officeRoute } from './root.js';

const noticesRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/notices', validateSearch: (search): { division?: string } => ({ division: textOf(search, 'division', 12) }),
  component: lazyRouteComponent(() => import('../../features/notices/notices.page.js'), 'NoticesPage'),
});

const posterRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/notices/$id/poster',
  component: lazyRouteComponent(() => import('../../features/notices/poster.page.js'), 'PosterPage'),
});

export const noticeRoutes = [noticesRoute, posterRoute] as const;
