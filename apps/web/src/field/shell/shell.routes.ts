import { createRoute, redirect } from '@tanstack/react-router';
import { insideRoute } from '../root-route.js';

/** The address of the desk itself leads to what is to be done today. */
export const shellRoutes = [
  createRoute({ getParentRoute: () => insideRoute, path: '/', beforeLoad: () => { throw redirect({ to: '/today' as string }); } }),
] as const;
