export { columnDifferences, type AuditImages, type ColumnDifference } from './column-differences.js';
export { columnName, isShownColumn } from './column-names.js';
export { chainStates, recordKindNames, recordKinds, recordSources, type ChainState, type RecordKind, type RecordSource } from './record-kinds.js';
export { replayRule, type ReplayedRule, type ReplayGround } from './replay.js';
