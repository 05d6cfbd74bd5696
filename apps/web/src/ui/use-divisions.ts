import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, call } from '../api/client.js';

/** One division with its path of names; it changes once a year at most. */
export const divisionQuery = (code: string) => queryOptions({
  queryKey: ['division', code],
  queryFn: ({ signal }) => call(api.GET('/api/v1/divisions/{code}', { params: { path: { code } }, signal })),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Name with the names above it, without the region: 呼和浩特市 武川县. The code while the name is not known. */
export function useDivisionName(code: string): string {
  const { data } = useQuery(divisionQuery(code));
  if (!data) return code;
  return [...data.path.slice(1), data].map(({ name }) => name).join(' ');
}
