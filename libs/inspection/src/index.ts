export * from './comparisons/index.js';
export { InspectionModule } from './inspection.module.js';
export * from './questions/index.js';
export * from './samples/index.js';
export { CheckCatalogue, CheckHits, CheckRunner, CheckRuns, type CheckResultRow, type CheckRunRow, type CheckVersionRow, type HitFilter, type HitRow, type NewRun, type RunWithResults } from './checks/index.js';
