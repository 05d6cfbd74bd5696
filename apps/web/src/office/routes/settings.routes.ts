import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from './root.js';

const parametersRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/parameters',
  component: lazyRouteComponent(() => import('../../features/parameters/parameters.page.js'), 'ParametersPage'),
});

const rulesRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/rules',
  component: lazyRouteComponent(() => import('../../features/rules/rules.page.js'), 'RulesPage'),
});

export const settingRoutes = [parametersRoute, rulesRoute] as const;
