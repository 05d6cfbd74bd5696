import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readDevicesSearch } from '../../features/devices/devices-search.js';
import { readPlace, type KeysetPlace } from '../../ui/keyset.js';
import { textOf, yearOf } from '../../ui/search-params.js';
import { officeRoute } from './root.js';

const parametersRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/parameters',
  component: lazyRouteComponent(() => import('../../features/parameters/parameters.page.js'), 'ParametersPage'),
});

const rulesRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/rules',
  component: lazyRouteComponent(() => import('../../features/rules/rules.page.js'), 'RulesPage'),
});

const packsRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/packs',
  component: lazyRouteComponent(() => import('../../features/packs/packs.page.js'), 'PacksPage'),
});

const holidaysRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/holidays', validateSearch: (search): { year?: number } => ({ year: yearOf(search, 'year') }),
  component: lazyRouteComponent(() => import('../../features/holidays/holidays.page.js'), 'HolidaysPage'),
});

const accountsRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/accounts', validateSearch: (search): KeysetPlace & { q?: string } => ({ ...readPlace(search), q: textOf(search, 'q', 64) }),
  component: lazyRouteComponent(() => import('../../features/accounts/accounts.page.js'), 'AccountsPage'),
});

const devicesRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/field-devices', validateSearch: readDevicesSearch,
  component: lazyRouteComponent(() => import('../../features/devices/devices.page.js'), 'DevicesPage'),
});

const runsRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/runs', validateSearch: readPlace,
  component: lazyRouteComponent(() => import('../../features/runs/runs.page.js'), 'RunsPage'),
});

export const settingRoutes = [parametersRoute, rulesRoute, packsRoute, holidaysRoute, accountsRoute, devicesRoute, runsRoute] as const;
