import { assetLedgers, assetStatuses, type AssetLedger, type AssetStatus } from '#domain';
import type { KeysetPlace } from '../../ui/keyset.js';
import { wordOf, type RawSearch } from '../../ui/search-params.js';
import { readList } from '../help/parts/read-search.js';

export interface AssetFilters {
  division?: string | undefined;
  ledger?: AssetLedger | undefined;
  status?: AssetStatus | undefined;
}

export function readAssetSearch(search: RawSearch): AssetFilters & KeysetPlace {
  return { ...readList(search), ledger: wordOf(search, 'ledger', assetLedgers), status: wordOf(search, 'status', assetStatuses) };
}
