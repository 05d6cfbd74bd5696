import type { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { routeTree } from './routes.js';
import { CrashPage } from './shell/crash.page.js';
import { NotFoundPage } from './shell/not-found.page.js';

export function makeRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree, context: { queryClient }, scrollRestoration: true, defaultPreload: 'intent', defaultPreloadStaleTime: 0,
    defaultErrorComponent: CrashPage, defaultNotFoundComponent: NotFoundPage,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
