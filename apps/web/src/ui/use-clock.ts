import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, call } from '../api/client.js';

const MINUTE = 60_000;

/** Time of the server: deadlines never hang on the clock of this computer. */
export const clockQuery = queryOptions({
  queryKey: ['clock'], queryFn: ({ signal }) => call(api.GET('/api/v1/clock', { signal })), refetchInterval: MINUTE, staleTime: MINUTE, retry: false,
});

/** Calendar day of the server in Asia/Shanghai; null until it is known. */
export function useToday(): string | null {
  return useQuery(clockQuery).data?.today ?? null;
}
