import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, call } from '../../api/client.js';
import type { components, paths } from '../../api/generated/schema.js';

type Schemas = components['schemas'];
export type Visit = Schemas['VisitListItem'];
export type VisitDetail = Schemas['VisitResponse'];
export type VisitListQuery = NonNullable<paths['/api/v1/visits']['get']['parameters']['query']>;

export const visitListQuery = (query: VisitListQuery) => queryOptions({
  queryKey: ['help', 'visits', query],
  queryFn: ({ signal }) => call(api.GET('/api/v1/visits', { params: { query }, signal })),
  placeholderData: keepPreviousData,
});

export const visitQuery = (id: string) => queryOptions({
  queryKey: ['help', 'visit', id],
  queryFn: ({ signal }) => call(api.GET('/api/v1/visits/{id}', { params: { path: { id } }, signal })),
});
