import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { QuestionDefinition } from '#domain';
import { api, call } from '../../../api/client.js';
import type { components } from '../../../api/generated/schema.js';

export type Dataset = components['schemas']['QuestionDatasetResponse'];
export type Field = components['schemas']['QuestionFieldResponse'];
export type Collection = components['schemas']['QuestionCollectionResponse'];
export type Answer = Omit<components['schemas']['AnswerResponse'], 'definition'> & { definition: QuestionDefinition };
export type AnswerGroup = components['schemas']['AnswerGroupResponse'];
export type SavedQuestion = components['schemas']['SavedQuestionResponse'];
export type Freeze = components['schemas']['FreezeResponse'];

/** The document of the API leaves the shape of a definition open; the server answers with one that it has read. */
const answerOf = (answer: components['schemas']['AnswerResponse']): Answer => ({ ...answer, definition: answer.definition as unknown as QuestionDefinition });

/** The same object as the client sends it: a plain record. */
export const sent = (definition: QuestionDefinition): Record<string, unknown> => ({ ...definition });

export const datasetsQuery = queryOptions({
  queryKey: ['question-datasets'], queryFn: ({ signal }) => call(api.GET('/api/v1/questions/datasets', { signal })), staleTime: Number.POSITIVE_INFINITY,
});

/** Asks; when the page stops waiting, the database stops working, too. */
export const answerQuery = (definition: QuestionDefinition) => queryOptions({
  queryKey: ['answer', definition], placeholderData: keepPreviousData, retry: false, staleTime: 60_000,
  queryFn: async ({ signal }) => {
    const token = crypto.randomUUID();
    signal.addEventListener('abort', () => void api.POST('/api/v1/questions/answers/{token}/cancel', { params: { path: { token } } }).catch(() => undefined));
    return answerOf(await call(api.POST('/api/v1/questions/answers', { body: { definition: sent(definition), token }, signal })));
  },
});

export const linkedQuery = (key: string) => queryOptions({
  queryKey: ['linked-answer', key], retry: false, queryFn: async ({ signal }) => answerOf(await call(api.GET('/api/v1/questions/links/{key}', { params: { path: { key } }, signal }))),
});

export const savedQuery = (cursor?: string) => queryOptions({
  queryKey: ['saved-questions', cursor ?? null], queryFn: ({ signal }) => call(api.GET('/api/v1/questions', { params: { query: { cursor, limit: 50 } }, signal })), placeholderData: keepPreviousData,
});

export const freezesQuery = (cursor?: string) => queryOptions({
  queryKey: ['question-freezes', cursor ?? null], queryFn: ({ signal }) => call(api.GET('/api/v1/questions/freezes', { params: { query: { cursor, limit: 50 } }, signal })), placeholderData: keepPreviousData,
});

/** A change of what is kept; the lists are read anew. */
export function useKeeping<Input, Output>(change: (input: Input) => Promise<Output>, onDone: (output: Output) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (output) => {
      void client.invalidateQueries({ queryKey: ['saved-questions'] });
      void client.invalidateQueries({ queryKey: ['question-freezes'] });
      onDone(output);
    },
  });
}
