import { createRootRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';

export const fieldRoot = createRootRoute();

/** Pages that need an unlocked store; the frame asks for the PIN first. */
export const insideRoute = createRoute({
  getParentRoute: () => fieldRoot, id: 'inside',
  component: lazyRouteComponent(() => import('./shell/field-shell.js'), 'FieldShell'),
});
