import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { uuidV7 } from '#domain';
import { useToday } from '../../ui/use-clock.js';
import { FormDialog } from '../help/parts/form-dialog.js';
import { DayItem, SelectItem } from '../help/parts/items.js';
import { helperListQuery, pair, type Pairing } from './helpers.api.js';

interface Values {
  helperId: string;
  startedOn: string;
}

/** A helper takes a household on. */
export function PairDialog({ householdId, onClose }: { householdId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const today = useToday();
  const [id] = useState(uuidV7);
  const helpers = useQuery(helperListQuery({ division: householdId.slice(0, 6), limit: 200 })).data?.items ?? [];
  return (
    <FormDialog<Values, Pairing> title={t('teams.helpers.pair')} okText={t('teams.helpers.pair')} initial={{ startedOn: today }} send={(values) => pair({ id, householdId, ...values })} said={t('help.saved', { what: t('teams.helpers.pair') })} onClose={onClose}>
      <SelectItem name="helperId" label={t('teams.helpers.helper')} options={helpers.map((helper) => ({ value: helper.id, label: t('teams.helpers.choice', { name: helper.name, unit: helper.unit, count: helper.households }) }))} search required />
      <DayItem name="startedOn" label={t('teams.from')} max={today} required />
    </FormDialog>
  );
}
