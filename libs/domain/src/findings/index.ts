export * from './colour.js';
export * from './deadline.js';
export * from './finding-machine.js';
export * from './finding-terms.js';
