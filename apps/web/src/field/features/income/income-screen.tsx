import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../store/index.js';
import type { PackHousehold } from '../../store/types.js';
import { Card, Chips, FieldPage } from '../../ui/index.js';
import { useToday } from '../visit/use-today.js';
import { IncomeItems } from './income-items.js';
import { IncomeSheet } from './income-sheet.js';
import { IncomeSummary } from './income-summary.js';
import { noChange } from './income-correction.js';
import { SaveIncome } from './save-income.js';
import { useIncomeYear } from './use-income-year.js';
import { yearsToChoose } from './year-row.js';
import { headNameOf } from '../visit/members.js';

const begin = () => noChange;

interface Props {
  household: PackHousehold;
  year: number;
  onYear: (year: number) => void;
}

/** A year's income: totals, items by group, a keypad for each. */
export function IncomeScreen({ household, year, onYear }: Props) {
  const { t } = useTranslation();
  const today = useToday();
  const draftKey = `income:${household.id}:${year}`;
  const { value: form, set } = useDraft(draftKey, begin);
  const [open, setOpen] = useState<string | null>(null);
  const state = useIncomeYear(household, year, form.values);
  const setAmount = (item: string, fen: number | null) => set((now) => ({ ...now, values: { ...now.values, [item]: fen } }));
  return (
    <FieldPage title={t('field.income.of', { name: headNameOf(household) })} back={`/households/${household.id}`}
      footer={<SaveIncome {...{ household, year, draftKey, form, state }} onReason={(reason) => set((now) => ({ ...now, reason }))} />}>
      <Card>
        <Chips inLine label={t('field.income.year')} options={yearsToChoose(household, today).map((value) => ({ value: String(value), text: t('field.income.yearOf', { year: value }) }))} value={String(year)} onChange={(value) => onYear(Number(value))} testid="year" />
        <IncomeSummary state={state} />
      </Card>
      <IncomeItems state={state} onOpen={setOpen} />
      <IncomeSheet item={open} state={state} onAmount={setAmount} onClose={() => setOpen(null)} />
    </FieldPage>
  );
}
