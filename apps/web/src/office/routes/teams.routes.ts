import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readEntrySearch, readFindingSearch } from '../../features/care/care-search.js';
import { readHelperSearch } from '../../features/helpers/helper-search.js';
import { divisionOf, readList } from '../../features/help/parts/read-search.js';
import { readCoverageSearch } from '../../features/teams/coverage-search.js';
import { readTaskSearch } from '../../features/tasks/task-search.js';
import { readVisitSearch } from '../../features/visits/visit-search.js';
import { readPlace } from '../../ui/keyset.js';
import { yearOf } from '../../ui/search-params.js';
import { officeRoute } from './root.js';

const teamsRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/teams', validateSearch: readList,
  component: lazyRouteComponent(() => import('../../features/teams/teams.page.js'), 'TeamsPage'),
});
const teamRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/teams/$id', validateSearch: (search): { year?: number } => ({ year: yearOf(search, 'year') }),
  component: lazyRouteComponent(() => import('../../features/teams/team.page.js'), 'TeamPage'),
});
const coverageRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/field-work', validateSearch: readCoverageSearch,
  component: lazyRouteComponent(() => import('../../features/teams/coverage.page.js'), 'CoveragePage'),
});
const helpersRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/helpers', validateSearch: readHelperSearch,
  component: lazyRouteComponent(() => import('../../features/helpers/helpers.page.js'), 'HelpersPage'),
});
const tasksRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/help-tasks', validateSearch: readTaskSearch,
  component: lazyRouteComponent(() => import('../../features/tasks/tasks.page.js'), 'TasksPage'),
});
const taskRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/help-tasks/$id',
  component: lazyRouteComponent(() => import('../../features/tasks/task.page.js'), 'TaskPage'),
});
const visitsRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/visits', validateSearch: readVisitSearch,
  component: lazyRouteComponent(() => import('../../features/visits/visits.page.js'), 'VisitsPage'),
});
const visitRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/visits/$id',
  component: lazyRouteComponent(() => import('../../features/visits/visit.page.js'), 'VisitPage'),
});
const careRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/care', validateSearch: (search): { division?: string | undefined } => ({ division: divisionOf(search) }),
  component: lazyRouteComponent(() => import('../../features/care/care.page.js'), 'CarePage'),
});
const careEntriesRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/care/$code', validateSearch: readEntrySearch,
  component: lazyRouteComponent(() => import('../../features/care/entries.page.js'), 'EntriesPage'),
});
const careEntryRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/care-entries/$id',
  component: lazyRouteComponent(() => import('../../features/care/entry.page.js'), 'EntryPage'),
});
const careComparisonsRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/care-comparisons', validateSearch: readPlace,
  component: lazyRouteComponent(() => import('../../features/care/comparisons.page.js'), 'CareComparisonsPage'),
});
const careComparisonRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/care-comparisons/$id', validateSearch: readFindingSearch,
  component: lazyRouteComponent(() => import('../../features/care/comparison.page.js'), 'CareComparisonPage'),
});

export const teamRoutes = [teamsRoute, teamRoute, coverageRoute, helpersRoute, tasksRoute, taskRoute, visitsRoute, visitRoute, careRoute, careEntriesRoute, careEntryRoute, careComparisonsRoute, careComparisonRoute] as const;
