import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readAssetSearch } from '../../features/assets/asset-search.js';
import { readAssignmentSearch } from '../../features/assignments/assignment-search.js';
import { readFundSearch } from '../../features/funds/fund-search.js';
import { readGapSearch } from '../../features/gaps/gap-search.js';
import { readList } from '../../features/help/parts/read-search.js';
import { readMeasureSearch } from '../../features/measures/measure-search.js';
import { readPaymentSearch } from '../../features/payments/payment-search.js';
import { readPlanSearch } from '../../features/plans/plan-search.js';
import { readProjectSearch } from '../../features/projects/project-search.js';
import { rowsEarly } from '../early.js';
import { officeRoute } from './root.js';

const measuresRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/measures', validateSearch: readMeasureSearch,
  component: lazyRouteComponent(() => import('../../features/measures/measures.page.js'), 'MeasuresPage'),
});
const measureRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/measures/$code',
  component: lazyRouteComponent(() => import('../../features/measures/measure.page.js'), 'MeasurePage'),
});
const gapsRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/gaps', validateSearch: readGapSearch, beforeLoad: rowsEarly('/gaps', async () => (await import('../../features/gaps/gaps.api.js')).gapPageQuery),
  component: lazyRouteComponent(() => import('../../features/gaps/gaps.page.js'), 'GapsPage'),
});
const plansRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/help-plans', validateSearch: readPlanSearch,
  component: lazyRouteComponent(() => import('../../features/plans/plans.page.js'), 'PlansPage'),
});
const planRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/help-plans/$id',
  component: lazyRouteComponent(() => import('../../features/plans/plan.page.js'), 'PlanPage'),
});
const assignmentsRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/assignments', validateSearch: readAssignmentSearch,
  component: lazyRouteComponent(() => import('../../features/assignments/assignments.page.js'), 'AssignmentsPage'),
});
const assignmentRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/assignments/$id',
  component: lazyRouteComponent(() => import('../../features/assignments/assignment.page.js'), 'AssignmentPage'),
});
const paymentsRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/payments', validateSearch: readPaymentSearch,
  component: lazyRouteComponent(() => import('../../features/payments/payments.page.js'), 'PaymentsPage'),
});
const batchesRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/payment-batches', validateSearch: readList,
  component: lazyRouteComponent(() => import('../../features/payments/batches.page.js'), 'BatchesPage'),
});
const batchRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/payment-batches/$id',
  component: lazyRouteComponent(() => import('../../features/payments/batch.page.js'), 'BatchPage'),
});
const projectsRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/projects', validateSearch: readProjectSearch,
  component: lazyRouteComponent(() => import('../../features/projects/projects.page.js'), 'ProjectsPage'),
});
const projectRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/projects/$id',
  component: lazyRouteComponent(() => import('../../features/projects/project.page.js'), 'ProjectPage'),
});
const fundsRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/funds', validateSearch: readFundSearch,
  component: lazyRouteComponent(() => import('../../features/funds/funds.page.js'), 'FundsPage'),
});
const fundRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/funds/$id',
  component: lazyRouteComponent(() => import('../../features/funds/fund.page.js'), 'FundPage'),
});
const assetsRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/help-assets', validateSearch: readAssetSearch,
  component: lazyRouteComponent(() => import('../../features/assets/assets.page.js'), 'AssetsPage'),
});
const assetRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/help-assets/$id',
  component: lazyRouteComponent(() => import('../../features/assets/asset.page.js'), 'AssetPage'),
});

export const helpRoutes = [measuresRoute, measureRoute, gapsRoute, plansRoute, planRoute, assignmentsRoute, assignmentRoute, paymentsRoute, batchesRoute, batchRoute, projectsRoute, projectRoute, fundsRoute, fundRoute, assetsRoute, assetRoute] as const;
