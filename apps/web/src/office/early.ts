import type { FetchQueryOptions, QueryClient, QueryKey } from '@tanstack/react-query';
import { meQuery } from '../session/me.js';
import { clockQuery } from '../ui/use-clock.js';
import type { makeRouter } from './router.js';
import { entryOf } from './shell/menu.js';

/**
 * What the address needs is asked for at once: its files, who is here, what the time is. Otherwise one would wait for the other.
 * The page of the sign-in asks nobody.
 */
export function askEarly(router: ReturnType<typeof makeRouter>, client: QueryClient): void {
  const { pathname } = router.latestLocation;
  for (const route of router.getMatchedRoutes(pathname)[0]) void router.loadRouteChunk(route);
  if (pathname === '/sign-in') return;
  void client.prefetchQuery(meQuery);
  void client.prefetchQuery(clockQuery);
}

interface Entering<Search> {
  context: { queryClient: QueryClient };
  search: Search;
  preload: boolean;
}

/**
 * The rows of a list are asked for before its page is drawn; the page finds them under way. For whoever may see the page, and never
 * because the pointer rests on a link: who has looked at persons is on record.
 */
export function rowsEarly<Search, Rows, Key extends QueryKey>(to: string, load: () => Promise<(search: Search) => FetchQueryOptions<Rows, Error, Rows, Key>>) {
  return ({ context: { queryClient }, search, preload }: Entering<Search>): void => {
    const permission = entryOf(to)?.permission;
    if (preload || !permission || !queryClient.getQueryData(meQuery.queryKey)?.permissions.includes(permission)) return;
    // A file that does not come is the page's to say.
    void load().then((rowsOf) => queryClient.prefetchQuery(rowsOf(search)), () => undefined);
  };
}
