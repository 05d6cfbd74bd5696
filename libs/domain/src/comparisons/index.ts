export * from './list-columns.js';
export * from './list-values.js';
export * from './listed-person.js';
export * from './match-terms.js';
export * from './register-catalogue.js';
export type { ComparisonRegister, RegisterCode, RegisterColumn, RegisterColumnType } from './register-column.js';
