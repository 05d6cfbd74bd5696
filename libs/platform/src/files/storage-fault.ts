import { problem, type Problem } from '#domain';

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'XMinioStorageFull', 'QuotaExceeded']);
const ABSENT = new Set(['ENOENT', 'NoSuchKey', 'NotFound']);
const DEEPEST = 6;

/** What went wrong below the storage library: it wraps the reason, sometimes several times. */
function* reasons(error: unknown): Generator<{ code: string; message: string }> {
  let found: unknown = error;
  for (let depth = 0; depth < DEEPEST && typeof found === 'object' && found !== null; depth += 1) {
    const { code, name, message, cause, context } = found as { code?: unknown; name?: unknown; message?: unknown; cause?: unknown; context?: { cause?: unknown } };
    for (const text of [code, name]) if (typeof text === 'string') yield { code: text, message: typeof message === 'string' ? message : '' };
    found = cause ?? context?.cause;
  }
}

/** True when the file is simply not there. */
export function isAbsent(error: unknown): boolean {
  return [...reasons(error)].some(({ code }) => ABSENT.has(code) || code === 'flystorage.file_was_not_found');
}

/** The refusal that a person sees: full, lost, or not available. The reason itself belongs into the log. */
export function storageProblem(error: unknown): Problem {
  const all = [...reasons(error)];
  if (all.some(({ code }) => FULL.has(code))) return problem('file.storage-full');
  return problem('file.storage-unavailable');
}

/** Codes of the reason, for the log: no names of files, no addresses. */
export function storageReason(error: unknown): string {
  return [...new Set([...reasons(error)].map(({ code }) => code))].join(' < ') || 'unknown';
}
