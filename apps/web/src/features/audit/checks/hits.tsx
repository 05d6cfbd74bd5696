import { useQuery } from '@tanstack/react-query';
import { Table, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { useMay } from '../../../session/me.js';
import { EmptyTable } from '../../../ui/empty-table.js';
import { KeysetPager } from '../../../ui/keyset-pager.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { QueryProgress } from '../../../ui/query-progress.js';
import { QueryState } from '../../../ui/query-state.js';
import { RaiseButton } from '../findings/raise-dialog.js';
import type { CheckSearch } from './check-search.js';
import { hitsQuery, useJudge, type Hit, type Verdict } from './checks.api.js';
import { useHitColumns } from './hit-row.js';
import { JudgeBar } from './judge-bar.js';
import { useJudgeKeys } from './use-judge-keys.js';

interface Props {
  code: string;
  search: CheckSearch;
  onSearch: (search: CheckSearch) => void;
}

/** What the check found, to be judged one by one or many at once, by mouse or keys, and made findings of. */
export function Hits({ code, search, onSearch }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const state = search.state === 'all' ? undefined : (search.state ?? 'open');
  const query = useQuery(hitsQuery(code, { division: search.division, verdict: search.verdict, state, cursor: search.cursor, limit: 50 }));
  const columns = useHitColumns();
  const [at, setAt] = useState(0);
  const [ticked, setTicked] = useState<string[]>([]);
  const [reason, setReason] = useState('');
  const [done, setDone] = useState<number | null>(null);
  const reasonRef = useRef<InputRef>(null);
  const judge = useJudge(setDone);
  const items = query.data?.items ?? [];
  const current = items[Math.min(at, items.length - 1)];
  const about = ticked.length > 0 ? ticked : current ? [current.id] : [];
  // The light moves on at once: whoever judges by keys does not wait for the server between two rows.
  const onVerdict = (verdict: Verdict) => {
    if (about.length === 0 || !may(Permission.CheckJudge)) return;
    if (reason.trim().length < 2) return reasonRef.current?.focus();
    judge.mutate({ hits: about, verdict, reason: reason.trim() }, { onSettled: () => setDone(null) });
    if (ticked.length > 0) setTicked([]);
    else setAt(Math.min(at + 1, items.length - 1));
  };
  const tick = (id: string) => setTicked(ticked.includes(id) ? ticked.filter((one) => one !== id) : [...ticked, id]);
  useJudgeKeys({ onMove: (step) => setAt(Math.max(0, Math.min(at + step, items.length - 1))), onVerdict, onTick: () => current && tick(current.id), onReason: () => reasonRef.current?.focus() });
  return (
    <QueryState query={query} rows={6}>
      {(page) => (
        <>
          <div className={`data-table ${query.isPlaceholderData ? 'stale' : ''}`} aria-busy={query.isFetching}>
            <QueryProgress active={query.isPlaceholderData && query.isFetching} />
            <Table<Hit>
              aria-label={t('checks.tab.hits')} size="middle" rowKey="id" dataSource={page.items} columns={columns} pagination={false}
              rowClassName={(hit) => (hit === current ? 'current-row' : '')} onRow={(_, index) => ({ onClick: () => setAt(index ?? 0) })}
              rowSelection={{ selectedRowKeys: ticked, onChange: (keys) => setTicked(keys.map(String)), getCheckboxProps: (hit) => ({ 'aria-label': hit.headName ?? hit.key }) as object }}
              locale={{ emptyText: <EmptyTable filters={search.verdict || search.state ? [t('checks.filtered')] : []} empty={t('checks.noHits')} onReset={() => onSearch({ division: search.division })} /> }}
            />
            <KeysetPager count={page.items.length} nextCursor={page.nextCursor} place={search} onPlace={(place) => onSearch({ division: search.division, verdict: search.verdict, state: search.state, ...place })} />
          </div>
          {judge.error && <ProblemAlert error={judge.error} />}
          {may(Permission.CheckJudge) && page.items.length > 0 && (
            <JudgeBar count={about.length} reason={reason} onReason={setReason} reasonRef={reasonRef} done={done === null ? null : { done, count: judge.variables?.hits.length ?? 1 }} onVerdict={onVerdict}>
              <RaiseButton kind="HIT" ids={about} onRaised={() => setTicked([])} />
            </JudgeBar>
          )}
        </>
      )}
    </QueryState>
  );
}
