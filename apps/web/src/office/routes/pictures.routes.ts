import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { textOf, yearOf } from '../../ui/search-params.js';
import { officeRoute } from './root.js';

const picturesRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/pictures', validateSearch: (search): { division?: string | undefined; year?: number | undefined } => ({ division: textOf(search, 'division', 12), year: yearOf(search, 'year') }),
  component: lazyRouteComponent(() => import('../../features/pictures/pictures.page.js'), 'PicturesPage'),
});

const boundariesRoute = createRoute({
  getParentRoute: () => officeRoute, path: '/boundaries',
  component: lazyRouteComponent(() => import('../../features/pictures/boundaries.page.js'), 'BoundariesPage'),
});

export const pictureRoutes = [picturesRoute, boundariesRoute] as const;
