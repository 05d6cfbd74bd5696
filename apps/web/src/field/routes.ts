import { fieldRoot, insideRoute } from './root-route.js';

/** Each feature lists its routes in features/<feature>/<feature>.routes.ts. */
export const fieldRouteTree = fieldRoot.addChildren([insideRoute.addChildren([])]);
