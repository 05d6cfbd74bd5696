export * from './division-code.js';
export * from './boundary.js';
