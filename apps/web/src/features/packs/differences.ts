export interface Difference {
  /** Place in the document, as in `$.steps[2].notice.unit`. */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

const isBranch = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Leaves in which two documents differ, in the order of the first; what only one of them has counts as absent in the other. */
export function differencesOf(before: unknown, after: unknown, path = '$'): Difference[] {
  if (!isBranch(before) || !isBranch(after) || Array.isArray(before) !== Array.isArray(after)) return Object.is(before, after) ? [] : [{ path, before, after }];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) => differencesOf(before[key], after[key], Array.isArray(before) ? `${path}[${key}]` : `${path}.${key}`));
}
