import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readQuestionSearch } from '../../features/audit/questions/question-search.js';
import { readPlace } from '../../ui/keyset.js';
import { officeRoute } from './root.js';

const questionsRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/audit/questions', validateSearch: readQuestionSearch,
  component: lazyRouteComponent(() => import('../../features/audit/questions/questions.page.js'), 'QuestionsPage'),
});

const savedRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/audit/questions/saved', validateSearch: readPlace,
  component: lazyRouteComponent(() => import('../../features/audit/questions/kept/saved.page.js'), 'SavedQuestionsPage'),
});

const freezesRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/audit/questions/freezes', validateSearch: readPlace,
  component: lazyRouteComponent(() => import('../../features/audit/questions/kept/freezes.page.js'), 'FreezesPage'),
});

const linkedRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/audit/questions/link/$key',
  component: lazyRouteComponent(() => import('../../features/audit/questions/linked.page.js'), 'LinkedQuestionPage'),
});

export const auditQuestionRoutes = [questionsRoute, savedRoute, freezesRoute, linkedRoute] as const;
