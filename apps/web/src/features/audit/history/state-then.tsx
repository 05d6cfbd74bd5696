import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKind } from '#domain';
import { formatMoment } from '../../../i18n/format.js';
import { useLanguage } from '../../../i18n/use-language.js';
import { Card } from '../../../ui/card.js';
import { FactList } from '../../../ui/fact-list.js';
import { QueryState } from '../../../ui/query-state.js';
import { useDebounced } from '../../../ui/use-debounced.js';
import { stateQuery } from './history.api.js';
import { useStoredText } from './use-stored-text.js';

/** The record as it stood after each of its changes: a slider over the times at which something was written. */
export function StateThen({ kind, id, times }: { kind: RecordKind; id: string; times: readonly string[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const stored = useStoredText();
  const [at, setAt] = useState(times.length - 1);
  const place = Math.min(useDebounced(at, 150), times.length - 1);
  const query = useQuery({ ...stateQuery(kind, id, times[place] ?? times[0] ?? ''), placeholderData: keepPreviousData });
  return (
    <Card title={t('recordHistory.then')} extra={<output className="secondary">{formatMoment(times[at])}</output>}>
      <input type="range" className="time-slider" aria-label={t('recordHistory.slider')} aria-valuetext={formatMoment(times[at])} min={0} max={times.length - 1} step={1} value={at} onChange={(event) => setAt(Number(event.target.value))} />
      <QueryState query={query}>
        {(state) => (
          <>
            {state.deleted && <p className="missing">{t('recordHistory.deleted')}</p>}
            <details open={times.length > 1}><summary>{t('recordHistory.columns', { count: state.columns.length, time: formatMoment(state.recordedAt) })}</summary><FactList entries={state.columns.map((column) => ({ key: column.column, label: column[language], value: stored(column.column, column.value) })).filter(({ value }) => value !== null)} /></details>
          </>
        )}
      </QueryState>
    </Card>
  );
}
