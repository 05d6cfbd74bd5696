import { screenCodes, screenGroupings, type ScreenCode, type ScreenGrouping } from '#domain';
import { readPlace, type KeysetPlace } from '../../../ui/keyset.js';
import { textOf, wordOf, yearOf, type RawSearch } from '../../../ui/search-params.js';

export interface ScreenSearch extends KeysetPlace {
  code?: ScreenCode | undefined;
  year?: number | undefined;
  division?: string | undefined;
  by?: ScreenGrouping | undefined;
  verdict?: 'FLAGGED' | 'NOT_FLAGGED' | 'TOO_FEW' | undefined;
  /** Group and figure whose rows are open. */
  group?: string | undefined;
  figure?: string | undefined;
}

export function readScreenSearch(search: RawSearch): ScreenSearch {
  const division = textOf(search, 'division', 12);
  return {
    code: wordOf(search, 'code', screenCodes), year: yearOf(search, 'year'), division: division && /^[0-9]{2,12}$/.test(division) ? division : undefined, by: wordOf(search, 'by', screenGroupings),
    verdict: wordOf(search, 'verdict', ['FLAGGED', 'NOT_FLAGGED', 'TOO_FEW'] as const), group: textOf(search, 'group', 100), figure: textOf(search, 'figure', 40), ...readPlace(search),
  };
}
