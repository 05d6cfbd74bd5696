import type { FactCatalogue, FactLevel, ParameterValues } from '#domain';
import type { SqlBinder } from './sql-binder.js';
import type { SqlSemantics } from './sql-semantics.js';

/** Where the rows of a collection are read: a table, view or CTE and the columns it shares with the outer row. */
export interface RelatedRelation {
  relation: string;
  join: readonly string[];
}

/** What is counted of the rows of a collection: enough for every quantifier. Each is an SQL expression. */
export interface QuantifierParts {
  /** Number of rows. */
  readonly rows: string;
  readonly anyTrue: string;
  readonly anyFalse: string;
  /** No row is unknown; null over no rows. */
  readonly allKnown: string;
  /** Rows of which the condition surely holds, and those of which it possibly does. */
  readonly sure: string;
  readonly possible: string;
}

/**
 * Rows that the statement itself has counted beforehand, household by household, and joined to the row: for statements over many
 * rows, where one look-up a row costs more than one pass. `where` gives the condition over a row under an alias.
 */
export interface RelatedParts {
  readonly parts: (where: (rowAlias: string) => string) => QuantifierParts;
}

/** Parameters as values of this statement, or as columns of a relation joined under an alias (lines by year and division). */
export type ParameterSource = { values: ParameterValues } | { alias: string };

export interface RuleSqlOptions {
  catalogue: FactCatalogue;
  level: FactLevel;
  /** Alias of the row whose columns are the facts of the level. */
  alias: string;
  /** By collection name. A collection without relation leaves its conditions unproven, as in `evaluate`. */
  related?: Readonly<Record<string, RelatedRelation | RelatedParts>>;
  parameters: ParameterSource;
  /** Share one to compile several expressions into one statement. */
  binder?: SqlBinder;
}

/** What the compiling functions pass down. */
export interface CompileContext extends RuleSqlOptions {
  binder: SqlBinder;
  semantics: SqlSemantics;
}

/**
 * An identifier that may stand in SQL as it is; dotted for a relation with its schema.
 * @throws Error for anything else: names come from the catalogue and from code, never from a request
 */
export function identifier(name: string, pattern = /^[a-z_][a-z0-9_]{0,62}$/): string {
  if (!pattern.test(name)) throw new Error(`not a plain SQL identifier: ${name}`);
  return name;
}

export function relationName(name: string): string {
  return identifier(name, /^(?:[a-z_][a-z0-9_]{0,62}\.)?[a-z_][a-z0-9_]{0,62}$/);
}

/** `alias.column`. */
export function column(alias: string, name: string): string {
  return `${identifier(alias)}.${identifier(name)}`;
}
