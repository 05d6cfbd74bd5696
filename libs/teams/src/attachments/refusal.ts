import { problem, problemCatalogue, type Problem, type ProblemCode } from '#domain';
import type { AttachmentRow } from './attachment.queries.js';

/** Problems that no further sending can mend: the content itself is not acceptable. */
export function isFinal({ code, status }: Problem): boolean {
  return status === 422 && code.startsWith('attachment.');
}

/** The problem for which an upload was refused, as it was said the first time; null when it was not. */
export function refusalOf({ refusal }: Pick<AttachmentRow, 'refusal'>): Problem | null {
  return refusal && refusal.code in problemCatalogue ? problem(refusal.code as ProblemCode, refusal.params) : null;
}
