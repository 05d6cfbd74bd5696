export * from './check-measure.js';
export * from './measure.js';
export * from './standing.js';
