import { isYearlyCheck, type CheckParameter } from '#domain';
import { checkFile } from './read-checks.js';

/** What decides about the place of a version among the others of its check. Days 'YYYY-MM-DD', the end excluded. */
export interface StoredCheck {
  readonly code: string;
  readonly version: number;
  /** Version in the file of a release; null for what the region's officers published. */
  readonly release: number | null;
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly subject: string;
  readonly rule: unknown;
  readonly sql: string | null;
  readonly parameters: readonly CheckParameter[];
}

/** A version as a file brings it, in the columns of the table. */
export type CheckRow = StoredCheck & Readonly<Record<string, unknown>> & { readonly release: number };

/**
 * A version of a file among those that are there: it gets the next number (officers may have published numbers between two releases),
 * and the numbers that they have set and the file leaves open. @throws Error when its day or its keys do not fit the version before
 */
export function nextVersion(row: CheckRow, known: readonly StoredCheck[]): CheckRow {
  if (known.length === 0) return row;
  const file = checkFile(row.code, row.release);
  const release = Math.max(0, ...known.map((version) => version.release ?? 0));
  if (row.release !== release + 1) throw new Error(`${file}: the version after ${release} is ${release + 1}`);
  const same = known.find(({ valid_from: from }) => from === row.valid_from);
  if (same) throw new Error(`${file}: version ${same.version} of ${row.code} begins on ${row.valid_from}, too; give the new one a later validFrom`);
  const before = known.reduce((last, version) => (version.valid_from > last.valid_from ? version : last));
  if (before.valid_from > row.valid_from) throw new Error(`${file}: version ${before.version} of ${row.code} begins on ${before.valid_from}; give the new one a later validFrom`);
  if (before.subject !== row.subject || isYearlyCheck(before) !== isYearlyCheck(row)) {
    throw new Error(`${file}: its hits would have other keys than those of version ${before.version}, and no verdict would survive; keep subject and year, or publish it under a new code`);
  }
  return { ...row, version: Math.max(...known.map(({ version }) => version)) + 1, parameters: withNumbers(row.parameters, before.parameters) };
}

/** Numbers that a file leaves open keep what officers have set, with its origin. */
export function withNumbers(parameters: readonly CheckParameter[], before: readonly CheckParameter[]): CheckParameter[] {
  return parameters.map((parameter) => {
    const set = before.find(({ name, unit }) => name === parameter.name && unit === parameter.unit);
    return parameter.value === null && set && set.value !== null ? { ...parameter, value: set.value, origin: set.origin } : parameter;
  });
}

/** Numbers of a stored version as its file had them: what was kept of the version before is not the file's. */
export function filed(stored: readonly CheckParameter[], file: readonly CheckParameter[]): CheckParameter[] {
  return stored.map((parameter) => {
    const open = file.find(({ name, value }) => name === parameter.name && value === null);
    return open ? { ...parameter, value: null, origin: open.origin } : parameter;
  });
}
