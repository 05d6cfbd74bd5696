export * from './catalogue.js';
export * from './field.js';
export * from './headings.js';
export * from './layouts.js';
export * from './validate.js';
export type { FieldValue } from './validate-type.js';
