import { useNavigate } from '@tanstack/react-router';
import { Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { assetLedgerNames, assetLedgers, uuidV7 } from '#domain';
import { useLanguage } from '../../i18n/use-language.js';
import { useMe } from '../../session/me.js';
import { DivisionSelect } from '../../ui/division-select.js';
import { useToday } from '../../ui/use-clock.js';
import { FormDialog } from '../help/parts/form-dialog.js';
import { DayItem, FenItem, SelectItem, TextItem } from '../help/parts/items.js';
import { emptied, filled } from '../teams/teams.api.js';
import { HouseholdItem } from './household-item.js';
import { changeAsset, enterAsset, ownerKinds, type AssetDetail } from './assets.api.js';

type Body = Parameters<typeof enterAsset>[0];
type Values = Omit<Body, 'id'>;

/** A new asset, or a change of owner, operator, contract or value; the log keeps what it was. */
export function AssetForm({ asset, onClose }: { asset?: AssetDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const language = useLanguage();
  const me = useMe();
  const today = useToday();
  const [id] = useState(uuidV7);
  const [ledger, setLedger] = useState<string>(asset?.ledger ?? 'OPERATING');
  const send = (values: Values): Promise<AssetDetail> => (asset ? changeAsset(asset, { ...filled(values), ...emptied(values, ['operatorName', 'maintainerName', 'contractNo', 'contractFrom', 'contractTo']) }) : enterAsset({ ...filled(values), id }));
  const initial: Partial<Values> = asset ? filled({
    name: asset.name, ownerKind: asset.ownerKind, ownerName: asset.ownerName, operatorName: asset.operatorName ?? undefined, maintainerName: asset.maintainerName ?? undefined, contractNo: asset.contractNo ?? undefined,
    contractFrom: asset.contractFrom ?? undefined, contractTo: asset.contractTo ?? undefined, valueFen: asset.valueFen,
  }) : { division: me.division, ledger: 'OPERATING', ownerKind: 'COLLECTIVE', acquiredOn: today };
  return (
    <FormDialog<Values, AssetDetail> title={t(asset ? 'projects.assets.action.edit' : 'projects.assets.enter')} okText={t('common.save')} width={720} initial={initial} send={send} said={t('help.saved', { what: t('projects.assets.asset') })} onClose={onClose} onDone={(saved) => void navigate({ to: '/help-assets/$id', params: { id: saved.id } })}>
      <div className="two-fields">
        <TextItem name="name" label={t('projects.assets.name')} required autoFocus />
        {!asset && <TextItem name="code" label={t('projects.code')} max={40} required />}
        {!asset && <SelectItem name="ledger" label={t('projects.assets.ledger')} options={assetLedgers.map((value) => ({ value, label: assetLedgerNames[value][language] }))} required onChange={setLedger} />}
        {!asset && <Form.Item name="division" label={t('projects.place')} rules={[{ required: true, message: t('help.fill', { field: t('projects.place') }) }]}><DivisionSelect within={me.division} placeholder={t('projects.place')} /></Form.Item>}
        {!asset && ledger === 'HOUSEHOLD' && <HouseholdItem name="householdId" label={t('help.household')} />}
        <SelectItem name="ownerKind" label={t('projects.assets.ownerKind')} options={ownerKinds.map((value) => ({ value, label: t(`projects.assets.ownerKinds.${value}`) }))} required />
        <TextItem name="ownerName" label={t('projects.assets.owner')} required />
        <TextItem name="operatorName" label={t('projects.assets.operator')} />
        <TextItem name="maintainerName" label={t('projects.assets.maintainer')} />
        <FenItem name="valueFen" label={t('projects.assets.valueFen')} required />
        {!asset && <DayItem name="acquiredOn" label={t('projects.assets.acquiredOn')} max={today} required />}
        <TextItem name="contractNo" label={t('projects.contractNo')} max={60} />
        <DayItem name="contractFrom" label={t('projects.assets.contractFrom')} />
        <DayItem name="contractTo" label={t('projects.assets.contractTo')} />
      </div>
    </FormDialog>
  );
}
