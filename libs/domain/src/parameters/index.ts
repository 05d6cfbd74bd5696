export * from './check-parameter.js';
export * from './parameter-definitions.js';
