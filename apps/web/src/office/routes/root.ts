import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { ApiProblem } from '../../api/problem.js';
import { meQuery } from '../../session/me.js';
import { clockQuery } from '../../ui/use-clock.js';
import { NotFoundPage } from '../shell/not-found.page.js';

export const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({ notFoundComponent: NotFoundPage });

/** Everything behind the sign-in: who is not signed in is asked to, and comes back here. The pages find the person and the clock of the server. */
export const officeRoute = createRoute({
  getParentRoute: () => rootRoute, id: 'office',
  beforeLoad: async ({ context, location }) => {
    try {
      await Promise.all([context.queryClient.ensureQueryData(meQuery), context.queryClient.ensureQueryData(clockQuery)]);
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) throw redirect({ to: '/sign-in', search: { next: location.pathname === '/' ? undefined : location.href } });
      throw error;
    }
  },
  component: lazyRouteComponent(() => import('../shell/shell.js'), 'Shell'),
});
