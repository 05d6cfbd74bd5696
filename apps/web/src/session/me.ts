import { queryOptions, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import type { Permission } from '#domain';
import { api, call, keepCsrfToken } from '../api/client.js';
import type { components } from '../api/generated/schema.js';

export type Me = components['schemas']['MeResponse'];

/** Keeps the token for changes beside the answer; both belong to the same session. */
export function remember(me: Me): Me {
  keepCsrfToken(me.csrfToken);
  return me;
}

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }) => remember(await call(api.GET('/api/v1/me', { signal }))),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Who is signed in. Only below the office layout, which has loaded it. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}

/** Whether the role in use holds a verb; the server decides all the same. */
export function useMay(): (permission: Permission) => boolean {
  const me = useQuery({ ...meQuery, enabled: false }).data;
  return (permission) => me?.permissions.includes(permission) ?? false;
}

/** Nothing that one grant has read stays on the screen under another. */
export function useEnterAs(): (me: Me) => void {
  const client = useQueryClient();
  return (me) => {
    client.clear();
    client.setQueryData(meQuery.queryKey, remember(me));
  };
}
