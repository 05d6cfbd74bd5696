import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatYuan } from '../../i18n/format.js';
import { HouseholdStatusTag } from '../../ui/household-status.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { OptionalVerdict } from '../cases/optional-verdict.js';
import { rowsQuery, type CountedHousehold, type RowsQuery } from './areas.api.js';

const PAGE = 100;

/** The households that a number counts; their persons add up to it. */
export function HouseholdsBehind({ code, year, fact }: { code: string; year: number; fact: string }) {
  const { t } = useTranslation();
  const query = useInfiniteQuery({
    queryKey: ['villages', code, 'rows', fact, year], initialPageParam: undefined as string | undefined,
    queryFn: (context) => rowsQuery(code, { fact: fact as RowsQuery['fact'], year, cursor: context.pageParam, limit: PAGE }).queryFn?.(context as never) as Promise<{ items: CountedHousehold[]; nextCursor: string | null }>,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const persons = rows.reduce((sum, row) => sum + (row.memberCount ?? 0), 0);
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <>
      <p data-testid="behind-sum">{t('areas.behind.sum', { households: rows.length, persons })}{query.hasNextPage && t('areas.behind.andMore')}</p>
      <Table<CountedHousehold>
        size="small" rowKey="householdId" loading={query.isPending} dataSource={rows} pagination={false}
        columns={[
          { title: t('areas.behind.head'), render: (_, row) => <Link to="/households/$id" params={{ id: row.householdId }}>{row.headName}</Link> },
          { title: t('areas.behind.status'), render: (_, row) => <HouseholdStatusTag status={row.status} /> },
          { title: t('areas.behind.persons'), align: 'right', render: (_, row) => row.memberCount ?? '—' },
          { title: t('areas.behind.income'), align: 'right', render: (_, row) => (row.netIncomePerCapitaFen === null ? '—' : formatYuan(row.netIncomePerCapitaFen)) },
          { title: t('areas.behind.verdict'), render: (_, row) => <OptionalVerdict verdict={row.exitVerdict} /> },
        ]}
      />
      {query.hasNextPage && <p><Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('common.nextPage')}</Button></p>}
    </>
  );
}
