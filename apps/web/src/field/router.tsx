import { createRouter } from '@tanstack/react-router';
import { fieldRouteTree } from './routes.js';

export function makeFieldRouter() {
  return createRouter({ routeTree: fieldRouteTree, basepath: '/m', scrollRestoration: true });
}
