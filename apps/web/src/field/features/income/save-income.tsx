import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { caseIdOf, save, useSyncState } from '../../store/index.js';
import type { PackHousehold } from '../../store/types.js';
import { BigButton, Chips, Problem, say, TextField } from '../../ui/index.js';
import { incomeCorrection, type IncomeForm } from './income-correction.js';
import type { IncomeState } from './use-income-year.js';
import { useGo } from '../new/go.js';
import { headNameOf } from '../visit/members.js';

const reasons = ['checked', 'sold', 'work', 'policy', 'disaster'] as const;

interface Props {
  household: PackHousehold;
  year: number;
  draftKey: string;
  form: IncomeForm;
  state: IncomeState;
  onReason: (reason: string) => void;
}

/** Saves the correction; when the income per head moves by more than half, it asks why first. */
export function SaveIncome({ household, year, draftKey, form, state, onReason }: Props) {
  const { t } = useTranslation();
  const go = useGo();
  const { waiting } = useSyncState();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  const nothing = Object.keys(state.changed).length === 0;
  const asks = state.preview.jumps && !nothing;
  const keep = async (): Promise<void> => {
    setBusy(true);
    try {
      const { payload, baseVersion } = incomeCorrection(state.row, { year, values: form.values, reason: form.reason.trim() || t('field.income.reason.checked') });
      const title = t('field.income.itemTitle', { name: headNameOf(household), year });
      await save([{ kind: 'year.correct', entityId: caseIdOf(household.id, household.id), householdId: household.id, title, payload, baseVersion, draftKey }]);
      say(t('field.visit.saved', { waiting: waiting + 1 }));
      await go(`/households/${household.id}`, {}, { replace: true });
    } catch (error) {
      setFailed(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {failed !== null && <Problem error={failed} />}
      {asks && (
        <>
          <Chips inLine label={t('field.income.why')} shown options={reasons.map((key) => ({ value: t(`field.income.reason.${key}`), text: t(`field.income.reason.${key}`) }))} value={form.reason} onChange={onReason} testid="reason" />
          <TextField label={t('field.income.whyOther')} value={form.reason} onChange={onReason} testid="reason-text" />
        </>
      )}
      <BigButton disabled={nothing || (asks && form.reason.trim() === '')} why={t(nothing ? 'field.income.nothingChanged' : 'field.income.why')} busy={busy} onClick={() => void keep()} data-testid="save-income">{t('common.save')}</BigButton>
    </>
  );
}
