import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, call } from '../../../../api/client.js';
import type { components } from '../../../../api/generated/schema.js';

type Schemas = components['schemas'];
export type RefusedWork = Schemas['RefusedSpotCheckResponse'];
export type RefusedWorkDetail = Schemas['RefusedSpotCheckDetail'];
export type RefusedOutcome = NonNullable<RefusedWork['outcome']>;

export interface RefusedFilter {
  sample?: string | undefined;
  all?: boolean | undefined;
  cursor?: string | undefined;
}

export const refusedQuery = ({ sample, all = false, cursor }: RefusedFilter) => queryOptions({
  queryKey: ['samples', 'refused', sample ?? null, all, cursor ?? null],
  queryFn: ({ signal }) => call(api.GET('/api/v1/sample-refusals', { params: { query: { sample, all, cursor, limit: 20 } }, signal })),
});

/** How many wait: a number without names, of all samples or of one. */
export const refusedCountQuery = (sample?: string) => queryOptions({
  queryKey: ['samples', 'refused-count', sample ?? null],
  queryFn: ({ signal }) => call(api.GET('/api/v1/sample-refusals/count', { params: { query: { sample } }, signal })),
});

/** One piece with what was typed; the reading is on record. */
export const refusedWorkQuery = (id: string) => queryOptions({ queryKey: ['samples', 'refused-work', id], queryFn: ({ signal }) => call(api.GET('/api/v1/sample-refusals/{id}', { params: { path: { id } }, signal })) });

export function useSettleRefused(id: string, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { outcome: RefusedOutcome; note?: string }) => call(api.POST('/api/v1/sample-refusals/{id}/settle', { params: { path: { id } }, body })),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['samples'] });
      onDone();
    },
  });
}
