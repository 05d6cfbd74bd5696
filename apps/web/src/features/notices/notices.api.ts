import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, call } from '../../api/client.js';
import type { components } from '../../api/generated/schema.js';

export type NoticeCard = components['schemas']['NoticeCardResponse'];
export type Poster = components['schemas']['PosterResponse'];

export const lanes = ['due', 'running', 'contested', 'complete', 'closed'] as const;
export type Lane = (typeof lanes)[number];

const PAGE = 20;

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
