import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, call } from '../../api/client.js';
import type { components, paths } from '../../api/generated/schema.js';

export type Household = components['schemas']['HouseholdResponse'];
export type Member = components['schemas']['MemberResponse'];
export type HouseholdYear = components['schemas']['YearResponse'];
export type Income = components['schemas']['IncomeResponse'];
export type ListedHousehold = components['schemas']['HouseholdListItem'];
export type HouseholdListQuery = NonNullable<paths['/api/v1/households']['get']['parameters']['query']>;

export const householdListQuery = (query: HouseholdListQuery) => queryOptions({
  queryKey: ['households', query],
  queryFn: ({ signal }) => call(api.GET('/api/v1/households', { params: { query }, signal })),
  placeholderData: keepPreviousData,
});

const PAGE = 50;

/** What a page of the list shows; `page` counts for the reader only. */
export const householdPageQuery = ({ page: _, ...wanted }: Omit<HouseholdListQuery, 'limit'> & { page?: number | undefined }) => householdListQuery({ ...wanted, limit: PAGE });

export const householdQuery = (id: string) => queryOptions({
  queryKey: ['household', id],
  queryFn: ({ signal }) => call(api.GET('/api/v1/households/{id}', { params: { path: { id } }, signal })),
});

export const householdYearsQuery = (id: string) => queryOptions({
  queryKey: ['household', id, 'years'],
  queryFn: ({ signal }) => call(api.GET('/api/v1/households/{id}/years', { params: { path: { id } }, signal })),
});

/** Why somebody may see a field in clear; part of the code lists. */
export const codesQuery = queryOptions({
  queryKey: ['codes'],
  queryFn: ({ signal }) => call(api.GET('/api/v1/codes', { signal })),
  staleTime: Number.POSITIVE_INFINITY,
});
