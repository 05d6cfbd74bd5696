import type { Comparison } from '#domain';

/** The operators the compiler writes; injectable for the same reason as `Semantics` of the evaluator: planted faults. */
export interface SqlSemantics {
  compare: Readonly<Record<Comparison, string>>;
  and: string;
  or: string;
  /** Wraps every leaf that may be null. A null must stay null: SQL's three values are those of the rule. */
  leaf: (sql: string) => string;
  /** What "all" says of a collection without rows. */
  emptyAll: Readonly<Record<'unknown' | 'empty', string>>;
}

export const SQL_SEMANTICS: SqlSemantics = {
  compare: { '=': '=', '!=': '<>', '<': '<', '<=': '<=', '>': '>', '>=': '>=' },
  and: ' and ',
  or: ' or ',
  leaf: (sql) => sql,
  emptyAll: { unknown: 'null', empty: 'true' },
};
