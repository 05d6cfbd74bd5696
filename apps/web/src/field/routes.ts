import { clueRoutes } from './features/clue/clue.routes.js';
import { contestedRoute } from './features/contested/contested.routes.js';
import { householdsRoutes } from './features/households/households.routes.js';
import { inboxRoutes } from './features/inbox/inbox.routes.js';
import { incomeRoutes } from './features/income/income.routes.js';
import { memberRoutes } from './features/member/member.routes.js';
import { newRoutes } from './features/new/new.routes.js';
import { mineRoute } from './features/mine/mine.routes.js';
import { casesRoutes } from './features/cases/cases.routes.js';
import { noticesRoutes } from './features/notices/notices.routes.js';
import { outboxRoute } from './features/outbox/outbox.routes.js';
import { spotCheckRoutes } from './features/spot-check/spot-check.routes.js';
import { setupRoute } from './features/setup/setup.routes.js';
import { todayRoute } from './features/today/today.routes.js';
import { visitRoutes } from './features/visit/visit.routes.js';
import { fieldRoot, insideRoute } from './root-route.js';
import { shellRoutes } from './shell/shell.routes.js';

/** Each feature lists its routes in features/<feature>/<feature>.routes.ts. */
export const fieldRouteTree = fieldRoot.addChildren([
  setupRoute,
  insideRoute.addChildren([
    ...shellRoutes,
    outboxRoute,
    mineRoute,
    todayRoute,
    ...householdsRoutes,
    contestedRoute,
    ...inboxRoutes,
    ...visitRoutes,
    ...incomeRoutes,
    ...memberRoutes,
    ...clueRoutes,
    ...newRoutes,
    ...casesRoutes,
    ...noticesRoutes,
    ...spotCheckRoutes,
  ]),
]);
