import { comparisonRegisters, formatFen, type FindingOriginKind } from '#domain';

/** What a finding keeps of its origin: the values of the day on which it was raised. */
export interface OriginCopy {
  readonly kind: FindingOriginKind;
  /** Names the origin so that it is found again. */
  readonly ref: string;
  /** Check, register or screen. */
  readonly code: string | null;
  /** Village of a household; the division of a letter or of a group of a screen. */
  readonly divisionCode: string;
  readonly householdId: string | null;
  readonly memberId: string | null;
  readonly label: string;
  readonly shown: readonly ShownValue[];
  readonly vals: Readonly<Record<string, unknown>>;
  readonly severity: 'E' | 'W';
  /** Words for a finding of which nothing else is said; null where a person has to find them. */
  readonly title: string | null;
  readonly basis: string | null;
}

export interface ShownValue {
  readonly label: string;
  readonly text: string;
}

/** A value in words. Amounts are fen; absent is a dash. */
export function valueText(value: unknown, type: string): string {
  if (value === null || value === undefined || value === '') return '—';
  if ((type === 'money_fen' || type === 'fen') && typeof value === 'number') return `${formatFen(value)}元`;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return value.map((part) => valueText(part, type)).join('、');
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number);
}

/** What a department's list says of a person, column by column, with the names of its codes. */
export function listedValues(registerCode: string, detail: Readonly<Record<string, unknown>>): ShownValue[] {
  const columns = comparisonRegisters.find(({ code }) => code === registerCode)?.columns ?? [];
  return columns.filter(({ name }) => detail[name] !== undefined && detail[name] !== null).map((column) => {
    const value = detail[column.name];
    const item = column.codes.find(({ code }) => code === value);
    return { label: column.zh, text: item?.zh ?? valueText(value, column.type) };
  });
}
