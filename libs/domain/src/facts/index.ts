export * from './area-facts.js';
export * from './catalogue.js';
export * from './fact-definition.js';
export * from './household-facts.js';
export * from './member-facts.js';
export * from './parameter-definitions.js';
export * from './village-services.js';
