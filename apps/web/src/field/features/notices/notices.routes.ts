import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { insideRoute } from '../../root-route.js';

const noticesRoute = createRoute({ getParentRoute: () => insideRoute, path: '/notices', component: lazyRouteComponent(() => import('./notices.page.js'), 'NoticesPage') });
/** A notice is found by its case: before it is posted it has no number of its own. */
const noticeRoute = createRoute({ getParentRoute: () => insideRoute, path: '/notices/$id', component: lazyRouteComponent(() => import('./notice.page.js'), 'NoticePage') });

export const noticesRoutes = [noticesRoute, noticeRoute] as const;
