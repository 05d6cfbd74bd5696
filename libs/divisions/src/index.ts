export * from './published/index.js';
export * from './seed/index.js';
