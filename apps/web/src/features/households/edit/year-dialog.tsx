import { useTranslation } from 'react-i18next';
import type { FieldGroup } from '#domain';
import type { Household, HouseholdYear } from '../households.api.js';
import { recordYear } from './edit.api.js';
import { yearFieldsIn } from './fields.js';
import { ValuesDialog } from './values-dialog.js';

const groups: readonly FieldGroup[] = ['assurance', 'income', 'living', 'production'];

/** Records a year, or corrects it with its reason; nothing of what was recorded is lost. */
export function YearDialog({ household, year, known, onClose }: { household: Household; year: number; known: HouseholdYear | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <ValuesDialog
      title={t(known ? 'households.edit.correctYear' : 'households.edit.recordYear', { year })} before={known?.values ?? {}} reason={known !== undefined} onClose={onClose}
      groups={groups.map((group) => ({ title: t(`households.group.${group as 'income'}`), fields: yearFieldsIn(group) }))}
      save={(values, reason) => recordYear(household.id, year, { values, ...(known ? { version: known.version, ...(reason ? { reason } : {}) } : {}) })}
    />
  );
}
