import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { uuidV7 } from '#domain';
import { useToday } from '../../ui/use-clock.js';
import { FormDialog } from '../help/parts/form-dialog.js';
import { DayItem, FenItem, SelectItem, TextItem } from '../help/parts/items.js';
import { projectSteps, type ProjectDetail } from './projects.api.js';

interface Values {
  payee: string;
  category: string;
  fundId: string;
  amountFen: number;
  paidOn: string;
  invoiceNo?: string;
}

/** What a contractor or supplier is paid, from a fund of the budget. An invoice is claimed once in a county. */
export function ExpenseDialog({ project, onClose }: { project: ProjectDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const today = useToday();
  const [id] = useState(uuidV7);
  const funds = project.budget.map((line) => ({ value: line.fundId, label: line.fundName ?? t('projects.foreignFund') }));
  const send = ({ invoiceNo, ...values }: Values) => projectSteps.spend(project, { id, ...values, ...(invoiceNo?.trim() ? { invoiceNo: invoiceNo.trim() } : {}) });
  return (
    <FormDialog<Values, unknown> title={t('projects.action.spend')} okText={t('projects.action.spend')} initial={{ paidOn: today, ...(funds.length === 1 ? { fundId: funds[0]?.value ?? '' } : {}) }} send={send} said={t('help.saved', { what: t('projects.action.spend') })} onClose={onClose}>
      <TextItem name="payee" label={t('projects.payee')} required autoFocus />
      <div className="two-fields">
        <TextItem name="category" label={t('projects.expenseKind')} max={60} required />
        <TextItem name="invoiceNo" label={t('projects.invoice')} max={60} />
        <FenItem name="amountFen" label={t('help.amount')} required />
        <DayItem name="paidOn" label={t('projects.paidOn')} max={today} required />
      </div>
      <SelectItem name="fundId" label={t('projects.fund')} options={funds} required />
    </FormDialog>
  );
}
