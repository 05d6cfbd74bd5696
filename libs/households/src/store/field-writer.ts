import { Injectable } from '@nestjs/common';
import { findField, maskBankAccount, maskIdNumber, maskPhone, problem, validateFields, type Field, type FieldCheckOptions, type FieldEntity, type FieldFault, type FieldValues } from '#domain';
import { CryptoProvider } from '#platform';
import type { StoredRow } from './columns.js';
import { nameInitials } from './name-initials.js';
import { tableOf } from './columns.js';

/** Checks values against the catalogue and throws `validation` with one entry per faulty field. `at` names the place in a list. */
export function checkedValues(entity: FieldEntity, given: Readonly<Record<string, unknown>>, options: FieldCheckOptions & { at?: string } = {}): FieldValues {
  const { values, faults } = validateFields(entity, given, options);
  if (faults.length > 0) throw invalid(faults, options.at);
  return values;
}

/** `validation` problem of these faults. */
export function invalid(faults: readonly FieldFault[], at = 'values') {
  return problem('validation', { fields: faults.map(({ field, fault, zh, en }) => ({ field: `${at}.${field}`, faults: [fault], zh, en })) });
}

/** Turns checked values into columns: encrypts, masks, indexes. The one place where a sensitive value meets its row. */
@Injectable()
export class FieldWriter {
  constructor(private readonly crypto: CryptoProvider) {}

  /** Columns of the given values for the row `rowId`. */
  columns(entity: FieldEntity, rowId: string, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
    const columns: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(values)) {
      const field = findField(entity, key);
      if (!field) throw new Error(`no field ${entity}.${key}`);
      if (field.encrypted) Object.assign(columns, this.encrypted(field, rowId, value as string | null));
      else columns[field.column] = value;
    }
    if (entity === 'member' && typeof values['name'] === 'string') columns['name_initials'] = nameInitials(values['name']);
    if (entity === 'household' && 'phone' in values) columns['phone_last4'] = (values['phone'] as string | null)?.slice(-4) ?? null;
    if (entity === 'member' && 'idNo' in values) {
      columns['id_no_bidx'] = values['idNo'] === null ? null : this.identityHash(values['idType'], values['idNo'] as string);
    }
    return columns;
  }

  /**
   * Keyed hash under which a person is registered. A disability certificate begins with the resident number, so both
   * documents of one person have the same hash; other documents live in a space of their own.
   */
  identityHash(idType: unknown, idNo: string): string {
    return idType === 'OTHER' ? this.crypto.blindIndex('other-document', idNo) : this.crypto.blindIndex('resident-id', idNo.slice(0, 18));
  }

  /** Plain text of one encrypted field of a stored row; null when nothing is recorded. */
  reveal(field: Field, rowId: string, row: StoredRow): string | null {
    const stored = row[`${field.column}_enc`];
    return typeof stored === 'string' ? this.crypto.decrypt(tableOf[field.entity], field.column, rowId, stored) : null;
  }

  /** Encrypted columns of `row` for a new row `newId`: ciphertext is bound to its row and cannot simply be copied. */
  rebind(entity: FieldEntity, row: StoredRow, fields: readonly Field[], ids: { from: string; to: string }): Record<string, unknown> {
    const columns: Record<string, unknown> = {};
    for (const field of fields.filter((candidate) => candidate.encrypted)) {
      const plain = this.reveal(field, ids.from, row);
      columns[`${field.column}_enc`] = plain === null ? null : this.crypto.encrypt(tableOf[entity], field.column, ids.to, plain);
    }
    return columns;
  }

  private encrypted(field: Field, rowId: string, value: string | null): Record<string, unknown> {
    return {
      [`${field.column}_enc`]: value === null ? null : this.crypto.encrypt(tableOf[field.entity], field.column, rowId, value),
      [`${field.column}_masked`]: value === null ? null : mask(field, value),
    };
  }
}

/** Masked form of a sensitive value, by its kind. */
export function mask(field: Field, value: string): string {
  if (field.sensitive === 'phone') return maskPhone(value);
  if (field.sensitive === 'bank') return maskBankAccount(value);
  return maskIdNumber(value);
}
