export * from './figures.js';
export * from './seed-report.js';
export * from './verify-seeds.js';
