import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, call } from '../../api/client.js';
import type { components, paths } from '../../api/generated/schema.js';

type Schemas = components['schemas'];
export type CareRegister = Schemas['CareRegisterResponse'];
export type CareEntry = Schemas['CareEntryResponse'];
export type CareComparison = Schemas['CareComparisonResponse'];
export type CareFinding = Schemas['CareFindingResponse'];
export type EntryListQuery = NonNullable<paths['/api/v1/care-registers/{code}/entries']['get']['parameters']['query']>;
type Place = { cursor?: string | undefined; limit: number };

export const registersQuery = queryOptions({
  queryKey: ['help', 'care', 'registers'],
  queryFn: ({ signal }) => call(api.GET('/api/v1/care-registers', { signal })),
  staleTime: 300_000,
});

export const careSummaryQuery = (query: { division?: string | undefined }) => queryOptions({
  queryKey: ['help', 'care', 'summary', query],
  queryFn: ({ signal }) => call(api.GET('/api/v1/care-registers/summary', { params: { query }, signal })),
  placeholderData: keepPreviousData,
});

export const entryListQuery = (code: string, query: EntryListQuery) => queryOptions({
  queryKey: ['help', 'care', 'entries', code, query],
  queryFn: ({ signal }) => call(api.GET('/api/v1/care-registers/{code}/entries', { params: { path: { code }, query }, signal })),
  placeholderData: keepPreviousData,
});

export const entryQuery = (id: string) => queryOptions({
  queryKey: ['help', 'care', 'entry', id],
  queryFn: ({ signal }) => call(api.GET('/api/v1/care-entries/{id}', { params: { path: { id } }, signal })),
});

export const comparisonListQuery = (query: Place) => queryOptions({
  queryKey: ['help', 'care', 'comparisons', query],
  queryFn: ({ signal }) => call(api.GET('/api/v1/care-comparisons', { params: { query }, signal })),
  placeholderData: keepPreviousData,
});

export const comparisonQuery = (id: string) => queryOptions({
  queryKey: ['help', 'care', 'comparison', id],
  queryFn: ({ signal }) => call(api.GET('/api/v1/care-comparisons/{id}', { params: { path: { id } }, signal })),
});

export const findingListQuery = (id: string, query: Place & { kind?: CareFinding['kind'] | undefined; open?: boolean | undefined }) => queryOptions({
  queryKey: ['help', 'care', 'comparison', id, 'findings', query],
  queryFn: ({ signal }) => call(api.GET('/api/v1/care-comparisons/{id}/findings', { params: { path: { id }, query }, signal })),
  placeholderData: keepPreviousData,
});

export function recordContact(id: string, body: Schemas['ContactRequest']): Promise<Schemas['ContactResponse']> {
  return call(api.POST('/api/v1/care-entries/{id}/contacts', { params: { path: { id } }, body }));
}
export function adjudicate(id: string, body: Schemas['AdjudicationRequest']): Promise<CareFinding> {
  return call(api.POST('/api/v1/care-findings/{id}/adjudications', { params: { path: { id } }, body }));
}

/** The list is read once and deleted; text fields go before the file, because the server reads the form in order. */
export function compareFile(fields: Readonly<Record<string, string>>, file: File): Promise<CareComparison> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', file);
  return call(api.POST('/api/v1/care-comparisons/files', { body: {} as never, bodySerializer: () => form }));
}
