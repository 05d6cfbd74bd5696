import { computeIncome, incomeItems, type IncomeAmounts, type IncomeResult, type PackRow, type VisitIncomeChange } from '#domain';

/** Income of a household in a year, as it is recorded. */
export interface IncomeYear {
  readonly year: number;
  readonly version: number;
  readonly members: number | null;
  readonly amounts: IncomeAmounts;
  readonly result: IncomeResult;
}

export function incomeYear(row: PackRow): IncomeYear {
  const amounts = Object.fromEntries(incomeItems.flatMap(({ key }) => (typeof row[key] === 'number' ? [[key, row[key]] as const] : [])));
  const members = typeof row['memberCount'] === 'number' ? row['memberCount'] : null;
  return { year: Number(row['year']), version: Number(row['version'] ?? 0), members, amounts, result: computeIncome(amounts, members) };
}

/** The latest recorded year that is not in the future; null when there is none. */
export function latestIncome(years: readonly PackRow[], today: string): IncomeYear | null {
  const row = years.filter((candidate) => Number(candidate['year']) <= Number(today.slice(0, 4))).sort((left, right) => Number(left['year']) - Number(right['year'])).at(-1);
  return row ? incomeYear(row) : null;
}

/** The amounts after the changes; no item falls below nothing. */
export function withChanges(amounts: IncomeAmounts, changes: readonly VisitIncomeChange[]): IncomeAmounts {
  return { ...amounts, ...Object.fromEntries(changes.map(({ item, changeFen }) => [item, Math.max(0, (amounts[item] ?? 0) + changeFen)])) };
}

/** What a change does to the income per head; the line is that of the year, null while the document that sets it is not on record. */
export interface IncomePreview {
  readonly beforeFen: number | null;
  readonly afterFen: number | null;
  readonly lineFen: number | null;
  readonly jumps: boolean;
}

/** More than half up or down asks for a reason. */
export function jumps(beforeFen: number | null, afterFen: number | null): boolean {
  return beforeFen !== null && afterFen !== null && Math.abs(afterFen - beforeFen) * 2 > Math.abs(beforeFen);
}

export function previewIncome({ before, amounts, members, lineFen }: { before: IncomeResult | null; amounts: IncomeAmounts; members: number | null; lineFen: number | null }): IncomePreview {
  const beforeFen = before?.perCapitaFen ?? null;
  const afterFen = computeIncome(amounts, members).perCapitaFen;
  return { beforeFen, afterFen, lineFen, jumps: jumps(beforeFen, afterFen) };
}
