import type { KeysetPlace } from '../../ui/keyset.js';
import { wordOf, type RawSearch } from '../../ui/search-params.js';
import { readList, shapeOf } from '../help/parts/read-search.js';
import { gapKinds, type GapKind } from './gaps.api.js';

export interface GapFilters {
  division?: string | undefined;
  kind?: GapKind | undefined;
  measure?: string | undefined;
}

/** Code of a measure, or of a need: `labour`, `cause:01`, `fact:housing_safe`. */
const CODE = /^([A-Z]{3}-[0-9]{2}|[a-z][a-z_]*(:[a-z0-9_]+)?)$/;

export function readGapSearch(search: RawSearch): GapFilters & KeysetPlace {
  return { ...readList(search), kind: wordOf(search, 'kind', gapKinds), measure: shapeOf(search, 'measure', CODE) };
}
