import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { api, call } from '../api/client.js';
import type { components } from '../api/generated/schema.js';

const MINUTE = 60_000;

/** Time of the server: deadlines never hang on the clock of this computer. */
export const clockQuery = queryOptions({
  queryKey: ['clock'], queryFn: ({ signal }) => call(api.GET('/api/v1/clock', { signal })), refetchInterval: MINUTE, staleTime: MINUTE, retry: false,
});

/** The clock of the server. Only below the office layout, which has loaded it: a form that opened without it would keep an empty date. */
export function useClock(): components['schemas']['ClockResponse'] {
  return useSuspenseQuery(clockQuery).data;
}

/** A moment of this computer's clock as the server would say it; null before either is known. */
export function useServerTime(moment: number): string | null {
  const { data, dataUpdatedAt } = useQuery({ ...clockQuery, enabled: false });
  return !data || moment === 0 ? null : new Date(moment + Date.parse(data.now) - dataUpdatedAt).toISOString();
}

/** Calendar day of the server in Asia/Shanghai, YYYY-MM-DD. */
export function useToday(): string {
  return useClock().today;
}
