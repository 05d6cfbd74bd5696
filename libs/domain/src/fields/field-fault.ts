import type { FieldValue } from './validate-type.js';

/** What is wrong with one field, in words that can stand beside it. */
export interface FieldFault {
  readonly field: string;
  readonly fault: string;
  readonly zh: string;
  readonly en: string;
}

export type FieldValues = Record<string, FieldValue>;
