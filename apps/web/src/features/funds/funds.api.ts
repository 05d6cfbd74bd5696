import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, call } from '../../api/client.js';
import type { components, paths } from '../../api/generated/schema.js';

type Schemas = components['schemas'];
export type Fund = Schemas['FundResponse'];
export type Spending = Schemas['SpendingResponse'];
export type FundListQuery = NonNullable<paths['/api/v1/funds']['get']['parameters']['query']>;

export const fundLevels = ['CENTRAL', 'REGION', 'PREFECTURE', 'COUNTY', 'OUTSIDE'] as const;
export const fundKinds = ['SPECIAL', 'INTEGRATED', 'BRIDGING', 'COLLABORATION', 'DESIGNATED', 'DONATION', 'OTHER'] as const;

export const fundListQuery = (query: FundListQuery) => queryOptions({
  queryKey: ['help', 'funds', query],
  queryFn: ({ signal }) => call(api.GET('/api/v1/funds', { params: { query }, signal })),
  placeholderData: keepPreviousData,
});

export const fundQuery = (id: string) => queryOptions({
  queryKey: ['help', 'fund', id],
  queryFn: ({ signal }) => call(api.GET('/api/v1/funds/{id}', { params: { path: { id } }, signal })),
});

export const spendingQuery = (id: string, query: { cursor?: string | undefined; limit: number }) => queryOptions({
  queryKey: ['help', 'fund', id, 'spending', query],
  queryFn: ({ signal }) => call(api.GET('/api/v1/funds/{id}/spending', { params: { path: { id }, query }, signal })),
  placeholderData: keepPreviousData,
});

export function recordFund(body: Schemas['NewFundRequest']): Promise<Fund> {
  return call(api.POST('/api/v1/funds', { body }));
}
export function correctFund({ id, version }: Pick<Fund, 'id' | 'version'>, body: Schemas['FundChangeRequest']): Promise<Fund> {
  return call(api.PATCH('/api/v1/funds/{id}', { params: { path: { id }, header: { 'if-match': `"${version}"` } }, body }));
}
