export * from './code-list.js';
export * from './code-lists.js';
export * from './household-status.js';
