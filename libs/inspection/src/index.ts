export * from './comparisons/index.js';
export { InspectionModule } from './inspection.module.js';
export * from './questions/index.js';
export * from './samples/index.js';
