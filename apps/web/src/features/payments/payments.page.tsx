import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { useMay } from '../../session/me.js';
import type { KeysetPlace } from '../../ui/keyset.js';
import { FormDialog } from '../help/parts/form-dialog.js';
import { AreaItem } from '../help/parts/items.js';
import { ListPage } from '../help/parts/list-page.js';
import { useMeasureChoices } from '../help/parts/use-names.js';
import { useYearChoices } from '../help/parts/use-years.js';
import { BatchDialog } from './batch-dialog.js';
import type { PaymentFilters } from './payment-search.js';
import { paymentListQuery, reverse, settlements, type Payment } from './payments.api.js';
import { usePaymentColumns } from './use-payment-columns.js';
import { useTermText } from './use-term.js';

/** What was booked, what waits for the bank, what was paid or taken back. */
export function PaymentsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const { cursor, page, ...filters } = useSearch({ from: '/office/payments' });
  const navigate = useNavigate();
  const go = (search: PaymentFilters & KeysetPlace) => void navigate({ to: '/payments', search });
  const termText = useTermText();
  const [reversing, setReversing] = useState<Payment | null>(null);
  const [batching, setBatching] = useState(false);
  const terms = useYearChoices().map(({ value }) => value);
  return (
    <ListPage<Payment>
      title={t('help.payments.title')} intro={<p className="page-intro">{t('help.payments.hint')}</p>} filters={{ ...filters }} place={{ cursor, page }} onGo={go} empty={t('help.payments.none')}
      extra={<><Link to="/payment-batches">{t('help.batches.title')}</Link>{may(Permission.PaymentBook) && <Button type="primary" onClick={() => setBatching(true)}>{t('help.batches.make')}</Button>}</>}
      query={useQuery(paymentListQuery({ ...filters, cursor, limit: 50 }))} rowKey={(row) => row.id}
      columns={usePaymentColumns(may(Permission.PaymentReverse) ? setReversing : undefined)}
      fields={[
        { kind: 'division' },
        { kind: 'select', key: 'settlement', label: t('help.payments.state'), options: settlements.map((value) => ({ value, label: t(`help.payments.settlement.${value}`) })) },
        { kind: 'select', key: 'measureCode', label: t('help.measure'), options: useMeasureChoices(), search: true },
        { kind: 'select', key: 'term', label: t('help.payments.term'), options: ['once', ...terms].map((value) => ({ value, label: termText(value) })) },
      ]}
    >
      {batching && <BatchDialog division={filters.division} onClose={() => setBatching(false)} />}
      {reversing && (
        <FormDialog<{ reason: string }, Payment> title={t('help.payments.reverseTitle', { name: reversing.headName ?? '' })} okText={t('help.payments.reverse')} danger intro={t('help.payments.reverseHint')} send={({ reason }) => reverse(reversing.id, { reason })} said={t('help.saved', { what: t('help.payments.reverse') })} onClose={() => setReversing(null)}>
          <AreaItem name="reason" label={t('help.reason')} max={300} required autoFocus />
        </FormDialog>
      )}
    </ListPage>
  );
}
