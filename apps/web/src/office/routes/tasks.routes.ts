import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { wordOf } from '../../ui/search-params.js';
import { officeRoute } from './root.js';

const tasksRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/tasks', validateSearch: (search): { box?: 'all' } => ({ box: wordOf(search, 'box', ['all']) }),
  component: lazyRouteComponent(() => import('../../features/tasks-centre/tasks.page.js'), 'TasksPage'),
});

export const taskRoutes = [tasksRoute] as const;
