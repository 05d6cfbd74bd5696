export * from './check-measure.js';
export * from './entitlements-of.js';
export * from './judging-measure.js';
export * from './measure.js';
export * from './needs.js';
export * from './standing.js';
