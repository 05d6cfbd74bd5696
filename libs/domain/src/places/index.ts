export * from './distance.js';
export * from './house-position.js';
