import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, call } from '../../api/client.js';
import type { components, paths } from '../../api/generated/schema.js';

type Schemas = components['schemas'];
export type Gap = Schemas['GapResponse'];
export type GapCount = Schemas['GapCountResponse'];
export type GapKind = Gap['kind'];
export type GapListQuery = NonNullable<paths['/api/v1/entitlement-gaps']['get']['parameters']['query']>;

export const gapKinds = ['LACKING', 'IMPROPER', 'UNANSWERED'] as const;

export const gapListQuery = (query: GapListQuery) => queryOptions({
  queryKey: ['help', 'gaps', query],
  queryFn: ({ signal }) => call(api.GET('/api/v1/entitlement-gaps', { params: { query }, signal })),
  placeholderData: keepPreviousData,
});

const PAGE = 100;

/** What a page of the list shows; `page` counts for the reader only. */
export const gapPageQuery = ({ page: _, ...wanted }: Omit<GapListQuery, 'limit'> & { page?: number | undefined }) => gapListQuery({ ...wanted, limit: PAGE });

export const gapSummaryQuery = (query: { division?: string | undefined }) => queryOptions({
  queryKey: ['help', 'gap-summary', query],
  queryFn: ({ signal }) => call(api.GET('/api/v1/entitlement-gaps/summary', { params: { query }, signal })),
  placeholderData: keepPreviousData,
});
