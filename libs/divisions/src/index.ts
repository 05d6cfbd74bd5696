export * from './calendar/holiday-reader.js';
export * from './divisions.module.js';
export * from './parameters/parameter-reader.js';
export * from './published/index.js';
export * from './seed/index.js';
export type { DivisionRow } from './tree/divisions.queries.js';
export * from './tree/division-reader.js';
