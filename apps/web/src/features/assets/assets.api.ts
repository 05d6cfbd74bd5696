import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, call } from '../../api/client.js';
import type { components, paths } from '../../api/generated/schema.js';

type Schemas = components['schemas'];
export type Asset = Schemas['AssetResponse'];
export type AssetDetail = Schemas['AssetDetailResponse'];
export type AssetListQuery = NonNullable<paths['/api/v1/assets']['get']['parameters']['query']>;

export const ownerKinds = ['STATE', 'COLLECTIVE', 'HOUSEHOLD'] as const;

export const assetListQuery = (query: AssetListQuery) => queryOptions({
  queryKey: ['help', 'assets', query],
  queryFn: ({ signal }) => call(api.GET('/api/v1/assets', { params: { query }, signal })),
  placeholderData: keepPreviousData,
});

export const assetQuery = (id: string) => queryOptions({
  queryKey: ['help', 'asset', id],
  queryFn: ({ signal }) => call(api.GET('/api/v1/assets/{id}', { params: { path: { id } }, signal })),
});

export const sharesQuery = (id: string, query: { cursor?: string | undefined; limit: number }) => queryOptions({
  queryKey: ['help', 'asset', id, 'shares', query],
  queryFn: ({ signal }) => call(api.GET('/api/v1/assets/{id}/distributions', { params: { path: { id }, query }, signal })),
  placeholderData: keepPreviousData,
});

/** Takes effect only on the version that is on the screen. */
const on = ({ id, version }: Pick<AssetDetail, 'id' | 'version'>) => ({ params: { path: { id }, header: { 'if-match': `"${version}"` } } });

export function enterAsset(body: Schemas['NewAssetRequest']): Promise<AssetDetail> {
  return call(api.POST('/api/v1/assets', { body }));
}
export function changeAsset(shown: Pick<AssetDetail, 'id' | 'version'>, body: Schemas['AssetChangeRequest']): Promise<AssetDetail> {
  return call(api.PATCH('/api/v1/assets/{id}', { ...on(shown), body }));
}
export function moveAsset(shown: Pick<AssetDetail, 'id' | 'version'>, body: Schemas['AssetMoveRequest']): Promise<AssetDetail> {
  return call(api.POST('/api/v1/assets/{id}/actions', { ...on(shown), body }));
}
export function recordYield(id: string, year: number, body: Schemas['YieldRequest']): Promise<AssetDetail> {
  return call(api.PUT('/api/v1/assets/{id}/yields/{year}', { params: { path: { id, year } }, body }));
}
export function distribute(id: string, year: number, body: Schemas['DistributionRequest']): Promise<AssetDetail> {
  return call(api.POST('/api/v1/assets/{id}/yields/{year}/distributions', { params: { path: { id, year } }, body }));
}
