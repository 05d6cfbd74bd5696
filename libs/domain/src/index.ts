export * from './codes/index.js';
export * from './divisions/index.js';
export * from './identity/index.js';
export * from './permissions/index.js';
export * from './problems/index.js';
export * from './time/index.js';
export * from './values/index.js';
