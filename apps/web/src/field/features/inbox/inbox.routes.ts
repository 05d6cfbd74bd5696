import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { insideRoute } from '../../root-route.js';

const inboxRoute = createRoute({ getParentRoute: () => insideRoute, path: '/inbox', component: lazyRouteComponent(() => import('./inbox.page.js'), 'InboxPage') });
const mendRoute = createRoute({ getParentRoute: () => insideRoute, path: '/inbox/$op', component: lazyRouteComponent(() => import('./mend.page.js'), 'MendPage') });

export const inboxRoutes = [inboxRoute, mendRoute] as const;
