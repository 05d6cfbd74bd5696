export * from './comparisons/index.js';
export { InspectionModule } from './inspection.module.js';
export * from './questions/index.js';
export * from './samples/index.js';
export { CheckCatalogue, CheckHits, CheckRunner, CheckRuns, type CheckResultRow, type CheckRunRow, type CheckVersionRow, type HitFilter, type HitRow, type NewRun, type RunWithResults } from './checks/index.js';
export { FindingReader } from './findings/finding-reader.js';
export { ScreenReader, type ScreenAnswer } from './screens/screen-reader.js';
export { figureText, testText } from './screens/screen-words.js';
