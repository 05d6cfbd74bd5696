export * from './catalogue.js';
export * from './field.js';
export * from './headings.js';
export * from './layouts.js';
export type { FieldFault, FieldValues } from './field-fault.js';
export * from './validate.js';
export type { FieldValue } from './validate-type.js';
