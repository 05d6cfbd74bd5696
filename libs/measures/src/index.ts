export { MeasuresModule } from './measures.module.js';
export { EntitlementJudge, EntitlementJudges, type EntitlementJudgement } from './entitlement-judge.js';
export { MeasureReader, type MeasureSnapshot, type MeasureVersion } from './catalogue/measure-reader.js';
export { MeasureStore } from './catalogue/measure-store.js';
export type { MeasureVersionRow } from './catalogue/measure.queries.js';
export { MeasureParams, MeasureVersionResponse } from './catalogue/measures.dto.js';
