import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, call } from '../../../api/client.js';
import type { components } from '../../../api/generated/schema.js';

type Schemas = components['schemas'];
export type Sample = Schemas['SampleResponse'];
export type SampleUnit = Schemas['SampleUnitResponse'];
export type SampleRequest = Schemas['SampleRequest'];
export type StrataRequest = Schemas['SampleStrataRequest'];
export type SampleResults = Schemas['SampleResultsResponse'];
export type SampleRate = Schemas['SampleRate'];
export type SampleEvent = Schemas['SampleEventResponse'];
export type SampleTask = Schemas['SampleTaskResponse'];
export type SpotCheck = Schemas['SpotCheckResponse'];

const path = (id: string) => ({ params: { path: { id } } });

export const sampleListQuery = (cursor?: string) => queryOptions({
  queryKey: ['samples', 'list', cursor ?? null], queryFn: ({ signal }) => call(api.GET('/api/v1/samples', { params: { query: { cursor, limit: 50 } }, signal })), placeholderData: keepPreviousData,
});
export const sampleQuery = (id: string) => queryOptions({ queryKey: ['samples', id], queryFn: ({ signal }) => call(api.GET('/api/v1/samples/{id}', { ...path(id), signal })) });
export const unitsQuery = (id: string) => queryOptions({ queryKey: ['samples', id, 'units'], retry: false, queryFn: ({ signal }) => call(api.GET('/api/v1/samples/{id}/units', { ...path(id), signal })) });
export const logQuery = (id: string) => queryOptions({ queryKey: ['samples', id, 'log'], queryFn: ({ signal }) => call(api.GET('/api/v1/samples/{id}/log', { ...path(id), signal })) });
export const resultsQuery = (id: string) => queryOptions({ queryKey: ['samples', id, 'results'], retry: false, queryFn: ({ signal }) => call(api.GET('/api/v1/samples/{id}/results', { ...path(id), signal })) });
export const inspectorsQuery = (id: string) => queryOptions({ queryKey: ['samples', id, 'inspectors'], queryFn: ({ signal }) => call(api.GET('/api/v1/samples/{id}/inspectors', { ...path(id), signal })) });
/** Strata of a frame with the units in each. */
export const strataQuery = (body: StrataRequest) => queryOptions({ queryKey: ['samples', 'strata', body], retry: false, queryFn: ({ signal }) => call(api.POST('/api/v1/samples/strata', { body, signal })) });
export const taskListQuery = (done: boolean, cursor?: string) => queryOptions({
  queryKey: ['sample-tasks', done, cursor ?? null], queryFn: ({ signal }) => call(api.GET('/api/v1/sample-tasks', { params: { query: { done, cursor, limit: 50 } }, signal })), placeholderData: keepPreviousData,
});
export const taskQuery = (id: string) => queryOptions({ queryKey: ['sample-tasks', id], queryFn: ({ signal }) => call(api.GET('/api/v1/sample-tasks/{id}', { ...path(id), signal })) });
export const taskAnswersQuery = (id: string) => queryOptions({ queryKey: ['sample-tasks', id, 'answers'], queryFn: ({ signal }) => call(api.GET('/api/v1/sample-tasks/{id}/answers', { ...path(id), signal })) });

export type SampleStep =
  | { kind: 'seal' } | { kind: 'unseal'; reason: string } | { kind: 'close'; reason?: string } | { kind: 'issue'; opensAt: string; assignments: { assigneeId: string; ordinals: number[] }[] } | { kind: 'replace'; ordinal: number };

/** Takes a sample one step further; sheet, list and log are read anew. */
export function useSampleStep(id: string, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (step: SampleStep): Promise<void> => {
      if (step.kind === 'seal') await call(api.POST('/api/v1/samples/{id}/seal', path(id)));
      if (step.kind === 'unseal') await call(api.POST('/api/v1/samples/{id}/unseal', { ...path(id), body: { reason: step.reason } }));
      if (step.kind === 'close') await call(api.POST('/api/v1/samples/{id}/close', { ...path(id), body: step.reason ? { reason: step.reason } : {} }));
      if (step.kind === 'issue') await call(api.POST('/api/v1/samples/{id}/issue', { ...path(id), body: { assignments: step.assignments, opensAt: step.opensAt } }));
      if (step.kind === 'replace') await call(api.POST('/api/v1/samples/{id}/replacements', { ...path(id), body: { ordinal: step.ordinal } }));
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['samples'] });
      onDone();
    },
  });
}

/** Draws; a sample that exists already is drawn anew and its seal is void. */
export function useDrawing(onDone: (sample: Sample) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ again, ...body }: SampleRequest & { again?: string | undefined }) => call(again ? api.PUT('/api/v1/samples/{id}', { ...path(again), body }) : api.POST('/api/v1/samples', { body })),
    onSuccess: (sample) => {
      void client.invalidateQueries({ queryKey: ['samples'] });
      onDone(sample);
    },
  });
}
