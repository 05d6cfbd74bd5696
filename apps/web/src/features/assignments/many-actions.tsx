import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actionsFrom, assignmentMachine, payableAssignmentStatuses, Permission, type AssignmentAction } from '#domain';
import { useMay } from '../../session/me.js';
import { RowResults, type ManyResult } from '../help/parts/row-results.js';
import { BookDialog } from '../payments/book-dialog.js';
import { ActDialog } from './act-dialog.js';
import type { Assignment } from './assignments.api.js';

const order: readonly AssignmentAction[] = ['approve', 'refuse', 'deliver', 'close', 'cancel'];
type Step = AssignmentAction | 'pay';

interface Props {
  rows: readonly Assignment[];
  onDone: () => void;
}

/** What may be done with these assignments now. Each button says for how many of them its state allows it; the others stay as they are. */
export function ManyActions({ rows, onDone }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const [step, setStep] = useState<Step | null>(null);
  const [result, setResult] = useState<ManyResult | null>(null);
  const permission = (action: AssignmentAction) => (action === 'approve' || action === 'refuse' ? Permission.AssignmentApprove : Permission.AssignmentWrite);
  const fit = (action: Step) => rows.filter((row) => (action === 'pay' ? payableAssignmentStatuses.includes(row.status) : actionsFrom(assignmentMachine, row.status).includes(action)));
  const steps: Step[] = [...order.filter((action) => may(permission(action))), ...(may(Permission.PaymentBook) ? ['pay' as const] : [])].filter((action) => fit(action).length > 0);
  const done = (came: ManyResult) => {
    setStep(null);
    setResult(came);
  };
  const finish = () => {
    setResult(null);
    onDone();
  };
  return (
    <>
      {steps.length === 0 && <span className="secondary">{t('help.many.nothing')}</span>}
      {steps.map((action) => (
        <Button key={action} size="small" type={action === 'approve' || action === 'deliver' ? 'primary' : 'default'} danger={action === 'refuse' || action === 'cancel'} onClick={() => setStep(action)}>
          {t('help.many.button', { action: t(`help.assignments.action.${action}`), count: fit(action).length })}
        </Button>
      ))}
      {step === 'pay' && <BookDialog rows={fit('pay')} onClose={() => setStep(null)} onDone={done} />}
      {step !== null && step !== 'pay' && <ActDialog action={step} rows={fit(step)} onClose={() => setStep(null)} onDone={done} />}
      {result && <RowResults title={t('help.many.title')} result={result} onClose={finish} />}
    </>
  );
}
