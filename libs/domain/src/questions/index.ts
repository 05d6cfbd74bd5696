export * from './code-lists.js';
export * from './dataset-catalogue.js';
export * from './datasets.js';
export * from './describe-question.js';
export * from './drill-down.js';
export * from './question-definition.js';
export type { FieldTime, QuestionField } from './question-field.js';
export * from './relative-dates.js';
export * from './small-cells.js';
