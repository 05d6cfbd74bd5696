import { isPhone, normaliseBankAccount, normaliseName, normalisePhone } from '../identity/masking.js';
import { fieldsOf, findField } from './catalogue.js';
import type { Field, FieldEntity } from './field.js';
import type { FieldFault, FieldValues } from './field-fault.js';
import { checkDocuments } from './validate-documents.js';
import { checkType, type FieldValue } from './validate-type.js';

export interface FieldCheck {
  /** Normalised values of the fields that were given and are valid. */
  readonly values: FieldValues;
  readonly faults: FieldFault[];
}

export interface FieldCheckOptions {
  /** Only some fields are given (a correction); required fields may be absent but not emptied. */
  readonly partial?: boolean;
  /** Fields that may not be written in this place although they exist. */
  readonly except?: readonly string[];
  /** What holds already, for checks that look at two fields at once. */
  readonly current?: Readonly<Record<string, unknown>>;
}

/**
 * Checks what a person, a device or a file wants to record against the field catalogue. Unknown, computed and excluded
 * fields are refused, never dropped. Names, telephones, accounts and document numbers come back in their one normal form;
 * an empty text comes back as null. Pure: dates in the future are the caller's business.
 */
export function validateFields(entity: FieldEntity, given: Readonly<Record<string, unknown>>, options: FieldCheckOptions = {}): FieldCheck {
  const values: FieldValues = {};
  const faults: FieldFault[] = [];
  for (const key of Object.keys(given)) {
    const field = findField(entity, key);
    const checked = field ? (refusal(field, options) ?? checkValue(field, given[key])) : { fault: 'unknown', zh: '没有这个字段', en: 'no such field' };
    if ('fault' in checked) faults.push({ field: key, ...checked });
    else values[key] = checked.value;
  }
  if (!options.partial) faults.push(...missing(entity, given, options));
  if (entity === 'member') faults.push(...checkDocuments(values, options.current ?? {}));
  return { values, faults };
}

function refusal(field: Field, options: FieldCheckOptions): Omit<FieldFault, 'field'> | null {
  if (field.derived) return { fault: 'derived', zh: `“${field.zh}”由系统计算，不能填写`, en: `"${field.en}" is computed and cannot be written` };
  if (options.except?.includes(field.key)) return { fault: 'protected', zh: `“${field.zh}”不能在此修改`, en: `"${field.en}" cannot be changed here` };
  return null;
}

function missing(entity: FieldEntity, given: Readonly<Record<string, unknown>>, options: FieldCheckOptions): FieldFault[] {
  return fieldsOf(entity)
    .filter((field) => field.required && !options.except?.includes(field.key) && given[field.key] === undefined)
    .map((field) => ({ field: field.key, ...required(field) }));
}

type Checked = { readonly value: FieldValue } | Omit<FieldFault, 'field'>;

const required = (field: Field) => ({ fault: 'required', zh: `请填写“${field.zh}”`, en: `"${field.en}" is required` });

function checkValue(field: Field, given: unknown): Checked {
  const checked = given === null || given === undefined ? { value: null } : checkType(field, given);
  if ('fault' in checked) return { fault: checked.fault, zh: `“${field.zh}”${checked.zh}`, en: `"${field.en}" ${checked.en}` };
  const value = normalise(field, checked.value);
  if (value === null && field.required) return required(field);
  return shape(field, value) ?? { value };
}

function normalise(field: Field, value: FieldValue): FieldValue {
  if (typeof value !== 'string') return value;
  const text = field.key === 'name' ? normaliseName(value) : field.key === 'phone' ? normalisePhone(value) : field.key === 'bankAccountNo' ? normaliseBankAccount(value) : value;
  return text === '' ? null : text;
}

function shape(field: Field, value: FieldValue): Omit<FieldFault, 'field'> | null {
  if (typeof value !== 'string') return null;
  if (field.key === 'phone' && !isPhone(value)) return { fault: 'phone', zh: `“${field.zh}”不是有效的电话号码`, en: `"${field.en}" is not a telephone number` };
  if (field.key === 'bankAccountNo' && !/^[0-9]{8,30}$/.test(value)) return { fault: 'account', zh: `“${field.zh}”应为8到30位数字`, en: `"${field.en}" must have 8 to 30 digits` };
  return null;
}
