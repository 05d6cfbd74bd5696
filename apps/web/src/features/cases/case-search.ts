import { caseStatuses, type CaseStatus } from '#domain';
import { readPlace, type KeysetPlace } from '../../ui/keyset.js';
import { textOf, wordOf, type RawSearch } from '../../ui/search-params.js';

export const boxes = ['todo', 'mine', 'done', 'copied'] as const;
export type Box = (typeof boxes)[number];

export interface TodoSearch extends KeysetPlace {
  box?: Box | undefined;
  /** Only what passed the automatic checks: what may be agreed to together. */
  checks?: 'passed' | undefined;
}

export function readTodoSearch(search: RawSearch): TodoSearch {
  return { box: wordOf(search, 'box', boxes), checks: wordOf(search, 'checks', ['passed']), ...readPlace(search) };
}

export interface CaseFilters {
  pack?: string | undefined;
  status?: CaseStatus | undefined;
  division?: string | undefined;
}

export function readCaseSearch(search: RawSearch): CaseFilters & KeysetPlace {
  const [pack, division] = [textOf(search, 'pack', 40), textOf(search, 'division', 12)];
  return {
    pack: pack && /^[a-z][a-z0-9_]*$/.test(pack) ? pack : undefined, division: division && /^[0-9]+$/.test(division) ? division : undefined,
    status: wordOf(search, 'status', caseStatuses), ...readPlace(search),
  };
}
