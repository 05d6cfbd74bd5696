import type { ProblemCode, ProblemParams } from '../problems/problem.js';
import { isTextParameter } from './parameter-definitions.js';
import type { PolicyParameter, Qualifier } from './parameter-definitions.js';

export interface ParameterKey {
  readonly year?: number | null;
  readonly division?: string | null;
  readonly basis?: string | null;
  readonly subject?: string | null;
}

export interface ParameterEntry extends ParameterKey {
  /** Integer of the parameter's type, a text for text types, or null: "not set". */
  readonly value: number | string | null;
  readonly effectiveFrom?: string | null;
  readonly effectiveTo?: string | null;
  readonly source: string;
}

export type ParameterRefusal = readonly [code: ProblemCode, params: ProblemParams];

/** Why a value may not be recorded under this definition, or undefined when it may. */
export function checkParameter(definition: PolicyParameter, entry: ParameterEntry): ParameterRefusal | undefined {
  const { name } = definition;
  const wrong = wrongQualifiers(definition, entry);
  if (wrong.length > 0) return ['parameter.wrong-key', { name, keys: wrong.join(', ') }];
  if (entry.source.trim() === '') return ['parameter.source-required', { name }];
  if (entry.effectiveFrom && entry.effectiveTo && entry.effectiveFrom >= entry.effectiveTo) return ['parameter.dates', { name }];
  return fits(definition, entry.value) ? undefined : ['parameter.out-of-range', { name, min: definition.min ?? '', max: definition.max ?? '' }];
}

function wrongQualifiers({ required, optional, bases }: PolicyParameter, entry: ParameterKey): Qualifier[] {
  const all: readonly Qualifier[] = ['year', 'division', 'basis', 'subject'];
  return all.filter((qualifier) => {
    const given = entry[qualifier] !== undefined && entry[qualifier] !== null;
    if (qualifier === 'basis' && given && bases && !bases.includes(entry.basis ?? '')) return true;
    return given ? !required.includes(qualifier) && !optional.includes(qualifier) : required.includes(qualifier);
  });
}

function fits({ type, words, min, max }: PolicyParameter, value: number | string | null): boolean {
  if (value === null) return true;
  if (isTextParameter(type)) return typeof value === 'string' && (type === 'month_day' ? isMonthDay(value) : words?.includes(value) ?? /^[\w.-]{1,80}$/.test(value));
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= (min ?? 0) && value <= (max ?? Number.MAX_SAFE_INTEGER);
}

function isMonthDay(text: string): boolean {
  return /^(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])$|^(?:0[469]|11)-(?:0[1-9]|[12]\d|30)$|^02-(?:0[1-9]|1\d|2[0-8])$/.test(text);
}
