import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, call } from '../../api/client.js';
import type { components } from '../../api/generated/schema.js';

export type Coverage = components['schemas']['FieldWorkResponse'];
export type Figures = components['schemas']['FieldWorkFigures'];
export type Missing = components['schemas']['MissingHousehold'];

export const coverageQuery = (query: { division?: string | undefined; year?: number | undefined }) => queryOptions({
  queryKey: ['help', 'coverage', query],
  queryFn: ({ signal }) => call(api.GET('/api/v1/field-work', { params: { query }, signal })),
  placeholderData: keepPreviousData,
});

export const missingQuery = (query: { division?: string | undefined; missing: 'helper' | 'visit'; cursor?: string | undefined; limit: number }) => queryOptions({
  queryKey: ['help', 'missing', query],
  queryFn: ({ signal }) => call(api.GET('/api/v1/field-work/households', { params: { query }, signal })),
  placeholderData: keepPreviousData,
});
