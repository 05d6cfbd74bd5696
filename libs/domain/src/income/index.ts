export * from './compute-income.js';
export * from './income-items.js';
