import { useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { QueryState } from '../../../ui/query-state.js';
import { usePaymentColumns } from '../../payments/use-payment-columns.js';
import { householdPaymentsQuery } from '../help.api.js';

/** What was paid to the household, reversals among it. */
export function HouseholdPayments({ householdId }: { householdId: string }) {
  const { t } = useTranslation();
  const columns = usePaymentColumns().slice(2);
  return (
    <section className="tab-section">
      <h3>{t('help.payments.title')}</h3>
      <QueryState query={useQuery(householdPaymentsQuery(householdId))}>
        {(list) => <Table aria-label={t('help.payments.title')} size="middle" columns={columns} dataSource={list} rowKey={(row) => row.id} pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }} locale={{ emptyText: t('help.payments.noneHere') }} />}
      </QueryState>
    </section>
  );
}
