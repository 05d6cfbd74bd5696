import { readPlace, type KeysetPlace } from '../../../ui/keyset.js';
import { textOf, wordOf, type RawSearch } from '../../../ui/search-params.js';

/** What people look for in the log, in the order of the choice. */
export const auditOps = ['EXPORT', 'DOWNLOAD', 'UNMASK', 'READ', 'REFUSED', 'LOGIN', 'LOGIN_FAILED', 'LOGOUT', 'INSERT', 'UPDATE', 'DELETE', 'JUDGE', 'CHECK', 'COMPARE', 'IMPORT', 'UNDO', 'AGREE', 'REFUSE', 'CANCEL'] as const;
export type AuditOp = (typeof auditOps)[number];

export interface LogSearch extends KeysetPlace {
  county?: string | undefined;
  op?: AuditOp | undefined;
  actor?: string | undefined;
  from?: string | undefined;
}

const matching = (text: string | undefined, pattern: RegExp) => (text !== undefined && pattern.test(text) ? text : undefined);

export function readLogSearch(search: RawSearch): LogSearch {
  return {
    county: matching(textOf(search, 'county', 6), /^[0-9]{6}$/), op: wordOf(search, 'op', auditOps), actor: matching(textOf(search, 'actor', 36), /^[0-9a-f-]{36}$/), from: matching(textOf(search, 'from', 10), /^\d{4}-\d{2}-\d{2}$/), ...readPlace(search),
  };
}
