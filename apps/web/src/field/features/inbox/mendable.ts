import { findField, type Field, type FieldEntity, type OperationKind } from '#domain';
import type { Reason } from '../../store/types.js';

type Payload = Readonly<Record<string, unknown>>;

/** A value of refused work that can be mended in place. */
export interface MendableField {
  /** Where it stands in the payload. */
  readonly path: readonly string[];
  /** Field of the catalogue; null for words of an operation, named by `name`. */
  readonly field: Field | null;
  readonly name: string;
  readonly value: unknown;
  /** The server named it as what is wrong. */
  readonly faulty: boolean;
}

const entityOf: Readonly<Partial<Record<OperationKind, FieldEntity>>> = { 'household.correct': 'household', 'member.correct': 'member', 'year.correct': 'householdYear', 'household.event': 'member' };
/** Words and days of an operation beside recorded fields. */
export const wordNames = ['description', 'note', 'notes', 'on', 'deliveredBy', 'occurredOn', 'reason', 'statement'] as const;
export type WordName = (typeof wordNames)[number];

const isObject = (value: unknown): value is Payload => typeof value === 'object' && value !== null && !Array.isArray(value);
const known = (entity: FieldEntity | undefined, key: string): Field | undefined => (entity ? findField(entity, key) : undefined);

/** Which word of an operation a refusal is about, where the server names no field. */
const faultOf: Readonly<Record<string, WordName>> = {
  'assignment.delivered-before-approval': 'on', 'help.in-future': 'on', 'visit.in-future': 'on',
};

/** What can be mended where the reason is shown; work of other shapes is done again in its own form. Faulty ones first. */
export function mendable(kind: OperationKind, payload: Payload, reason: Pick<Reason, 'code' | 'fields'> | null): MendableField[] {
  const word = faultOf[reason?.code ?? ''];
  const named = new Set((reason?.fields ?? []).flatMap((fault) => (isObject(fault) && typeof fault['field'] === 'string' ? [fault['field'].replace(/^payload\./, '')] : [])));
  const values = isObject(payload['values']) ? payload['values'] : {};
  const fields = Object.entries(values).flatMap(([key, value]): MendableField[] => {
    const field = known(entityOf[kind], key);
    return field ? [{ path: ['values', key], field, name: key, value, faulty: named.has(`values.${key}`) || named.has(key) }] : [];
  });
  const words = wordNames.flatMap((name): MendableField[] => (typeof payload[name] === 'string' ? [{ path: [name], field: null, name, value: payload[name], faulty: named.has(name) || name === word }] : []));
  return [...fields, ...words].sort((left, right) => Number(right.faulty) - Number(left.faulty));
}

/** The payload with another value at a place. */
export function withValue(payload: Payload, [first = '', ...rest]: readonly string[], value: unknown): Payload {
  const inner = payload[first];
  return { ...payload, [first]: rest.length === 0 ? value : withValue(isObject(inner) ? inner : {}, rest, value) };
}
