import { queryOptions } from '@tanstack/react-query';
import { api, call } from '../../api/client.js';
import type { components } from '../../api/generated/schema.js';

type Schemas = components['schemas'];
export type Stock = Schemas['StockReportResponse'];
export type StockLine = Schemas['StockLineResponse'];
export type Incomes = Schemas['IncomeReportResponse'];
export type Funnel = Schemas['CaseFunnelResponse'];
export type Boundary = Schemas['BoundaryFileResponse'];

export const stockQuery = (division: string, year: number | undefined) => queryOptions({
  queryKey: ['reports', 'stock', division, year ?? null],
  queryFn: ({ signal }) => call(api.GET('/api/v1/reports/stock', { params: { query: { division, year } }, signal })),
});

export const incomesQuery = (division: string, year: number | undefined) => queryOptions({
  queryKey: ['reports', 'incomes', division, year ?? null],
  queryFn: ({ signal }) => call(api.GET('/api/v1/reports/incomes', { params: { query: { division, year } }, signal })),
});

export const funnelQuery = (division: string, pack: string, year: number) => queryOptions({
  queryKey: ['reports', 'cases', division, pack, year],
  queryFn: ({ signal }) => call(api.GET('/api/v1/reports/cases', { params: { query: { division, pack, year } }, signal })),
});

/** Most villages of a county that are drawn; a county of the region has at most some 400. */
const MANY = 200;

/** All villages of a county, page by page. */
export const countyVillagesQuery = (division: string, year: number | undefined) => queryOptions({
  queryKey: ['villages', 'all', division, year ?? null],
  queryFn: async ({ signal }) => {
    const found: Schemas['VillagePage']['items'] = [];
    for (let cursor: string | undefined; ;) {
      const page = await call(api.GET('/api/v1/villages', { params: { query: { division, year, cursor, limit: MANY } }, signal }));
      found.push(...page.items);
      if (page.nextCursor === null) return found;
      cursor = page.nextCursor;
    }
  },
});

export const childrenQuery = (parent: string) => queryOptions({
  queryKey: ['divisions', 'children', parent],
  queryFn: ({ signal }) => call(api.GET('/api/v1/divisions', { params: { query: { parent, limit: 200 } }, signal })),
  staleTime: Number.POSITIVE_INFINITY,
});

export const boundariesQuery = queryOptions({ queryKey: ['boundaries'], queryFn: ({ signal }) => call(api.GET('/api/v1/boundaries', { signal })) });

export const boundaryQuery = (county: string) => queryOptions({
  queryKey: ['boundaries', county],
  queryFn: ({ signal }) => call(api.GET('/api/v1/boundaries/{county}', { params: { path: { county } }, signal })),
  staleTime: Number.POSITIVE_INFINITY,
});
