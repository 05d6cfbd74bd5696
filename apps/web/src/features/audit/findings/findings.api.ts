import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, call } from '../../../api/client.js';
import type { components, paths } from '../../../api/generated/schema.js';
import type { ApiProblem } from '../../../api/problem.js';

type Schemas = components['schemas'];
export type FindingItem = Schemas['FindingItem'];
export type Finding = Schemas['FindingResponse'];
export type FindingEvent = Schemas['FindingEventItem'];
export type FindingExtension = Schemas['FindingExtensionItem'];
export type FindingListQuery = NonNullable<paths['/api/v1/findings']['get']['parameters']['query']>;
export type RaiseRequest = Schemas['RaiseFindingRequest'];
export type AnswerRequest = Schemas['FindingAnswerRequest'];
export type DecisionRequest = Schemas['FindingDecisionRequest'];

export const findingListQuery = (query: FindingListQuery) => queryOptions({
  queryKey: ['findings', 'list', query],
  queryFn: ({ signal }) => call(api.GET('/api/v1/findings', { params: { query }, signal })),
  placeholderData: keepPreviousData,
});

export const findingCountsQuery = (division: string | undefined) => queryOptions({
  queryKey: ['findings', 'counts', division ?? null],
  queryFn: ({ signal }) => call(api.GET('/api/v1/findings/counts', { params: { query: { division } }, signal })),
});

export const findingColoursQuery = queryOptions({
  queryKey: ['findings', 'colours'], queryFn: ({ signal }) => call(api.GET('/api/v1/finding-colours', { signal })),
});

export const findingQuery = (id: string) => queryOptions({
  queryKey: ['findings', id],
  queryFn: ({ signal }) => call(api.GET('/api/v1/findings/{id}', { params: { path: { id } }, signal })),
});

export const noticeQuery = (id: string) => queryOptions({
  queryKey: ['findings', id, 'notice'],
  queryFn: ({ signal }) => call(api.GET('/api/v1/findings/{id}/notice', { params: { path: { id } }, signal })),
});

export const drawsQuery = queryOptions({
  queryKey: ['findings', 'draws'], queryFn: ({ signal }) => call(api.GET('/api/v1/finding-draws', { params: { query: { limit: 20 } }, signal })),
});

export function useRaise() {
  const client = useQueryClient();
  return useMutation<Schemas['RaisedFindings'], ApiProblem, RaiseRequest>({
    mutationFn: (body) => call(api.POST('/api/v1/findings', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['findings'] }),
  });
}

export type FindingStep =
  | { readonly kind: 'answer'; readonly body: AnswerRequest }
  | { readonly kind: 'decide'; readonly body: DecisionRequest }
  | { readonly kind: 'extend'; readonly body: Schemas['FindingExtensionRequest'] }
  | { readonly kind: 'decideExtension'; readonly extension: string; readonly body: Schemas['FindingExtensionDecisionRequest'] };

function send(id: string, step: FindingStep): Promise<Finding> {
  const params = { path: { id } };
  switch (step.kind) {
    case 'answer':
      return call(api.POST('/api/v1/findings/{id}/answers', { params, body: step.body }));
    case 'decide':
      return call(api.POST('/api/v1/findings/{id}/decisions', { params, body: step.body }));
    case 'extend':
      return call(api.POST('/api/v1/findings/{id}/extensions', { params, body: step.body }));
    case 'decideExtension':
      return call(api.POST('/api/v1/finding-extensions/{id}/decision', { params: { path: { id: step.extension } }, body: step.body }));
  }
}

/** One step of a finding; the answer is the finding as it is then. */
export function useFindingStep(id: string) {
  const client = useQueryClient();
  return useMutation<Finding, ApiProblem, FindingStep>({
    mutationFn: (step) => send(id, step),
    onSuccess: (finding) => client.setQueryData(findingQuery(id).queryKey, finding),
    onSettled: () => client.invalidateQueries({ queryKey: ['findings'] }),
  });
}

export function useDraw() {
  const client = useQueryClient();
  return useMutation<Schemas['FindingDrawItem'], ApiProblem, Schemas['FindingDrawRequest']>({
    mutationFn: (body) => call(api.POST('/api/v1/finding-draws', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['findings'] }),
  });
}

export function useSetColours() {
  const client = useQueryClient();
  return useMutation<Schemas['FindingColourList'], ApiProblem, Schemas['FindingColourRequest']>({
    mutationFn: (body) => call(api.PUT('/api/v1/finding-colours', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['findings'] }),
  });
}
