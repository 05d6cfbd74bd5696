import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission, type FieldGroup } from '#domain';
import { useMay } from '../../../session/me.js';
import { PrintButtons } from '../../prints/print-buttons.js';
import type { Household } from '../households.api.js';
import { ComparisonDialog } from './comparison-dialog.js';
import { correctHousehold } from './edit.api.js';
import { EventDialog } from './event-dialog.js';
import { householdFieldsIn } from './fields.js';
import { ValuesDialog } from './values-dialog.js';

const groups: readonly FieldGroup[] = ['basic', 'cause', 'relocation'];

/** What can be done with a household here: print, correct, register an event, enter what departments say. */
export function EditBar({ household }: { household: Household }) {
  const { t } = useTranslation();
  const may = useMay();
  const [open, setOpen] = useState<'household' | 'event' | 'comparison' | null>(null);
  const close = () => setOpen(null);
  return (
    <span className="edit-bar no-print">
      {may(Permission.HouseholdWrite) && household.endedOn === null && (['household', 'event', 'comparison'] as const).map((kind) => <Button key={kind} size="small" onClick={() => setOpen(kind)}>{t(`households.edit.open.${kind}`)}</Button>)}
      <PrintButtons sheet="help_cards" id={household.id} name={t('prints.helpCard')} />
      <PrintButtons sheet="household_files" id={household.id} name={t('prints.householdFile')} />
      {open === 'household' && <ValuesDialog title={t('households.edit.household', { name: household.headName })} before={household.values} groups={groups.map((group) => ({ title: t(`households.group.${group as 'basic'}`), fields: householdFieldsIn(group) }))} save={(values) => correctHousehold(household.id, { values, version: household.version })} onClose={close} />}
      {open === 'event' && <EventDialog household={household} onClose={close} />}
      {open === 'comparison' && <ComparisonDialog household={household} onClose={close} />}
    </span>
  );
}
