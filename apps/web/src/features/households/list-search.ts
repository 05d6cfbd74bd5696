import { codeItem, householdStatuses, type CodeListName, type HouseholdStatus } from '#domain';
import { readPlace, type KeysetPlace } from '../../ui/keyset.js';
import { textOf, wordOf, yearOf, type RawSearch } from '../../ui/search-params.js';
import type { HouseholdListQuery } from './households.api.js';

const verdicts = ['met', 'not_met', 'unproven'] as const;

/** Conditions of the list, as they stand in the address. */
export interface HouseholdFilters {
  division?: string | undefined;
  status?: HouseholdStatus | undefined;
  type?: HouseholdListQuery['type'];
  cause?: HouseholdListQuery['cause'];
  q?: string | undefined;
  verdict?: (typeof verdicts)[number] | undefined;
  year?: number | undefined;
}

export type HouseholdSearch = HouseholdFilters & KeysetPlace;

/** A code that its list knows. */
function codeOf<Code extends string>(search: RawSearch, name: string, list: CodeListName): Code | undefined {
  const code = textOf(search, name, 20);
  return code !== undefined && codeItem(list, code) ? (code as Code) : undefined;
}

export function readHouseholdSearch(search: RawSearch): HouseholdSearch {
  const division = textOf(search, 'division', 12);
  return {
    division: division && /^[0-9]{2,12}$/.test(division) ? division : undefined,
    status: wordOf(search, 'status', householdStatuses),
    type: codeOf(search, 'type', 'poorHouseholdType'), cause: codeOf(search, 'cause', 'povertyCause'), q: textOf(search, 'q', 40),
    verdict: wordOf(search, 'verdict', verdicts), year: yearOf(search, 'year'), ...readPlace(search),
  };
}
