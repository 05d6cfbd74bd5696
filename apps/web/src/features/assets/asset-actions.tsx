import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actionsFrom, assetMachine, Permission, type AssetAction } from '#domain';
import { useMay } from '../../session/me.js';
import { FormDialog } from '../help/parts/form-dialog.js';
import { AreaItem } from '../help/parts/items.js';
import { AssetForm } from './asset-form.js';
import { moveAsset, type AssetDetail } from './assets.api.js';

/** Idle, in use again, damaged, disposed of, or changed; each with its reason. */
export function AssetActions({ asset }: { asset: AssetDetail }) {
  const { t } = useTranslation();
  const may = useMay();
  const [step, setStep] = useState<AssetAction | 'edit' | null>(null);
  if (!may(Permission.AssetWrite)) return null;
  const moves = actionsFrom(assetMachine, asset.status);
  const close = () => setStep(null);
  return (
    <div className="action-bar">
      {asset.status !== 'DISPOSED' && <Button onClick={() => setStep('edit')}>{t('projects.assets.action.edit')}</Button>}
      {moves.map((action) => <Button key={action} danger={action === 'dispose'} onClick={() => setStep(action)}>{t(`projects.assets.action.${action}`)}</Button>)}
      {step === 'edit' && <AssetForm asset={asset} onClose={close} />}
      {step !== null && step !== 'edit' && (
        <FormDialog<{ reason: string }, AssetDetail> title={t(`projects.assets.action.${step}`)} okText={t(`projects.assets.action.${step}`)} danger={step === 'dispose'} {...(step === 'dispose' ? { intro: t('projects.assets.disposeFollows') } : {})} send={({ reason }) => moveAsset(asset, { action: step, reason })} said={t('help.saved', { what: t(`projects.assets.action.${step}`) })} onClose={close}>
          <AreaItem name="reason" label={t('help.reason')} max={300} required autoFocus />
        </FormDialog>
      )}
    </div>
  );
}
