import { useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, call } from '../../../api/client.js';
import { formatMoment } from '../../../i18n/format.js';
import { QueryState } from '../../../ui/query-state.js';
import type { Household } from '../households.api.js';
import { useComparedRows, type HouseholdState } from './use-compared-rows.js';

/** The record as it was known at a moment. */
const stateQuery = (id: string, at: string) => ({
  queryKey: ['household', id, 'state', at],
  queryFn: ({ signal }: { signal: AbortSignal }) => call(api.GET('/api/v1/households/{id}/history', { params: { path: { id }, query: { at, limit: 1 } }, signal })).then((page) => page.state ?? null),
});

function Compared({ before, after }: { before: HouseholdState; after: HouseholdState }) {
  const { t } = useTranslation();
  const rows = useComparedRows(before, after);
  return (
    <Table
      size="small" rowKey="key" pagination={false} dataSource={rows} locale={{ emptyText: t('households.compare.same') }} data-testid="two-times"
      columns={[
        { title: t('households.compare.field'), dataIndex: 'label' },
        { title: formatMoment(before.at), dataIndex: 'before' },
        { title: formatMoment(after.at), render: (_, row) => <strong>{row.after}</strong> },
      ]}
    />
  );
}

/** Two moments side by side: only what differs. */
export function TwoTimes({ household, from, to }: { household: Household; from: string; to: string }) {
  const { t } = useTranslation();
  const before = useQuery(stateQuery(household.id, from));
  const after = useQuery(stateQuery(household.id, to));
  return <QueryState query={before}>{(first) => <QueryState query={after}>{(second) => (first && second ? <Compared before={first} after={second} /> : <p className="secondary">{t('households.compare.none')}</p>)}</QueryState>}</QueryState>;
}
