export { ChecksModule } from './checks.module.js';
export { CheckCatalogue } from './catalogue/check-catalogue.js';
export type { CheckVersionRow } from './catalogue/check-version.queries.js';
export { CheckHits, type HitFilter } from './hits/check-hits.js';
export type { HitRow } from './hits/hit.queries.js';
export { CheckRuns, type NewRun, type RunWithResults } from './run/check-runs.service.js';
export { CheckRunner } from './run/check-runner.js';
export type { CheckResultRow, CheckRunRow } from './run/run.queries.js';
