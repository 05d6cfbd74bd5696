import { useMemo } from 'react';
import { useReference } from '../../store/index.js';
import type { PackHousehold } from '../../store/types.js';
import { latestIncome, previewIncome, withChanges, type IncomePreview } from './form/income-preview.js';
import type { VisitForm } from './form/visit-form.js';
import { changesOf } from './form/visit-payload.js';
import { useToday } from './use-today.js';

/** What the changes of the form make of the income per head; null when no year is on record. */
export function useIncomePreview(household: PackHousehold, form: Pick<VisitForm, 'incomeChanged' | 'income'>): IncomePreview | null {
  const { parameters } = useReference();
  const today = useToday();
  const { incomeChanged, income } = form;
  return useMemo(() => {
    const year = latestIncome(household.rows.years, today);
    if (!year) return null;
    const line = parameters[String(year.year)]?.['poverty_line'];
    return previewIncome({ before: year.result, amounts: withChanges(year.amounts, changesOf({ incomeChanged, income })), members: year.members, lineFen: typeof line === 'number' ? line : null });
  }, [household.rows.years, parameters, today, incomeChanged, income]);
}
