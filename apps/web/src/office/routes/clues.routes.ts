import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readClueSearch } from '../../features/clues/clue-search.js';
import { officeRoute } from './root.js';

const cluesRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/clues', validateSearch: readClueSearch,
  component: lazyRouteComponent(() => import('../../features/clues/clues.page.js'), 'CluesPage'),
});

export const clueRoutes = [cluesRoute] as const;
