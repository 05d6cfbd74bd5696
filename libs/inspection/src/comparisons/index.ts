export { ComparisonRunner } from './comparison-runner.js';
export { ComparisonsModule } from './comparisons.module.js';
export { Comparisons, type ListStatement, type SavedList } from './comparisons.service.js';
export { MatchInbox } from './match-inbox.js';
