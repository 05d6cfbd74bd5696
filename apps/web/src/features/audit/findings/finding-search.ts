import { findingOriginKinds, type FindingOriginKind } from '#domain';
import { textOf, wordOf, type RawSearch } from '../../../ui/search-params.js';

const colours = ['BLUE', 'YELLOW', 'RED'] as const;

export interface FindingSearch {
  division?: string | undefined;
  originKind?: FindingOriginKind | undefined;
  colour?: (typeof colours)[number] | undefined;
  /** Only those with an extension that waits. */
  waiting?: 'extension' | undefined;
}

export function readFindingSearch(search: RawSearch): FindingSearch {
  const division = textOf(search, 'division', 12);
  return {
    division: division && /^[0-9]{2,12}$/.test(division) ? division : undefined, originKind: wordOf(search, 'originKind', findingOriginKinds), colour: wordOf(search, 'colour', colours),
    waiting: wordOf(search, 'waiting', ['extension']),
  };
}
