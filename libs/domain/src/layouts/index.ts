export { CellKind, reason as cellReason, type CellFault, type Reason as CellReason } from './cell.js';
export * from './column-target.js';
export { parseCell, type ParsedCell } from './parse-cell.js';
export * from './read-row.js';
export * from './recognise.js';
export * from './recognition.js';
export { type PlaceLevel, type RowReading } from './row-reading.js';
