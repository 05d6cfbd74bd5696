import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../ui/data-table.js';
import type { KeysetPlace } from '../../ui/keyset.js';
import { StatusTag, type Tone } from '../../ui/status-tag.js';
import { resultLinesQuery } from './payments.api.js';

const looks = { PAID: { tone: 'success', mark: '✓' }, FAILED: { tone: 'error', mark: '✗' }, UNKNOWN: { tone: 'warning', mark: '?' } } as const satisfies Record<string, { tone: Tone; mark: string }>;

/** What became of each row of a result file. */
export function ResultLines({ batchId, resultId }: { batchId: string; resultId: string }) {
  const { t } = useTranslation();
  const [place, setPlace] = useState<KeysetPlace>({});
  return (
    <DataTable
      label={t('help.batches.resultLines')} query={useQuery(resultLinesQuery(batchId, resultId, { cursor: place.cursor, limit: 50 }))} rowKey={(row) => String(row.line)} place={place} onPlace={setPlace} empty={t('help.batches.noLines')}
      columns={[
        { title: t('help.batches.line'), dataIndex: 'line', align: 'right' },
        { title: t('help.batches.reference'), render: (_, row) => row.reference ?? '—' },
        { title: t('help.batches.outcome'), render: (_, row) => <StatusTag {...looks[row.outcome]}>{t(`help.batches.outcomes.${row.outcome}`)}</StatusTag> },
        { title: t('help.batches.why'), render: (_, row) => row.reason ?? '—' },
      ]}
    />
  );
}
