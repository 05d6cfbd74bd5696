import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, call } from '../../api/client.js';
import type { components, paths } from '../../api/generated/schema.js';
import type { ApiProblem } from '../../api/problem.js';

type Schemas = components['schemas'];
export type Clue = Schemas['ClueResponse'];
export type Settlement = Schemas['ClueSettleRequest'];
export type NewClue = Schemas['ClueRequest'];
export type ClueListQuery = NonNullable<paths['/api/v1/clues']['get']['parameters']['query']>;

export const clueListQuery = (query: ClueListQuery) => queryOptions({
  queryKey: ['clues', query], placeholderData: keepPreviousData,
  queryFn: ({ signal }) => call(api.GET('/api/v1/clues', { params: { query }, signal })),
});

/** Does something with a clue and reads the lists anew. */
export function useClueMove<Input>(save: (input: Input) => Promise<unknown>, onDone: () => void) {
  const client = useQueryClient();
  return useMutation<unknown, ApiProblem, Input>({
    mutationFn: save,
    onSuccess: () => {
      onDone();
      return client.invalidateQueries({ queryKey: ['clues'] });
    },
  });
}

export const checkClue = (id: string): Promise<unknown> => call(api.POST('/api/v1/clues/{id}/check', { params: { path: { id } } }));
export const pauseClue = (id: string, reason: string): Promise<unknown> => call(api.POST('/api/v1/clues/{id}/pause', { params: { path: { id } }, body: { reason } }));
export const resumeClue = (id: string): Promise<unknown> => call(api.POST('/api/v1/clues/{id}/resume', { params: { path: { id } } }));
export const settleClue = (id: string, body: Settlement): Promise<unknown> => call(api.POST('/api/v1/clues/{id}/settle', { params: { path: { id } }, body }));
export const reportClue = (body: NewClue): Promise<unknown> => call(api.POST('/api/v1/clues', { body }));
