import { readPlace, type KeysetPlace } from '../../ui/keyset.js';
import { textOf, wordOf, type RawSearch } from '../../ui/search-params.js';

export const clueBoxes = ['open', 'all'] as const;

export interface ClueSearch extends KeysetPlace {
  box?: (typeof clueBoxes)[number] | undefined;
  division?: string | undefined;
}

export function readClueSearch(search: RawSearch): ClueSearch {
  const division = textOf(search, 'division', 12);
  return { box: wordOf(search, 'box', clueBoxes), division: division && /^\d+$/.test(division) ? division : undefined, ...readPlace(search) };
}
