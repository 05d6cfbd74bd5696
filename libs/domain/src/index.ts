export * from './codes/index.js';
export * from './divisions/index.js';
export * from './problems/index.js';
export * from './values/index.js';
