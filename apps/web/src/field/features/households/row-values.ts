import type { PackRow } from '#domain';

/** Text of a row, or nothing. */
export const textOf = (row: PackRow | undefined, key: string): string => {
  const value = row?.[key];
  return typeof value === 'string' ? value : '';
};

/** Number of a row; null where nothing was recorded. */
export const numberOf = (row: PackRow | undefined, key: string): number | null => {
  const value = row?.[key];
  return typeof value === 'number' ? value : null;
};
