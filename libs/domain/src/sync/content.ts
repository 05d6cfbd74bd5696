import type { Operation } from './operation.js';

/**
 * What makes two sendings the same piece of work: everything but the device and its numbering, as text with sorted keys. A device
 * that is registered anew or numbers its waiting work again does not change it.
 */
export function operationContent({ kind, entityId, baseVersion, occurredAt, schemaVersion, codeListVersion, payload }: Operation): string {
  return stableText({ kind, entityId, baseVersion, occurredAt, schemaVersion, codeListVersion, payload });
}

/** JSON with sorted keys; absent and undefined are the same. Fractions are allowed (areas, distances). */
export function stableText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((entry) => stableText(entry ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined).sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${stableText(entry)}`).join(',')}}`;
}
