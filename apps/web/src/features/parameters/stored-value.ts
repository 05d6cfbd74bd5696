import type { components } from '../../api/generated/schema.js';
import type { Parameter, ParameterValue } from './use-parameters.js';

/** What somebody types for a value. */
export interface ValueForm {
  amount?: number;
  text?: string;
  year?: number;
  basis?: string;
  subject?: string;
  effectiveFrom: string;
  effectiveTo?: string;
  source: string;
  note?: string;
}

const hundredfold: ReadonlySet<Parameter['type']> = new Set(['money_fen', 'basis_points']);

/** Yuan and percent as people write them become fen and basis points; everything else is as it was typed. */
export function storedValue({ type }: Parameter, { amount, text, ...values }: ValueForm): Omit<components['schemas']['SetParameterRequest'], 'version'> {
  const qualifiers = { year: values.year ?? null, basis: values.basis ?? null, subject: values.subject ?? null, effectiveTo: values.effectiveTo || null, note: values.note?.trim() || null };
  const number = amount === undefined ? null : hundredfold.has(type) ? Math.round(amount * 100) : amount;
  return { ...qualifiers, ...(text === undefined ? {} : { text }), value: number, effectiveFrom: values.effectiveFrom, source: values.source.trim() };
}

/** Newest version of the same key that the writer has seen; 0 when there is none, so that two writers do not overwrite one another. */
export function versionSeen(history: readonly ParameterValue[], { year, basis, subject }: ValueForm): number {
  const same = history.filter((value) => value.year === (year ?? null) && value.basis === (basis ?? null) && value.subject === (subject ?? null) && value.division === null);
  return Math.max(0, ...same.map(({ version }) => version));
}
