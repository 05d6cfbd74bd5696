import { createHash } from 'node:crypto';
import { canonicalJson, problem } from '#domain';

/**
 * SHA-256 over the canonical JSON of what was sent. The same id with the same content is a repetition and gets the same answer;
 * with other content it is a fault of the sender. @throws `validation` for text that is no Unicode and for fractions
 */
export function contentHash(content: unknown): string {
  try {
    // Through JSON once, so that an object of a form, of a queue and of a phone are the same content.
    return createHash('sha256').update(canonicalJson(JSON.parse(JSON.stringify(content)))).digest('hex');
  } catch {
    throw problem('validation', { fields: [{ field: 'content', faults: ['not-canonical'] }] });
  }
}

/** True for a repetition. @throws `idempotency-mismatch` when the id came with other content before */
export function isRepetition(found: { readonly content_hash: string } | null | undefined, hash: string): boolean {
  if (!found) return false;
  if (found.content_hash !== hash) throw problem('idempotency-mismatch');
  return true;
}
