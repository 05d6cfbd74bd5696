import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { fieldRoot } from '../../root-route.js';

export const setupRoute = createRoute({ getParentRoute: () => fieldRoot, path: '/setup', component: lazyRouteComponent(() => import('./setup.page.js'), 'SetupPage') });
