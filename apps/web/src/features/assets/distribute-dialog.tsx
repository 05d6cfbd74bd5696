import { useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatYuan } from '../../i18n/format.js';
import { useToday } from '../../ui/use-clock.js';
import { FormDialog } from '../help/parts/form-dialog.js';
import { DayItem, FenItem } from '../help/parts/items.js';
import { PickMany } from '../help/parts/pick-many.js';
import { householdListQuery } from '../households/households.api.js';
import { distribute, type AssetDetail } from './assets.api.js';

interface Values {
  households: string[];
  amountFen: number;
  paidOn: string;
}

interface Props {
  asset: AssetDetail;
  year: number;
  /** What is not distributed yet, fen. */
  left: number;
  onClose: () => void;
}

/** The same amount for every chosen household of the place; the server refuses more than was earned. */
export function DistributeDialog({ asset, year, left, onClose }: Props) {
  const { t } = useTranslation();
  const today = useToday();
  const list = useQuery(householdListQuery({ division: asset.division, limit: 200 }));
  const options = (list.data?.items ?? []).map((row) => ({ value: row.id, label: `${row.headName}（${row.householdCode ?? '—'}）` }));
  const send = ({ households, amountFen, paidOn }: Values) => distribute(asset.id, year, { paidOn, shares: households.map((householdId) => ({ householdId, amountFen })) });
  return (
    <FormDialog<Values, unknown> title={t('projects.assets.distributeTitle', { year })} okText={t('projects.assets.action.distribute')} width={640} intro={t('projects.assets.distributeHint', { left: formatYuan(left) })} initial={{ paidOn: today, households: [] }} send={send} said={t('help.saved', { what: t('projects.assets.action.distribute') })} onClose={onClose}>
      <div className="two-fields">
        <FenItem name="amountFen" label={t('projects.assets.each')} required />
        <DayItem name="paidOn" label={t('projects.paidOn')} max={today} required />
      </div>
      <Form.Item name="households" label={t('projects.assets.households')} rules={[{ required: true, message: t('help.pickHouseholds') }]}><PickMany label={t('projects.assets.households')} options={options} waiting={list.isPending} empty={t('help.noHouseholds')} /></Form.Item>
      <Form.Item noStyle shouldUpdate>{({ getFieldValue }) => {
        const sum = Number(getFieldValue('amountFen') ?? 0) * ((getFieldValue('households') as string[] | undefined)?.length ?? 0);
        return <p role="status" className={sum > left ? 'missing' : 'secondary'}>{t('projects.assets.sum', { sum: formatYuan(sum), left: formatYuan(left) })}</p>;
      }}</Form.Item>
    </FormDialog>
  );
}
