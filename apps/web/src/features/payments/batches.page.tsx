import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { formatCount, formatMoment } from '../../i18n/format.js';
import { useMay } from '../../session/me.js';
import { ShortDivisionName } from '../../ui/division-name.js';
import { Fen } from '../help/parts/fen.js';
import { ListPage } from '../help/parts/list-page.js';
import { BatchDialog } from './batch-dialog.js';
import { BatchStateTag } from './batch-state.js';
import { batchListQuery, type Batch } from './payments.api.js';

/** Files for the bank and what came back of each. */
export function BatchesPage() {
  const { t } = useTranslation();
  const may = useMay();
  const { cursor, page, ...filters } = useSearch({ from: '/office/payment-batches' });
  const navigate = useNavigate();
  const [making, setMaking] = useState(false);
  return (
    <ListPage<Batch>
      title={t('help.batches.title')} intro={<p className="page-intro"><Link to="/payments">{t('help.payments.title')}</Link></p>} filters={{ ...filters }} place={{ cursor, page }} onGo={(search) => void navigate({ to: '/payment-batches', search })} empty={t('help.batches.none')}
      extra={may(Permission.PaymentBook) && <Button type="primary" onClick={() => setMaking(true)}>{t('help.batches.make')}</Button>}
      query={useQuery(batchListQuery({ ...filters, cursor, limit: 50 }))} rowKey={(row) => row.id} fields={[{ kind: 'division' }]}
      columns={[
        { title: t('help.batches.name'), render: (_, row) => <Link to="/payment-batches/$id" params={{ id: row.id }}>{row.title}</Link> },
        { title: t('help.batches.place'), render: (_, row) => <ShortDivisionName code={row.division} /> },
        { title: t('help.batches.rows'), align: 'right', render: (_, row) => formatCount(row.rows) },
        { title: t('help.amountYuan'), align: 'right', render: (_, row) => <Fen value={row.totalFen} /> },
        { title: t('help.batches.paid'), align: 'right', render: (_, row) => formatCount(row.paid) },
        { title: t('help.batches.failed'), align: 'right', render: (_, row) => formatCount(row.failed) },
        { title: t('help.batches.unknown'), align: 'right', render: (_, row) => formatCount(row.unknown) },
        { title: t('help.by'), render: (_, row) => <span className="nowrap">{row.by} {formatMoment(row.createdAt)}</span> },
        { title: t('help.status'), render: (_, row) => <BatchStateTag state={row.state} /> },
      ]}
    >
      {making && <BatchDialog division={filters.division} onClose={() => setMaking(false)} />}
    </ListPage>
  );
}
