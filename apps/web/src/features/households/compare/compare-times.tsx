import { shanghaiMinute } from '#domain';
import { useQuery } from '@tanstack/react-query';
import { Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call } from '../../../api/client.js';
import { useClock } from '../../../ui/use-clock.js';
import { QueryState } from '../../../ui/query-state.js';
import { endOfMinute } from '../end-of-minute.js';
import type { Household } from '../households.api.js';
import { ComparedTable } from './compared-table.js';

function useStateAt(id: string, local: string) {
  const at = endOfMinute(local);
  return useQuery({
    queryKey: ['household', id, 'state', at], enabled: local !== '', retry: false,
    queryFn: async ({ signal }) => (await call(api.GET('/api/v1/households/{id}/history', { params: { path: { id }, query: { at, limit: 1 } }, signal }))).state,
  });
}

/** 对比两个时点: the record as it stood at two times, side by side, with what differs marked. */
export function CompareTimes({ household }: { household: Household }) {
  const { t } = useTranslation();
  const clock = useClock();
  const [[left, right], setTimes] = useState(['', shanghaiMinute(new Date(clock.now)).replace(' ', 'T')]);
  const [all, setAll] = useState(false);
  const [before, after] = [useStateAt(household.id, left), useStateAt(household.id, right)];
  return (
    <>
      <div className="filter-bar">
        <label className="history-then">{t('households.compare.left')} <Input type="datetime-local" value={left} max={right} onChange={(event) => setTimes([event.target.value, right])} style={{ width: 220 }} /></label>
        <label className="history-then">{t('households.compare.right')} <Input type="datetime-local" value={right} onChange={(event) => setTimes([left, event.target.value])} style={{ width: 220 }} /></label>
        <Checkbox checked={all} onChange={(event) => setAll(event.target.checked)}>{t('households.compare.all')}</Checkbox>
      </div>
      {left === '' || right === '' ? <p className="secondary">{t('households.compare.how')}</p> : (
        <QueryState query={before}>{(a) => <QueryState query={after}>{(b) => a && b && <ComparedTable left={a} right={b} all={all} />}</QueryState>}</QueryState>
      )}
    </>
  );
}
