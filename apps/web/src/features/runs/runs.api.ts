import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, call } from '../../api/client.js';
import type { components } from '../../api/generated/schema.js';
import type { ApiProblem } from '../../api/problem.js';

export type Run = components['schemas']['RunResponse'];

export const runsQuery = (cursor: string | undefined) => queryOptions({
  queryKey: ['runs', cursor ?? null],
  queryFn: ({ signal }) => call(api.GET('/api/v1/runs', { params: { query: { cursor, limit: 20 } }, signal })),
  placeholderData: keepPreviousData, refetchInterval: 10_000,
});

export const parkedQuery = queryOptions({
  queryKey: ['runs', 'parked'],
  queryFn: ({ signal }) => call(api.GET('/api/v1/runs/parked', { signal })),
});

/** Asks for a division to be computed anew; jobs do it county by county. */
export function useRecalculate(onDone: () => void) {
  const client = useQueryClient();
  return useMutation<unknown, ApiProblem, string>({
    mutationFn: (division) => call(api.POST('/api/v1/runs', { body: { division } })),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['runs'] });
      onDone();
    },
  });
}
