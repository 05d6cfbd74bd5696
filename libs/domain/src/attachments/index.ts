export * from './chunks.js';
export * from './kinds.js';
