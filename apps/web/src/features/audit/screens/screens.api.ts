import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, call } from '../../../api/client.js';
import type { components, paths } from '../../../api/generated/schema.js';

type Schemas = components['schemas'];
export type Screen = Schemas['ScreenItem'];
export type ScreenAnswer = Schemas['ScreenResponse'];
export type ScreenGroup = Schemas['ScreenGroupItem'];
export type ScreenQuery = NonNullable<paths['/api/v1/screens/{code}']['get']['parameters']['query']>;
export type RowsQuery = NonNullable<paths['/api/v1/screens/{code}/rows']['get']['parameters']['query']>;

export const screensQuery = queryOptions({ queryKey: ['screens'], queryFn: ({ signal }) => call(api.GET('/api/v1/screens', { signal })) });

export const screenQuery = (code: string, query: ScreenQuery) => queryOptions({
  queryKey: ['screens', code, query], retry: false, placeholderData: keepPreviousData, queryFn: ({ signal }) => call(api.GET('/api/v1/screens/{code}', { params: { path: { code }, query }, signal })),
});

export const screenRowsQuery = (code: string, query: RowsQuery) => queryOptions({
  queryKey: ['screens', code, 'rows', query], retry: false, queryFn: ({ signal }) => call(api.GET('/api/v1/screens/{code}/rows', { params: { path: { code }, query }, signal })),
});
