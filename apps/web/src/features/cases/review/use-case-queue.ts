import { useQuery } from '@tanstack/react-query';
import { caseListQuery } from '../cases.api.js';

export interface CaseQueuePlace {
  /** 1-based; null when the case does not wait for me. */
  readonly position: number | null;
  readonly total: number;
  readonly before: string | null;
  readonly after: string | null;
}

/** The first page of my to-dos, and where in it this case is. */
export function useCaseQueue(current: string): CaseQueuePlace {
  const ids = (useQuery(caseListQuery({ box: 'todo', limit: 50 })).data?.items ?? []).map((item) => item.id);
  const index = ids.indexOf(current);
  return { position: index < 0 ? null : index + 1, total: ids.length, before: ids[index - 1] ?? null, after: index < 0 ? (ids[0] ?? null) : (ids[index + 1] ?? null) };
}
