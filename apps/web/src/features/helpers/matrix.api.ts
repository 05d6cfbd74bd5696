import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, call } from '../../api/client.js';
import type { components } from '../../api/generated/schema.js';
import type { Pairing } from './helpers.api.js';

type Schemas = components['schemas'];
export type Matrix = Schemas['PairingMatrixResponse'];
export type MatrixHelper = Schemas['MatrixHelperResponse'];
export type HandOvers = Schemas['HandOversRequest'];

export const matrixQuery = (query: { division?: string | undefined; cursor?: string | undefined; limit: number }) => queryOptions({
  queryKey: ['help', 'pairings', 'matrix', query],
  queryFn: ({ signal }) => call(api.GET('/api/v1/pairings/matrix', { params: { query }, signal })),
  placeholderData: keepPreviousData,
});

/** All pairings that hold in a village. */
export const villagePairingsQuery = (village: string) => queryOptions({
  queryKey: ['help', 'pairings', 'village', village],
  queryFn: async ({ signal }) => {
    const rows: Pairing[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await call(api.GET('/api/v1/pairings', { params: { query: { division: village, cursor, limit: 200 } }, signal }));
      rows.push(...page.items);
      if (page.nextCursor === null) return rows;
      cursor = page.nextCursor;
    }
  },
});

export function handOver(body: HandOvers): Promise<Schemas['HandOversResponse']> {
  return call(api.POST('/api/v1/pairings/hand-overs', { body }));
}
