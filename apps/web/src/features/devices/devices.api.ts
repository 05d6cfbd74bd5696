import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, call } from '../../api/client.js';
import type { components } from '../../api/generated/schema.js';
import type { ApiProblem } from '../../api/problem.js';

type Schemas = components['schemas'];
export type PendingDevice = Schemas['PendingDeviceResponse'];
export type KeptWork = Schemas['KeptWorkResponse'];

export interface FieldWorkFilter {
  division?: string | undefined;
  all?: boolean | undefined;
  cursor?: string | undefined;
}

export const pendingQuery = (query: FieldWorkFilter) => queryOptions({
  queryKey: ['sync', 'pending', query],
  queryFn: ({ signal }) => call(api.GET('/api/v1/sync/pending', { params: { query: { ...query, all: query.all ? 'true' : undefined, limit: 20 } }, signal })),
  placeholderData: keepPreviousData,
});

export const keptQuery = (query: FieldWorkFilter) => queryOptions({
  queryKey: ['sync', 'kept', query],
  queryFn: ({ signal }) => call(api.GET('/api/v1/sync/kept', { params: { query: { ...query, all: query.all ? 'true' : undefined, limit: 20 } }, signal })),
  placeholderData: keepPreviousData,
});

/** One piece of refused work with what was typed; the reading is on record. */
export const keptWorkQuery = (id: string) => queryOptions({
  queryKey: ['sync', 'kept-work', id],
  queryFn: ({ signal }) => call(api.GET('/api/v1/sync/kept/{id}', { params: { path: { id } }, signal })),
});

export type FieldWorkStep =
  | { readonly kind: 'revoke'; readonly deviceId: string; readonly reason: string }
  | { readonly kind: 'settle'; readonly id: string; readonly outcome: 'TAKEN_UP' | 'LAID_ASIDE'; readonly note: string };

export function useFieldWorkStep(onDone: () => void) {
  const client = useQueryClient();
  return useMutation<unknown, ApiProblem, FieldWorkStep>({
    mutationFn: (step) => (step.kind === 'revoke'
      ? call(api.POST('/api/v1/sync/devices/{id}/revoke', { params: { path: { id: step.deviceId } }, body: { reason: step.reason } }))
      : call(api.POST('/api/v1/sync/kept/{id}/settle', { params: { path: { id: step.id } }, body: { outcome: step.outcome, note: step.note } }))),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['sync'] });
      onDone();
    },
  });
}
