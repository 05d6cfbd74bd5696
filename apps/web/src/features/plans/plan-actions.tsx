import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actionsFrom, Permission, planMachine } from '#domain';
import { useMay, useMe } from '../../session/me.js';
import { FormDialog } from '../help/parts/form-dialog.js';
import { AreaItem, TextItem } from '../help/parts/items.js';
import { RowResults, type ManyResult } from '../help/parts/row-results.js';
import { useMeasureName } from '../help/parts/use-names.js';
import { PlanForm } from './plan-form.js';
import { planSteps, type HelpPlanDetail } from './plans.api.js';

type Step = 'edit' | 'agree' | 'confirm' | 'return' | 'revise' | 'assign';

/** What may be done with a plan in its state, by who may. */
export function PlanActions({ plan }: { plan: HelpPlanDetail }) {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const name = useMeasureName();
  const [step, setStep] = useState<Step | null>(null);
  const [result, setResult] = useState<ManyResult | null>(null);
  const allowed = new Set<string>(actionsFrom(planMachine, plan.status));
  const write = may(Permission.HelpPlanWrite);
  const approve = may(Permission.AssignmentApprove);
  // Only the village agrees.
  const village = useMe().division.length === 12;
  const confirmed = plan.status === 'CONFIRMED';
  const offered: { step: Step; show: boolean; kind?: 'primary'; danger?: boolean }[] = [
    { step: 'confirm', show: approve && allowed.has('confirm'), kind: 'primary' }, { step: 'return', show: approve && allowed.has('return'), danger: true },
    { step: 'agree', show: write && village && allowed.has('agree'), kind: 'primary' }, { step: 'edit', show: write && allowed.has('edit') },
    { step: 'assign', show: confirmed && may(Permission.AssignmentWrite), kind: 'primary' }, { step: 'revise', show: confirmed && write },
  ];
  const close = () => setStep(null);
  const said = (of: Step) => t('help.saved', { what: t(`help.plans.action.${of}`) });
  return (
    <div className="action-bar">
      {offered.filter(({ show }) => show).map((one) => <Button key={one.step} type={one.kind ?? 'default'} danger={one.danger ?? false} onClick={() => setStep(one.step)}>{t(`help.plans.action.${one.step}`)}</Button>)}
      {step === 'edit' && <PlanForm householdId={plan.householdId} plan={plan} onClose={close} />}
      {step === 'agree' && (
        <FormDialog<{ signatureRef: string }, unknown> title={t('help.plans.action.agree')} okText={t('help.plans.action.agree')} intro={t('help.plans.follows.agree')} send={({ signatureRef }) => planSteps.agree(plan, signatureRef)} said={said('agree')} onClose={close}>
          <TextItem name="signatureRef" label={t('help.plans.signature')} required autoFocus />
        </FormDialog>
      )}
      {step === 'confirm' && <FormDialog title={t('help.plans.action.confirm')} okText={t('help.plans.action.confirm')} intro={t('help.plans.follows.confirm', { count: plan.itemCount })} send={() => planSteps.confirm(plan)} said={said('confirm')} onClose={close} />}
      {step === 'return' && (
        <FormDialog<{ reason: string }, unknown> title={t('help.plans.action.return')} okText={t('help.plans.action.return')} danger intro={t('help.plans.follows.return')} send={({ reason }) => planSteps.return(plan, reason)} said={said('return')} onClose={close}>
          <AreaItem name="reason" label={t('help.reason')} required autoFocus />
        </FormDialog>
      )}
      {step === 'revise' && <FormDialog title={t('help.plans.action.revise')} okText={t('help.plans.action.revise')} intro={t('help.plans.follows.revise')} send={() => planSteps.revise(plan)} said={said('revise')} onClose={close} onDone={(next) => void navigate({ to: '/help-plans/$id', params: { id: next.id } })} />}
      {step === 'assign' && (
        <FormDialog
          title={t('help.plans.action.assign')} okText={t('help.plans.action.assign')} intro={t('help.plans.follows.assign')} send={() => planSteps.assign(plan)} onClose={close}
          onDone={({ rows }) => setResult({ rows, names: rows.map((row) => name(plan.items[row.index]?.measureCode ?? '')) })}
        />
      )}
      {result && <RowResults title={t('help.plans.action.assign')} result={result} onClose={() => setResult(null)} />}
    </div>
  );
}
