import { useMemo } from 'react';
import type { IncomeAmounts, IncomeResult, PackRow } from '#domain';
import { computeIncome } from '#domain';
import { useReference } from '../../store/index.js';
import type { PackHousehold } from '../../store/types.js';
import { incomeYear, previewIncome, type IncomePreview } from '../visit/form/income-preview.js';
import { changedItems, type IncomeForm } from './income-correction.js';
import { yearRow } from './year-row.js';

/** A year as it is shown while it is being corrected. */
export interface IncomeState {
  /** Null when the year has no record yet. */
  readonly row: PackRow | null;
  readonly members: number | null;
  readonly amounts: IncomeAmounts;
  readonly changed: Readonly<Record<string, number | null>>;
  readonly result: IncomeResult;
  readonly preview: IncomePreview;
  /** The year before, for comparison. */
  readonly lastYear: { readonly year: number; readonly amounts: IncomeAmounts; readonly perCapitaFen: number | null } | null;
}

export function useIncomeYear(household: PackHousehold, year: number, values: IncomeForm['values']): IncomeState {
  const { parameters } = useReference();
  return useMemo(() => {
    const row = yearRow(household, year);
    const before = row && incomeYear(row);
    const members = before?.members ?? (Number(household.rows.households[0]?.['memberCount'] ?? 0) || null);
    const amounts: IncomeAmounts = { ...before?.amounts, ...values };
    const lastRow = yearRow(household, year - 1);
    const last = lastRow && incomeYear(lastRow);
    const line = parameters[String(year)]?.['poverty_line'];
    return {
      row, members, amounts, changed: changedItems(row, values), result: computeIncome(amounts, members),
      preview: previewIncome({ before: before?.result.perCapitaFen == null ? (last?.result ?? null) : before.result, amounts, members, lineFen: typeof line === 'number' ? line : null }),
      lastYear: last && { year: last.year, amounts: last.amounts, perCapitaFen: last.result.perCapitaFen },
    };
  }, [household, year, values, parameters]);
}
