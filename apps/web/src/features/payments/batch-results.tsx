import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { formatMoment } from '../../i18n/format.js';
import { useMay } from '../../session/me.js';
import { Card } from '../../ui/card.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { QueryState } from '../../ui/query-state.js';
import { useSend } from '../help/parts/use-send.js';
import { resultFilesQuery, takeResult, type Batch } from './payments.api.js';
import { ResultLines } from './result-lines.js';

/** Takes in the result files of the bank and shows what each of them settled. */
export function BatchResults({ batch }: { batch: Batch }) {
  const { t } = useTranslation();
  const may = useMay();
  const { message } = App.useApp();
  const files = useQuery(resultFilesQuery(batch.id));
  const [shown, setShown] = useState<string | null>(null);
  const taking = useSend((file: File) => takeResult(batch.id, file), (result) => {
    setShown(result.id);
    void message.success(t('help.batches.taken', { paid: result.paid, failed: result.failed, unknown: result.unknown }));
  });
  return (
    <Card title={t('help.batches.results')} extra={may(Permission.PaymentBook) && batch.state !== 'FAILED' && (
      <label className="file-pick">
        <input className="visually-hidden" type="file" accept=".xlsx,.csv" data-testid="bank-result" onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) taking.mutate(file);
          event.target.value = '';
        }} />
        <span className="file-button">{t('help.batches.take')}</span>
      </label>
    )}>
      <p className="secondary">{t('help.batches.takeHint')}</p>
      {taking.isPending && <p role="status">{t('help.batches.taking')}</p>}
      {taking.error && <ProblemAlert error={taking.error} />}
      <QueryState query={files}>
        {(list) => (
          <ul className="step-log">
            {list.map((file) => (
              <li key={file.id}>
                <strong>{file.fileName}</strong> <span className="secondary">{formatMoment(file.importedAt)}</span> <span data-testid="result-counts">{t('help.batches.counts', { rows: file.rows, paid: file.paid, failed: file.failed, unknown: file.unknown, missing: file.missing })}</span>{' '}
                <Button size="small" type="link" aria-expanded={shown === file.id} onClick={() => setShown(shown === file.id ? null : file.id)}>{t('help.batches.showLines')}</Button>
                {shown === file.id && <ResultLines batchId={batch.id} resultId={file.id} />}
              </li>
            ))}
          </ul>
        )}
      </QueryState>
    </Card>
  );
}
