import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { insideRoute } from '../../root-route.js';

export const outboxRoute = createRoute({ getParentRoute: () => insideRoute, path: '/outbox', component: lazyRouteComponent(() => import('./outbox.page.js'), 'OutboxPage') });
