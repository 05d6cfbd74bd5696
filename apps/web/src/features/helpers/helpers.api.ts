import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, call } from '../../api/client.js';
import type { components } from '../../api/generated/schema.js';

type Schemas = components['schemas'];
export type Helper = Schemas['HelperResponse'];
export type Pairing = Schemas['PairingResponse'];
type Place = { cursor?: string | undefined; limit: number; division?: string | undefined };

export const helperListQuery = (query: Place) => queryOptions({
  queryKey: ['help', 'helpers', query],
  queryFn: ({ signal }) => call(api.GET('/api/v1/helpers', { params: { query }, signal })),
  placeholderData: keepPreviousData,
});

export const pairingListQuery = (query: Place & { household?: string | undefined }) => queryOptions({
  queryKey: ['help', 'pairings', query],
  queryFn: ({ signal }) => call(api.GET('/api/v1/pairings', { params: { query }, signal })),
  placeholderData: keepPreviousData,
});

export function registerHelper(body: Schemas['HelperRequest']): Promise<Helper> {
  return call(api.POST('/api/v1/helpers', { body }));
}
export function pair(body: Schemas['PairingRequest']): Promise<Pairing> {
  return call(api.POST('/api/v1/pairings', { body }));
}
export function endPairing(id: string, body: Schemas['EndRequest']): Promise<Pairing> {
  return call(api.POST('/api/v1/pairings/{id}/end', { params: { path: { id } }, body }));
}
