import { careFindingKinds, type CareFindingKind } from '#domain';
import type { KeysetPlace } from '../../ui/keyset.js';
import { wordOf, type RawSearch } from '../../ui/search-params.js';
import { readList } from '../help/parts/read-search.js';

export interface EntryFilters {
  division?: string | undefined;
  state?: 'on' | 'left' | undefined;
  verdict?: 'met' | 'unproven' | undefined;
  due?: boolean | undefined;
}

const isOn = (value: unknown): true | undefined => (value === true || value === 'true' ? true : undefined);

export function readEntrySearch(search: RawSearch): EntryFilters & KeysetPlace {
  return { ...readList(search), state: wordOf(search, 'state', ['on', 'left']), verdict: wordOf(search, 'verdict', ['met', 'unproven']), due: isOn(search['due']) };
}

export interface FindingFilters {
  kind?: CareFindingKind | undefined;
  open?: boolean | undefined;
}

export function readFindingSearch(search: RawSearch): FindingFilters & KeysetPlace {
  const { cursor, page } = readList(search);
  return { cursor, page, kind: wordOf(search, 'kind', careFindingKinds), open: isOn(search['open']) };
}
