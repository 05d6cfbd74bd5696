import { findField, parseCaseId, problem, validateFields, type CaseId, type FieldEntity, type Values } from '#domain';
import { mask } from '#households';
import { payloadFault } from './operation-handler.js';

type Payload = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object of the payload, or an empty one when it is absent. @throws `validation` */
export function objectOf(payload: Payload, key: string): Values {
  const value = payload[key];
  if (value === undefined) return {};
  if (!isObject(value)) throw payloadFault(key, 'object');
  return value;
}

export function textOf(payload: Payload, key: string, maxLength: number): string | undefined {
  const value = payload[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string' || value.length > maxLength) throw payloadFault(key, 'text');
  return value;
}

export function caseIdOf(payload: Payload, key: string): CaseId {
  const value = payload[key];
  const id = typeof value === 'string' ? parseCaseId(value) : undefined;
  if (!id) throw payloadFault(key, 'id');
  return id;
}

/** @throws `validation` when the payload holds anything else */
export function onlyKeys(payload: Payload, keys: readonly string[]): void {
  const unknown = Object.keys(payload).filter((key) => !keys.includes(key));
  if (unknown.length > 0) throw problem('validation', { fields: unknown.map((key) => ({ field: `payload.${key}`, faults: ['unknown'] })) });
}

/** Every value is checked before the merge, so that nothing invalid can wait as contested. @throws `validation` */
export function checkedFields(entity: FieldEntity, values: Values, except: readonly string[], at = 'payload.values'): Values {
  const { values: checked, faults } = validateFields(entity, values, { partial: true, except });
  // Two fields that only hold together with what is recorded are judged by the service that knows it.
  const own = faults.filter(({ field }) => field in values);
  if (own.length > 0) throw problem('validation', { fields: own.map(({ field, fault, zh, en }) => ({ field: `${at}.${field}`, faults: [fault], zh, en })) });
  return checked;
}

/** How a value is shown once it is recorded. */
export function shownValue(entity: FieldEntity): (key: string, value: unknown) => unknown {
  return (key, value) => {
    const field = findField(entity, key);
    return field?.encrypted && typeof value === 'string' ? mask(field, value) : value;
  };
}
