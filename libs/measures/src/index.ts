export { MeasuresModule } from './measures.module.js';
export { EntitlementJudge, EntitlementJudges, type EntitlementJudgement } from './entitlement-judge.js';
export { MeasureReader, type MeasureSnapshot, type MeasureVersion } from './catalogue/measure-reader.js';
