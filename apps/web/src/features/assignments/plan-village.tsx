import { useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../session/me.js';
import { DivisionSelect } from '../../ui/division-select.js';
import { householdListQuery } from '../households/households.api.js';
import { FormDialog } from '../help/parts/form-dialog.js';
import { PickMany } from '../help/parts/pick-many.js';
import { RowResults, type ManyResult } from '../help/parts/row-results.js';
import { useThisYear } from '../help/parts/use-years.js';
import { planMany } from './assignments.api.js';
import { planBody, PlanFields, type PlanValues } from './plan-fields.js';

type Values = PlanValues & { households: string[] };

/** One measure for many households of a village. */
export function PlanVillage({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const year = useThisYear();
  const [village, setVillage] = useState(me.division.length === 12 ? me.division : undefined);
  const [result, setResult] = useState<ManyResult | null>(null);
  const isVillage = village?.length === 12;
  const list = useQuery({ ...householdListQuery({ division: village, status: 'REGISTERED', limit: 200 }), enabled: isVillage });
  const households = (isVillage ? list.data?.items ?? [] : []).map((row) => ({ value: row.id, label: `${row.headName}（${row.householdCode ?? '—'}）` }));
  if (result) return <RowResults title={t('help.many.title')} result={result} onClose={onClose} />;
  const send = async ({ households: ids, ...values }: Values): Promise<ManyResult> => {
    const { rows } = await planMany({ ...planBody(values), rows: ids.map((householdId) => ({ householdId })) });
    return { names: ids.map((id) => households.find(({ value }) => value === id)?.label ?? id), rows };
  };
  return (
    <FormDialog<Values, ManyResult>
      title={t('help.assignments.plan')} okText={t('help.assignments.planOk')} width={640} initial={{ year: String(year), households: [] }} send={send} onClose={onClose} onDone={setResult} keepOpen
    >
      <p>{t('help.assignments.planHint')}</p>
      {me.division.length < 12 && <Form.Item label={t('help.village')} required><DivisionSelect within={me.division} value={village} placeholder={t('help.pickVillage')} onChange={setVillage} /></Form.Item>}
      <PlanFields levels={['household']} />
      <Form.Item name="households" label={t('help.assignments.households')} rules={[{ required: true, message: t('help.pickHouseholds') }]}><PickMany label={t('help.assignments.households')} options={households} waiting={isVillage && list.isPending} empty={t(isVillage ? 'help.noHouseholds' : 'help.pickVillage')} /></Form.Item>
    </FormDialog>
  );
}
