import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../ui/data-table.js';
import type { KeysetPlace } from '../../ui/keyset.js';
import { StatusTag, type Tone } from '../../ui/status-tag.js';
import { Card } from '../../ui/card.js';
import { Fen } from '../help/parts/fen.js';
import { HouseholdLink } from '../help/parts/household-link.js';
import { batchLinesQuery, type BatchLine } from './payments.api.js';

const looks: Readonly<Record<BatchLine['state'], { tone: Tone; mark: string }>> = { SENT: { tone: 'info', mark: '⟳' }, PAID: { tone: 'success', mark: '✓' }, FAILED: { tone: 'error', mark: '✗' } };

/** Rows in the order of the file, accounts masked. */
export function BatchLines({ id }: { id: string }) {
  const { t } = useTranslation();
  const [place, setPlace] = useState<KeysetPlace>({});
  return (
    <Card title={t('help.batches.lines')}>
      <DataTable<BatchLine>
        label={t('help.batches.lines')} query={useQuery(batchLinesQuery(id, { cursor: place.cursor, limit: 50 }))} rowKey={(row) => row.reference} place={place} onPlace={setPlace} empty={t('help.batches.noLines')}
        columns={[
          { title: t('help.batches.line'), dataIndex: 'line', align: 'right' },
          { title: t('help.batches.reference'), dataIndex: 'reference' },
          { title: t('help.batches.payee'), render: (_, row) => <HouseholdLink id={row.householdId} head={row.payeeName} /> },
          { title: t('help.batches.account'), render: (_, row) => <span className="nowrap">{row.accountNo} {row.bankName}</span> },
          { title: t('help.amountYuan'), align: 'right', render: (_, row) => <Fen value={row.amountFen} /> },
          { title: t('help.status'), render: (_, row) => <><StatusTag {...looks[row.state]}>{t(`help.batches.lineState.${row.state}`)}</StatusTag>{row.failureReason && <div className="missing">{row.failureReason}</div>}</> },
          { title: t('help.batches.settledOn'), render: (_, row) => row.settledOn ?? '—' },
        ]}
      />
    </Card>
  );
}
