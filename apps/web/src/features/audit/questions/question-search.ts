import type { RawSearch } from '../../../ui/search-params.js';

export interface QuestionSearch {
  /** The question as it was asked; read and checked by the page. */
  d?: Record<string, unknown> | undefined;
  /** Compared by year. */
  years?: true | undefined;
}

export function readQuestionSearch(search: RawSearch): QuestionSearch {
  const { d } = search;
  const given = typeof d === 'object' && d !== null && !Array.isArray(d) && JSON.stringify(d).length < 20_000 ? (d as Record<string, unknown>) : undefined;
  return { d: given, ...(search['years'] === true ? { years: true } : {}) };
}
