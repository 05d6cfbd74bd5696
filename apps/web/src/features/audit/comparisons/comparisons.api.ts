import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, call } from '../../../api/client.js';
import type { components, paths } from '../../../api/generated/schema.js';
import type { ApiProblem } from '../../../api/problem.js';

type Schemas = components['schemas'];
export type Comparison = Schemas['ComparisonDetail'];
export type ListedComparison = Schemas['ComparisonResponse'];
export type Match = Schemas['MatchResponse'];
export type MatchVerdictBody = Schemas['MatchVerdictRequest'];
export type MatchQuery = NonNullable<paths['/api/v1/comparisons/{id}/matches']['get']['parameters']['query']>;

export const isComparing = (comparison: Pick<Comparison, 'state'>) => comparison.state === 'uploaded' || comparison.state === 'matching';

export const comparisonListQuery = (cursor: string | undefined, register: string | undefined) => queryOptions({
  queryKey: ['comparisons', 'list', cursor ?? null, register ?? null],
  queryFn: ({ signal }) => call(api.GET('/api/v1/comparisons', { params: { query: { cursor, register, limit: 20 } }, signal })),
  placeholderData: keepPreviousData,
});

export const comparisonQuery = (id: string) => queryOptions({
  queryKey: ['comparisons', id],
  queryFn: ({ signal }) => call(api.GET('/api/v1/comparisons/{id}', { params: { path: { id } }, signal })),
  refetchInterval: (query) => (query.state.data && isComparing(query.state.data) ? 1_000 : false),
});

export const matchesQuery = (id: string, query: MatchQuery) => queryOptions({
  queryKey: ['comparisons', id, 'matches', query],
  queryFn: ({ signal }) => call(api.GET('/api/v1/comparisons/{id}/matches', { params: { path: { id }, query }, signal })),
  placeholderData: keepPreviousData,
});

export const dueQuery = (cursor: string | undefined) => queryOptions({
  queryKey: ['comparisons', 'due', cursor ?? null],
  queryFn: ({ signal }) => call(api.GET('/api/v1/matches/due', { params: { query: { cursor, limit: 20 } }, signal })),
  placeholderData: keepPreviousData,
});

export interface ListUpload {
  register: string;
  division: string;
  department: string;
  purposeCode: string;
  purpose: string;
  listOn: string;
  file: File;
}

/** Sends the list; the words go before the file, which the server reads in order. */
export function useUploadList() {
  const client = useQueryClient();
  return useMutation<Comparison, ApiProblem, ListUpload>({
    mutationFn: ({ file, ...statement }) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(statement)) form.append(name, value);
      form.append('file', file);
      return call(api.POST('/api/v1/comparisons', { body: {} as never, bodySerializer: () => form })) as Promise<Comparison>;
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['comparisons'] }),
  });
}

export type ComparisonStep = { readonly kind: 'match' | 'cancel' } | { readonly kind: 'mapping'; readonly mapping: Record<string, string> };

export function useComparisonStep(id: string) {
  const client = useQueryClient();
  const params = { path: { id } };
  return useMutation<unknown, ApiProblem, ComparisonStep>({
    mutationFn: (step) => {
      if (step.kind === 'mapping') return call(api.PUT('/api/v1/comparisons/{id}/mapping', { params, body: { mapping: step.mapping } }));
      return call(step.kind === 'match' ? api.POST('/api/v1/comparisons/{id}/match', { params }) : api.POST('/api/v1/comparisons/{id}/cancel', { params }));
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['comparisons'] }),
  });
}

export function useJudgeMatch() {
  const client = useQueryClient();
  return useMutation<Match, ApiProblem, { id: string; body: MatchVerdictBody }>({
    mutationFn: ({ id, body }) => call(api.POST('/api/v1/matches/{id}/verdict', { params: { path: { id } }, body })),
    onSettled: () => client.invalidateQueries({ queryKey: ['comparisons'] }),
  });
}
