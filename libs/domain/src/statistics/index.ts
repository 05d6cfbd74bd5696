export * from './estimate.js';
export * from './interval.js';
