import { MEASURE_KINDS, MEASURE_LEVELS, type MeasureKind, type MeasureLevel } from '#domain';
import { readPlace, type KeysetPlace } from '../../ui/keyset.js';
import { textOf, wordOf, type RawSearch } from '../../ui/search-params.js';

export interface MeasureFilters {
  kind?: MeasureKind | undefined;
  level?: MeasureLevel | undefined;
  text?: string | undefined;
}

export function readMeasureSearch(search: RawSearch): MeasureFilters & KeysetPlace {
  return { kind: wordOf(search, 'kind', MEASURE_KINDS), level: wordOf(search, 'level', MEASURE_LEVELS), text: textOf(search, 'text', 60), ...readPlace(search) };
}
