import { type PackRow } from '#domain';

export interface IncomeForm {
  /** Fen by item; null takes the amount out. Only what was changed. */
  readonly values: Readonly<Record<string, number | null>>;
  readonly reason: string;
}

export const noChange: IncomeForm = { values: {}, reason: '' };

/** Only the items whose amount differs from what is shown as recorded. */
export function changedItems(row: PackRow | null, values: IncomeForm['values']): Record<string, number | null> {
  return Object.fromEntries(Object.entries(values).filter(([key, fen]) => (row?.[key] ?? null) !== fen));
}

/** `year.correct`: what was entered, and of every field what stood there, so that two people's corrections merge by field. */
export function incomeCorrection(row: PackRow | null, { year, values, reason }: { year: number; values: IncomeForm['values']; reason: string }): { payload: object; baseVersion?: number } {
  const changed = changedItems(row, values);
  const base = Object.fromEntries(Object.keys(changed).map((key) => [key, row?.[key] ?? null]));
  const version = row?.['version'];
  return { payload: { year, values: changed, base, reason }, ...(typeof version === 'number' ? { baseVersion: version } : {}) };
}
