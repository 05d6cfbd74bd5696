import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { insideRoute } from '../../root-route.js';

export const mineRoute = createRoute({ getParentRoute: () => insideRoute, path: '/me', component: lazyRouteComponent(() => import('./mine.page.js'), 'MinePage') });
