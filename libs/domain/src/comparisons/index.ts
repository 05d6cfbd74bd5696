export * from './register-catalogue.js';
export type { ComparisonRegister, RegisterCode, RegisterColumn, RegisterColumnType } from './register-column.js';
