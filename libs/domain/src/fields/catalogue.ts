import type { Field, FieldEntity } from './field.js';
import { householdYearFields } from './household-year.fields.js';
import { householdFields } from './household.fields.js';
import { memberYearFields } from './member-year.fields.js';
import { memberFields } from './member.fields.js';

/** Every recorded field of a household, a person and their years: the one source of columns, import, export, validation and pages. */
export const fieldCatalogue: readonly Field[] = [...householdFields, ...householdYearFields, ...memberFields, ...memberYearFields];

const byKey = new Map(fieldCatalogue.map((entry) => [`${entry.entity}.${entry.key}`, entry]));

/** All fields of one entity, in the order of the catalogue. */
export function fieldsOf(entity: FieldEntity): Field[] {
  return fieldCatalogue.filter((entry) => entry.entity === entity);
}

/** The field, or undefined when the catalogue has none of that name. */
export function findField(entity: FieldEntity, key: string): Field | undefined {
  return byKey.get(`${entity}.${key}`);
}
