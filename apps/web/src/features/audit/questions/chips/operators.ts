import type { Field } from '../questions.api.js';

/** Operators as the rule language has them; the words depend on what is compared. */
export type OperatorName = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'between' | 'in' | 'notIn' | 'contains' | 'null' | 'notNull';

const keys = { '=': 'is', '!=': 'isNot', '<': 'below', '<=': 'atMost', '>': 'above', '>=': 'atLeast', between: 'between', in: 'in', notIn: 'notIn', contains: 'contains', null: 'unknown', notNull: 'known' } as const;

/** Key of the words of an operator beside a field. */
export function operatorKey(field: Pick<Field, 'type' | 'unit'>, operator: string) {
  const key = keys[operator as OperatorName];
  return field.type === 'date' || field.unit === 'year' ? (`questions.dayOperator.${key}` as const) : (`questions.operator.${key}` as const);
}

/** What one usually asks of a field of this type. */
export function firstOperator({ type }: Pick<Field, 'type'>): OperatorName {
  const usual: Readonly<Record<string, OperatorName>> = { money_fen: '<', integer: '>=', date: '>=', code: 'in', codes: 'contains', boolean: '=' };
  return usual[type] ?? '=';
}

export function firstValue({ type }: Pick<Field, 'type'>): unknown {
  return type === 'boolean' ? true : type === 'date' ? { daysBefore: 90 } : undefined;
}

export const isList = (operator: string): boolean => operator === 'in' || operator === 'notIn';
export const hasValue = (operator: string): boolean => operator !== 'null' && operator !== 'notNull';

/** Whether a condition says all that it must: nothing is sent that the server would refuse. */
export function isComplete(operator: string, value: unknown): boolean {
  if (!hasValue(operator)) return true;
  const filled = (one: unknown): boolean => one !== undefined && one !== null && one !== '' && !Number.isNaN(one);
  if (isList(operator)) return Array.isArray(value) && value.length > 0;
  if (operator === 'between') return Array.isArray(value) && value.length === 2 && value.every(filled);
  return !Array.isArray(value) && filled(value);
}
