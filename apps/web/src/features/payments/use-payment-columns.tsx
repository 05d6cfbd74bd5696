import { Link } from '@tanstack/react-router';
import { Button, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { ShortDivisionName } from '../../ui/division-name.js';
import { Fen } from '../help/parts/fen.js';
import { HouseholdLink } from '../help/parts/household-link.js';
import { useMeasureName } from '../help/parts/use-names.js';
import type { Payment } from './payments.api.js';
import { SettlementTag } from './settlement-tag.js';
import { useTermText } from './use-term.js';

/** Whom, for what, which term, how much, how far. `onReverse` offers to take back what may be taken back. */
export function usePaymentColumns(onReverse?: (payment: Payment) => void): NonNullable<TableProps<Payment>['columns']> {
  const { t } = useTranslation();
  const name = useMeasureName();
  const termText = useTermText();
  const open = (row: Payment) => row.reversesId === null && row.reversedById === null && row.settlement !== 'SENT';
  return [
    { title: t('help.household'), render: (_, row) => <HouseholdLink id={row.householdId} head={row.headName} member={row.memberName} /> },
    { title: t('help.village'), render: (_, row) => <ShortDivisionName code={row.village} /> },
    { title: t('help.measure'), render: (_, row) => <Link to="/assignments/$id" params={{ id: row.assignmentId }}>{name(row.measureCode)}</Link> },
    { title: t('help.payments.term'), render: (_, row) => <span className="nowrap">{termText(row.term)}</span> },
    { title: t('help.amountYuan'), align: 'right', render: (_, row) => <Fen value={row.amountFen} /> },
    { title: t('help.payments.paidOn'), render: (_, row) => <span className="nowrap">{row.paidOn}</span> },
    { title: t('help.payments.channel'), render: (_, row) => t(`help.payments.channels.${row.channel}`) },
    { title: t('help.payments.state'), render: (_, row) => <><SettlementTag payment={row} />{row.failureReason && <div className="missing">{t('help.payments.failed', { reason: row.failureReason })}</div>}</> },
    ...(onReverse ? [{ title: t('help.actions'), render: (_: unknown, row: Payment) => (open(row) ? <Button size="small" danger aria-label={t('help.payments.reverseTitle', { name: row.headName ?? '' })} onClick={() => onReverse(row)}>{t('help.payments.reverse')}</Button> : '—') }] : []),
  ];
}
