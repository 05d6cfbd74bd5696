export * from './check-catalogue.js';
export * from './check-definition.js';
export * from './check-problems.js';
export * from './check-sql.js';
