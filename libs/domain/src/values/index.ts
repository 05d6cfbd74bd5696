export * from './canonical-json.js';
export * from './case-id.js';
export * from './money.js';
export * from './uuid-v7.js';
