import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, call } from '../../api/client.js';
import type { components } from '../../api/generated/schema.js';
import type { ApiProblem } from '../../api/problem.js';

type Schemas = components['schemas'];
export type NoticeCard = Schemas['NoticeCardResponse'];
export type Poster = Schemas['PosterResponse'];
export type NoticeSheet = Schemas['NoticeSheetResponse'];
export type NoticeTexts = Schemas['NoticeTextsRequest'];

export const lanes = ['due', 'running', 'contested', 'complete', 'closed'] as const;
export type Lane = (typeof lanes)[number];

/** As many as are posted or printed at once. */
const PAGE = 50;

export const laneQuery = (lane: Lane, division: string | undefined) => infiniteQueryOptions({
  queryKey: ['notices', lane, division ?? null],
  queryFn: ({ pageParam, signal }) => call(api.GET('/api/v1/notices', { params: { query: { lane, division, cursor: pageParam, limit: PAGE } }, signal })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.nextCursor ?? undefined,
  refetchInterval: 60_000,
});

export const posterQuery = (id: string) => queryOptions({
  queryKey: ['notices', 'poster', id],
  queryFn: ({ signal }) => call(api.GET('/api/v1/notices/{id}/poster', { params: { path: { id } }, signal })),
});

export const sheetQuery = (id: string) => queryOptions({
  queryKey: ['notices', 'sheet', id],
  queryFn: ({ signal }) => call(api.GET('/api/v1/notices/{id}/sheet', { params: { path: { id } }, signal })),
});

/** What the county adds to the sheet of a notice. */
export function useWriteSheet(id: string, onDone: () => void) {
  const client = useQueryClient();
  return useMutation<NoticeSheet, ApiProblem, NoticeTexts>({
    mutationFn: (body) => call(api.PUT('/api/v1/notices/{id}/sheet', { params: { path: { id } }, body })),
    onSuccess: (sheet) => {
      client.setQueryData(sheetQuery(id).queryKey, sheet);
      onDone();
    },
  });
}
