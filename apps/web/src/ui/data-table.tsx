import type { UseQueryResult } from '@tanstack/react-query';
import { Alert, Button, Table, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from './problem-alert.js';
import { EmptyTable, type EmptyProps } from './empty-table.js';
import { KeysetPager } from './keyset-pager.js';
import type { KeysetPlace } from './keyset.js';
import { QueryProgress } from './query-progress.js';
import { useServerTime } from './use-clock.js';
import './data-table.css';

interface RowPage<Row> {
  items: Row[];
  nextCursor: string | null;
}

export interface DataTableProps<Row> extends EmptyProps {
  query: UseQueryResult<RowPage<Row>>;
  columns: NonNullable<TableProps<Row>['columns']>;
  rowKey: (row: Row) => string;
  place: KeysetPlace;
  onPlace: (place: KeysetPlace) => void;
  /** Rows that count; without it all of them. */
  isRow?: (row: Row) => boolean;
  /** Rows that can be chosen, to act on several at once. */
  rowSelection?: TableProps<Row>['rowSelection'];
  /** What the table holds, for screen readers. */
  label: string;
}

/** One page of a long list with the states of every list: waiting, empty, failed, more to come, and when it was read. */
export function DataTable<Row extends object>({ query, columns, rowKey, place, onPlace, label, filters, onReset, empty, isRow = () => true, rowSelection }: DataTableProps<Row>) {
  const { t } = useTranslation();
  const { data, error, isFetching, isPlaceholderData } = query;
  const asOf = useServerTime(query.dataUpdatedAt);
  if (error && !data) return <ProblemAlert error={error} onRetry={() => void query.refetch()} />;
  return (
    <div className={`data-table ${isPlaceholderData ? 'stale' : ''}`} aria-busy={isFetching}>
      <QueryProgress active={(query.isPending || isPlaceholderData) && isFetching} />
      {query.isPending && query.fetchStatus === 'idle' && <Alert type="info" showIcon title={t('common.stopped')} action={<Button size="small" onClick={() => void query.refetch()}>{t('common.retry')}</Button>} />}
      {error && <ProblemAlert error={error} onRetry={() => void query.refetch()} />}
      <Table<Row>
        aria-label={label} size="middle" columns={columns} rowKey={rowKey} dataSource={data?.items ?? []} pagination={false} {...(rowSelection ? { rowSelection } : {})}
        locale={{ emptyText: query.isPending ? <div className="table-waiting" /> : <EmptyTable filters={filters} onReset={onReset} empty={empty} /> }}
      />
      {data && <KeysetPager count={data.items.filter(isRow).length} nextCursor={data.nextCursor} place={place} onPlace={onPlace} asOf={asOf} />}
    </div>
  );
}
