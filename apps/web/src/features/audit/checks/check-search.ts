import { CHECK_ROOMS, CHECK_SEVERITIES, matchVerdicts, type CheckRoom, type CheckSeverity } from '#domain';
import { readPlace, type KeysetPlace } from '../../../ui/keyset.js';
import { textOf, wordOf, type RawSearch } from '../../../ui/search-params.js';

const found = ['hits', 'missing', 'never'] as const;
const states = ['open', 'gone', 'all'] as const;
const divisionOf = (search: RawSearch): string | undefined => {
  const division = textOf(search, 'division', 12);
  return division && /^[0-9]{2,12}$/.test(division) ? division : undefined;
};

export interface LibrarySearch {
  division?: string | undefined;
  room?: CheckRoom | undefined;
  severity?: CheckSeverity | undefined;
  found?: (typeof found)[number] | undefined;
  q?: string | undefined;
}

export function readLibrarySearch(search: RawSearch): LibrarySearch {
  return { division: divisionOf(search), room: wordOf(search, 'room', CHECK_ROOMS), severity: wordOf(search, 'severity', CHECK_SEVERITIES), found: wordOf(search, 'found', found), q: textOf(search, 'q', 40) };
}

export interface CheckSearch extends KeysetPlace {
  division?: string | undefined;
  verdict?: (typeof matchVerdicts)[number] | undefined;
  /** What the last run found, unless something else is asked for. */
  state?: (typeof states)[number] | undefined;
  tab?: 'about' | 'versions' | undefined;
}

export function readCheckSearch(search: RawSearch): CheckSearch {
  return { division: divisionOf(search), verdict: wordOf(search, 'verdict', matchVerdicts), state: wordOf(search, 'state', states), tab: wordOf(search, 'tab', ['about', 'versions']), ...readPlace(search) };
}
