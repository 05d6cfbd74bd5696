import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { uuidV7 } from '#domain';
import { householdQuery } from '../households/households.api.js';
import { FormDialog } from '../help/parts/form-dialog.js';
import { AreaItem, SelectItem } from '../help/parts/items.js';
import { useThisYear, useYearChoices } from '../help/parts/use-years.js';
import { PlanItemFields } from './plan-item-fields.js';
import { draftPlan, planSteps, type HelpPlanDetail, type PlanItem } from './plans.api.js';

interface Values {
  year: string;
  aim: string;
  note?: string;
  items: PlanItem[];
}

interface Props {
  householdId: string;
  /** The draft that is edited; without it a new one. */
  plan?: HelpPlanDetail;
  onClose: () => void;
}

const given = (item: PlanItem | HelpPlanDetail['items'][number]) => Object.fromEntries(Object.entries(item).filter(([key, value]) => key !== 'memberName' && value !== null && value !== undefined && value !== '')) as unknown as PlanItem;

/** A plan of a year with at least one measure; measures for a person name the person. */
export function PlanForm({ householdId, plan, onClose }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const year = useThisYear();
  const years = useYearChoices();
  const [id] = useState(uuidV7);
  const members = (useQuery(householdQuery(householdId)).data?.members ?? []).filter((member) => member.active).map((member) => ({ value: member.id, label: member.name }));
  const send = ({ year: of, aim, note, items }: Values) => {
    const body = { aim, ...(note?.trim() ? { note: note.trim() } : {}), items: items.map(given) };
    return plan ? planSteps.edit(plan, body) : draftPlan({ id, householdId, year: Number(of), ...body });
  };
  return (
    <FormDialog<Values, HelpPlanDetail>
      title={t(plan ? 'help.plans.action.edit' : 'help.plans.draft')} okText={t('common.save')} width={760} send={send} said={t('help.saved', { what: t('help.plan') })} onClose={onClose}
      initial={plan ? { year: String(plan.year), aim: plan.aim, ...(plan.note ? { note: plan.note } : {}), items: plan.items.map(given) } : { year: String(year), items: [{} as PlanItem] }}
      onDone={(saved) => void navigate({ to: '/help-plans/$id', params: { id: saved.id } })}
    >
      {!plan && <SelectItem name="year" label={t('help.year')} options={years} required />}
      <AreaItem name="aim" label={t('help.plans.aim')} required />
      <Form.List name="items">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }, at) => <PlanItemFields key={key} at={name} number={at + 1} members={members} {...(fields.length > 1 ? { onRemove: () => remove(name) } : {})} />)}
            <Button onClick={() => add({})}>{t('help.plans.addItem')}</Button>
          </>
        )}
      </Form.List>
      <AreaItem name="note" label={t('help.note')} max={1000} />
    </FormDialog>
  );
}
