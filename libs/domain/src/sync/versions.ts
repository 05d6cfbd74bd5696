import { codeLists } from '../codes/code-lists.js';
import type { Operation, OperationKind } from './operation.js';

/** Shape of payloads as this build writes them. Raise it with every change of a payload, and add the step to {@link payloadSteps}. */
export const SYNC_SCHEMA_VERSION = 1;
/** Oldest shape that can still be carried over. */
export const OLDEST_SCHEMA_VERSION = 1;

/** Fingerprint of all code lists: changes by itself when a list does (FNV-1a, 8 hexadecimal digits). */
export const codeListVersion: string = fingerprint(codeLists.map((list) => `${list.name}:${list.items.map((item) => item.code).join(',')}`).join(';'));

type Payload = Readonly<Record<string, unknown>>;
/** Carries a payload of one kind from the version it is filed under to the next one. */
export type PayloadStep = (payload: Payload) => Payload;
export type PayloadSteps = Readonly<Partial<Record<OperationKind, Readonly<Record<number, PayloadStep>>>>>;

/** Steps by kind and version. A kind without a step for a version did not change with it. */
export const payloadSteps: PayloadSteps = {};

/**
 * The payload in today's shape: work that lay on a phone through an update of the server is carried over, step by step.
 * `too-old` when the shape is no longer understood, `too-new` when the server is older than the device.
 */
export function upgradePayload(
  operation: Pick<Operation, 'kind' | 'schemaVersion' | 'payload'>,
  steps: PayloadSteps = payloadSteps,
  { oldest = OLDEST_SCHEMA_VERSION, current = SYNC_SCHEMA_VERSION } = {},
): Payload | 'too-old' | 'too-new' {
  if (operation.schemaVersion > current) return 'too-new';
  if (operation.schemaVersion < oldest) return 'too-old';
  let payload = operation.payload;
  for (let version = operation.schemaVersion; version < current; version += 1) payload = steps[operation.kind]?.[version]?.(payload) ?? payload;
  return payload;
}

/** Whether a build `x.y.z` is at least `minimum`. A version that cannot be read is older than everything. */
export function isAtLeast(version: string, minimum: string): boolean {
  const [left, right] = [version, minimum].map((text) => (/^\d{1,4}(\.\d{1,4}){2}$/.test(text) ? text.split('.').map(Number) : [-1, -1, -1]));
  for (const [index, part] of (right ?? []).entries()) {
    const other = left?.[index] ?? -1;
    if (other !== part) return other > part;
  }
  return true;
}

function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
