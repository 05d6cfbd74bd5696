import { formatBasisPoints, formatCount, formatYuan } from '../../i18n/format.js';
import type { zh } from '../../i18n/zh/index.js';
import type { Parameter, ParameterValue } from './use-parameters.js';

type Unit = keyof typeof zh.parameters.unit;
const units: Readonly<Partial<Record<Parameter['type'], Unit>>> = { money_fen: 'yuan', days: 'days', months: 'months', years: 'years', count: 'count' };

/** Amount as written by people, with the key of its unit; null for a value that was taken back. */
export function readValue(type: Parameter['type'], value: ParameterValue): { amount: string; unit: Unit | null } | null {
  if (value.text !== null) return { amount: value.text, unit: null };
  if (value.value === null) return null;
  if (type === 'money_fen') return { amount: formatYuan(value.value), unit: 'yuan' };
  if (type === 'basis_points') return { amount: formatBasisPoints(value.value), unit: null };
  return { amount: formatCount(value.value), unit: units[type] ?? null };
}
