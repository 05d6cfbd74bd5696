import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { insideRoute } from '../../root-route.js';

export const contestedRoute = createRoute({ getParentRoute: () => insideRoute, path: '/contested/$id', component: lazyRouteComponent(() => import('./contested.page.js'), 'ContestedPage') });
