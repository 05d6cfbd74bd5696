export { quantifierParts } from './compile-quantifier.js';
export type { ParameterSource, QuantifierParts, RelatedParts, RelatedRelation, RuleSqlOptions } from './compile-context.js';
export * from './rule-to-sql.js';
export * from './sql-binder.js';
export * from './sql-semantics.js';
