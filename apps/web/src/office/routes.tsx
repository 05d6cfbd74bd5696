import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { meQuery } from '../session/me.js';
import { ownPathOf } from '../ui/search-params.js';
import { areaRoutes } from './routes/areas.routes.js';
import { auditHistoryRoutes } from './routes/audit-history.routes.js';
import { auditQuestionRoutes } from './routes/audit-questions.routes.js';
import { auditCheckRoutes } from './routes/audit-checks.routes.js';
import { auditComparisonRoutes } from './routes/audit-comparisons.routes.js';
import { auditLogRoutes } from './routes/audit-log.routes.js';
import { auditSampleRoutes } from './routes/audit-samples.routes.js';
import { auditScreenRoutes } from './routes/audit-screens.routes.js';
import { caseRoutes } from './routes/cases.routes.js';
import { clueRoutes } from './routes/clues.routes.js';
import { exchangeRoutes } from './routes/exchange.routes.js';
import { findingRoutes } from './routes/findings.routes.js';
import { helpRoutes } from './routes/help.routes.js';
import { householdRoutes } from './routes/households.routes.js';
import { noticeRoutes } from './routes/notices.routes.js';
import { officeRoute, rootRoute } from './routes/root.js';
import { pictureRoutes } from './routes/pictures.routes.js';
import { settingRoutes } from './routes/settings.routes.js';
import { taskRoutes } from './routes/tasks.routes.js';
import { teamRoutes } from './routes/teams.routes.js';
import { startPage } from './shell/menu.js';

const signInRoute = createRoute({
  getParentRoute: () => rootRoute, path: '/sign-in',
  validateSearch: (search): { next?: string } => ({ next: ownPathOf(search, 'next') }),
  component: lazyRouteComponent(() => import('../session/sign-in.page.js'), 'SignInPage'),
});

const startRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/',
  beforeLoad: async ({ context }) => {
    const me = await context.queryClient.ensureQueryData(meQuery);
    throw redirect({ to: startPage(me.permissions), replace: true });
  },
});

/** Each room of pages lists its routes in routes/<room>.routes.ts. */
export const routeTree = rootRoute.addChildren([
  signInRoute,
  officeRoute.addChildren([startRoute, ...caseRoutes, ...clueRoutes, ...householdRoutes, ...areaRoutes, ...noticeRoutes, ...exchangeRoutes, ...pictureRoutes, ...settingRoutes, ...taskRoutes, ...helpRoutes, ...teamRoutes, ...auditQuestionRoutes, ...auditCheckRoutes, ...findingRoutes, ...auditComparisonRoutes, ...auditLogRoutes, ...auditSampleRoutes, ...auditScreenRoutes, ...auditHistoryRoutes]),
]);
