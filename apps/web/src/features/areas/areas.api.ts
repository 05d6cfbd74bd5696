import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, call } from '../../api/client.js';
import type { components, paths } from '../../api/generated/schema.js';

type Schemas = components['schemas'];
export type AreaVerdicts = Schemas['AreaVerdictsResponse'];
export type VillageRow = Schemas['VillagePage']['items'][number];
export type CountedHousehold = Schemas['HouseholdBehindResponse'];
export type YearRecord = Schemas['YearRecordResponse'];
export type VillageListQuery = NonNullable<paths['/api/v1/villages']['get']['parameters']['query']>;
export type RowsQuery = paths['/api/v1/villages/{code}/rows']['get']['parameters']['query'];

export const villageListQuery = (query: VillageListQuery) => queryOptions({
  queryKey: ['villages', query],
  queryFn: ({ signal }) => call(api.GET('/api/v1/villages', { params: { query }, signal })),
  placeholderData: keepPreviousData,
});

const PAGE = 50;

/** What a page of the list shows; `page` counts for the reader only. */
export const villagePageQuery = ({ page: _, ...wanted }: Omit<VillageListQuery, 'limit'> & { page?: number | undefined }) => villageListQuery({ ...wanted, limit: PAGE });

/** While a recalculation waits, the page asks again by itself. */
const SOON = 5_000;

export const villageVerdictQuery = (code: string, year: number | undefined) => queryOptions({
  queryKey: ['verdict', 'village', code, year ?? null],
  queryFn: ({ signal }) => call(api.GET('/api/v1/villages/{code}/verdict', { params: { path: { code }, query: { year } }, signal })),
  placeholderData: keepPreviousData,
  refetchInterval: (query) => (query.state.data?.freshness.pending ? SOON : false),
});

export const countyVerdictQuery = (code: string, year: number | undefined) => queryOptions({
  queryKey: ['verdict', 'county', code, year ?? null],
  queryFn: ({ signal }) => call(api.GET('/api/v1/counties/{code}/verdict', { params: { path: { code }, query: { year } }, signal })),
  placeholderData: keepPreviousData,
  refetchInterval: (query) => (query.state.data?.freshness.pending ? SOON : false),
});

export const rowsQuery = (code: string, query: RowsQuery) => queryOptions({
  queryKey: ['villages', code, 'rows', query],
  queryFn: ({ signal }) => call(api.GET('/api/v1/villages/{code}/rows', { params: { path: { code }, query }, signal })),
});

/** The written record that a figure of an area comes from, with its earlier versions. */
export const yearRecordQuery = (code: string, year: number) => queryOptions({
  queryKey: ['year-record', code, year],
  queryFn: ({ signal }) => (code.length === 12
    ? call(api.GET('/api/v1/village-years/{code}/{year}', { params: { path: { code, year } }, signal }))
    : call(api.GET('/api/v1/county-years/{code}/{year}', { params: { path: { code, year } }, signal }))),
});

export const assessmentsQuery = (code: string, year: number) => queryOptions({
  queryKey: ['assessments', code, year],
  queryFn: ({ signal }) => call(api.GET('/api/v1/counties/{code}/assessments', { params: { path: { code }, query: { year } }, signal })),
});
