import type { CodeListName } from '../codes/code-lists.js';

export type FieldEntity = 'household' | 'householdYear' | 'member' | 'memberYear';

/**
 * - `boolean` is three-valued: true, false, null = not recorded.
 * - `decimal` is a quantity with two decimals (mu, m², km). `fen` is money in integer fen.
 * - `month` is 'YYYY-MM', `date` is 'YYYY-MM-DD', `year` an integer.
 * - `position` is where a house stands, written by `writeHousePosition`.
 * - `codes` is a list of codes of one code list, in the order in which they were given.
 */
export type FieldType = 'text' | 'integer' | 'decimal' | 'boolean' | 'date' | 'month' | 'year' | 'code' | 'codes' | 'fen' | 'division' | 'position';

export type FieldGroup = 'basic' | 'status' | 'cause' | 'relocation' | 'production' | 'living' | 'assurance' | 'income' | 'work' | 'health' | 'education' | 'insurance';

/** Kind of personal data; drives masking, encryption and what a public notice may show. */
export type Sensitivity = 'identity' | 'phone' | 'bank' | 'health' | 'place';

export interface Field {
  readonly key: string;
  readonly column: string;
  readonly entity: FieldEntity;
  readonly type: FieldType;
  readonly group: FieldGroup;
  readonly zh: string;
  readonly en: string;
  readonly codeList?: CodeListName;
  /** Column of the national system, e.g. AAC306. */
  readonly nationalColumn?: string;
  readonly required: boolean;
  /** Headings under which the field is met in files besides `zh`. */
  readonly headings: readonly string[];
  readonly unit?: 'mu' | 'm2' | 'km' | 'months' | 'persons' | 'head' | 'fen';
  readonly sensitive?: Sensitivity;
  /** Stored as ciphertext in `<column>_enc`; only the masked form leaves the server without a purpose. */
  readonly encrypted: boolean;
  /** Computed from other fields; files may carry it, it is compared and not written. */
  readonly derived: boolean;
  readonly maxLength?: number;
}

export interface FieldOptions {
  column?: string;
  codeList?: CodeListName;
  national?: string;
  required?: boolean;
  headings?: readonly string[];
  unit?: Field['unit'];
  sensitive?: Sensitivity;
  encrypted?: boolean;
  derived?: boolean;
  maxLength?: number;
}

/** camelCase to snake_case: `housingM2` becomes `housing_m2`. */
export function snakeCase(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

type Definition = readonly [key: string, type: FieldType, zh: string, en: string, options?: FieldOptions];

/** Builds the fields of one entity and group from short rows. */
export function defineFields(entity: FieldEntity, group: FieldGroup, rows: readonly Definition[]): Field[] {
  return rows.map(([key, type, zh, en, options = {}]) => ({
    key,
    column: options.column ?? snakeCase(key) + (type === 'fen' ? '_fen' : ''),
    entity,
    type,
    group,
    zh,
    en,
    codeList: options.codeList,
    nationalColumn: options.national,
    required: options.required ?? false,
    headings: options.headings ?? [],
    unit: options.unit ?? (type === 'fen' ? 'fen' : undefined),
    sensitive: options.sensitive,
    encrypted: options.encrypted ?? false,
    derived: options.derived ?? false,
    maxLength: options.maxLength ?? (type === 'text' ? 200 : undefined),
  }));
}
