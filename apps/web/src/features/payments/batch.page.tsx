import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatCount, formatMoment } from '../../i18n/format.js';
import { useMe } from '../../session/me.js';
import { Card } from '../../ui/card.js';
import { DivisionName } from '../../ui/division-name.js';
import { FactList } from '../../ui/fact-list.js';
import { Page } from '../../ui/page.js';
import { QueryState } from '../../ui/query-state.js';
import { Fen } from '../help/parts/fen.js';
import { BatchLines } from './batch-lines.js';
import { BatchResults } from './batch-results.js';
import { BatchStateTag } from './batch-state.js';
import { batchQuery } from './payments.api.js';
import '../help/help.css';

/** One file for the bank: download it, take in what the bank says, row by row. */
export function BatchPage() {
  const { t } = useTranslation();
  const me = useMe();
  const { id } = useParams({ from: '/office/payment-batches/$id' });
  const query = useQuery(batchQuery(id));
  const found = query.data;
  return (
    <Page title={found?.title ?? t('help.batches.title')} path={<Link to="/payment-batches">{t('help.batches.title')}</Link>} extra={found && <BatchStateTag state={found.state} />}>
      <QueryState query={query} rows={8}>
        {(batch) => (
          <>
            {batch.failure && <Alert type="error" showIcon title={t('help.batches.failure')} description={batch.failure} />}
            <Card title={t('help.batches.about')} extra={(batch.state === 'EXPORTED' || batch.state === 'SETTLED') && (batch.by === me.name ? <a className="file-button" href={`/api/v1/payment-batches/${batch.id}/file`} download>{t('help.batches.download')}</a> : <span className="secondary">{t('help.batches.others', { name: batch.by })}</span>)}>
              {batch.state === 'QUEUED' && <p role="status">{t('help.batches.waiting')}</p>}
              <FactList entries={[
                { key: 'place', label: t('help.batches.place'), value: <DivisionName code={batch.division} /> },
                { key: 'total', label: t('help.amountYuan'), value: <Fen value={batch.totalFen} /> },
                { key: 'rows', label: t('help.batches.rows'), value: formatCount(batch.rows) },
                { key: 'paid', label: t('help.batches.paid'), value: <span data-testid="batch-paid">{formatCount(batch.paid)}</span> },
                { key: 'failed', label: t('help.batches.failed'), value: formatCount(batch.failed) },
                { key: 'unknown', label: t('help.batches.unknown'), value: formatCount(batch.unknown) },
                { key: 'by', label: t('help.by'), value: `${batch.by} ${formatMoment(batch.createdAt)}` },
                { key: 'purpose', label: t('help.batches.purpose'), value: batch.purpose },
                { key: 'hash', label: 'SHA-256', value: batch.sha256 },
              ]} />
            </Card>
            {batch.state !== 'QUEUED' && <BatchResults batch={batch} />}
            <BatchLines id={batch.id} />
          </>
        )}
      </QueryState>
    </Page>
  );
}
