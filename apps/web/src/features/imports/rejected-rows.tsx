import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/card.js';
import { KeysetPager } from '../../ui/keyset-pager.js';
import type { KeysetPlace } from '../../ui/keyset.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { QueryState } from '../../ui/query-state.js';
import { importRowsQuery, useCorrection, type ImportBatch } from './imports.api.js';
import { faultyFirst } from './faulty-first.js';
import { RejectedRow } from './rejected-row.js';

/** Only the rows that need a person: bad cells with the reason below them, to be corrected here or in the error file. */
export function RejectedRows({ batch, editable }: { batch: ImportBatch; editable: boolean }) {
  const { t } = useTranslation();
  const [place, setPlace] = useState<KeysetPlace>({});
  const query = useQuery(importRowsQuery(batch.id, batch.version, place.cursor));
  const correction = useCorrection(batch.id);
  const file = (rows: 'all' | 'bad') => `/api/v1/imports/${batch.id}/error-file?rows=${rows}`;
  const links = batch.fileKept && <><a href={file('all')} download>{t('imports.rows.errorFile')}</a><a href={file('bad')} download>{t('imports.rows.badOnly')}</a></>;
  return (
    <Card title={t('imports.rows.title', { count: batch.rows?.rejected ?? 0 })} extra={links}>
      {correction.error && <ProblemAlert error={correction.error} />}
      <QueryState query={query}>
        {(page) => {
          const columns = faultyFirst(batch.columns, page.items);
          const whole = page.items.some((row) => row.faults.some((fault) => fault.column === null));
          return (
            <>
              <div className="rejected-rows">
                <table className="matrix">
                  <thead><tr><th>{t('imports.rows.row')}</th><th />{whole && <th>{t('imports.rows.whole')}</th>}{columns.map((column) => <th key={column.index}>{column.heading}</th>)}</tr></thead>
                  <tbody>{page.items.map((row) => <RejectedRow key={`${row.n}:${row.cells.join('|')}`} row={row} columns={columns} whole={whole} editable={editable} pending={correction.isPending} onCorrect={(cells) => correction.mutate({ n: row.n, cells })} />)}</tbody>
                </table>
              </div>
              <KeysetPager count={page.items.length} nextCursor={page.nextCursor} place={place} onPlace={setPlace} />
            </>
          );
        }}
      </QueryState>
    </Card>
  );
}
