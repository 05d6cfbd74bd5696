import { Link } from '@tanstack/react-router';
import { Button, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission, spendingProjectStatuses } from '#domain';
import { useMay } from '../../session/me.js';
import { Card } from '../../ui/card.js';
import { StatusTag } from '../../ui/status-tag.js';
import { Fen } from '../help/parts/fen.js';
import { FormDialog } from '../help/parts/form-dialog.js';
import { AreaItem } from '../help/parts/items.js';
import { ExpenseDialog } from './expense-dialog.js';
import { projectSteps, type ProjectDetail } from './projects.api.js';

type Expense = ProjectDetail['expenses'][number];

/** Budget by fund, and what contractors and suppliers were paid. */
export function ProjectMoney({ project }: { project: ProjectDetail }) {
  const { t } = useTranslation();
  const may = useMay();
  const [spending, setSpending] = useState(false);
  const [reversing, setReversing] = useState<Expense | null>(null);
  return (
    <div className="two-columns">
      <Card title={t('projects.budget')} extra={<strong><Fen value={project.budgetFen} /></strong>}>
        {project.budget.length === 0 && <p className="secondary">{t('projects.noBudget')}</p>}
        <ul className="due-list">{project.budget.map((line) => <li key={line.fundId}><Link to="/funds/$id" params={{ id: line.fundId }}>{line.fundName ?? t('projects.foreignFund')}</Link> <Fen value={line.amountFen} /></li>)}</ul>
      </Card>
      <Card title={t('projects.expenses')} extra={may(Permission.ProjectWrite) && spendingProjectStatuses.includes(project.status) && <Button onClick={() => setSpending(true)}>{t('projects.action.spend')}</Button>}>
        <Table<Expense>
          aria-label={t('projects.expenses')} size="small" dataSource={project.expenses} rowKey={(row) => row.id} pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }} locale={{ emptyText: t('projects.noExpenses') }}
          columns={[
            { title: t('projects.payee'), render: (_, row) => <>{row.payee}<div className="secondary">{row.category} {row.invoiceNo} {row.reason}</div></> },
            { title: t('projects.paidOn'), dataIndex: 'paidOn' },
            { title: t('help.amountYuan'), align: 'right', render: (_, row) => <Fen value={row.amountFen} /> },
            { title: t('help.actions'), render: (_, row) => (row.reversesId ? <StatusTag tone="neutral" mark="↩">{t('help.payments.reversal')}</StatusTag> : row.reversed ? <StatusTag tone="neutral" mark="↩">{t('help.payments.reversed')}</StatusTag> : may(Permission.PaymentReverse) ? <Button size="small" danger onClick={() => setReversing(row)}>{t('help.payments.reverse')}</Button> : '—') },
          ]}
        />
      </Card>
      {spending && <ExpenseDialog project={project} onClose={() => setSpending(false)} />}
      {reversing && <FormDialog<{ reason: string }, unknown> title={t('help.payments.reverseTitle', { name: reversing.payee })} okText={t('help.payments.reverse')} danger intro={t('help.payments.reverseHint')} send={({ reason }) => projectSteps.reverse(project, reversing.id, reason)} said={t('help.saved', { what: t('help.payments.reverse') })} onClose={() => setReversing(null)}><AreaItem name="reason" label={t('help.reason')} max={300} required autoFocus /></FormDialog>}
    </div>
  );
}
