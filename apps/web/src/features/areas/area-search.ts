import { VERDICTS, type Verdict } from '#domain';
import { readPlace, type KeysetPlace } from '../../ui/keyset.js';
import { textOf, wordOf, yearOf, type RawSearch } from '../../ui/search-params.js';

export interface AreaFilters {
  division?: string | undefined;
  year?: number | undefined;
  verdict?: Verdict | undefined;
  poorOnly?: boolean | undefined;
}

export function readAreaSearch(search: RawSearch): AreaFilters & KeysetPlace {
  const division = textOf(search, 'division', 12);
  return {
    division: division && /^[0-9]+$/.test(division) ? division : undefined, year: yearOf(search, 'year'), verdict: wordOf(search, 'verdict', VERDICTS),
    poorOnly: search['poorOnly'] === true || undefined, ...readPlace(search),
  };
}
