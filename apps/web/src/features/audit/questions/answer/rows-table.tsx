import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, call } from '../../../../api/client.js';
import { formatCount } from '../../../../i18n/format.js';
import { useLanguage } from '../../../../i18n/use-language.js';
import { Card } from '../../../../ui/card.js';
import { EmptyTable } from '../../../../ui/empty-table.js';
import { ProblemAlert } from '../../../../ui/problem-alert.js';
import { sent, type Answer } from '../questions.api.js';

/** The first rows behind the number and, on demand, the next ones. Document numbers are masked by the server. */
export function RowsTable({ answer }: { answer: Answer }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { definition, columns, rows, nextCursor } = answer;
  const query = useInfiniteQuery({
    queryKey: ['question-rows', definition], staleTime: Number.POSITIVE_INFINITY, initialPageParam: undefined as string | undefined,
    initialData: { pages: [{ items: rows, nextCursor, columns }], pageParams: [undefined] },
    queryFn: ({ pageParam, signal }) => call(api.POST('/api/v1/questions/rows', { body: { definition: sent(definition), cursor: pageParam, limit: 50 }, signal })),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const items = query.data.pages.flatMap((page) => page.items);
  const table = [
    { title: t('questions.answer.village'), key: 'village', render: (_: unknown, row: Answer['rows'][number]) => row.villageName ?? row.villageCode },
    ...columns.map(({ name, label, type }, index) => ({
      title: label[language], key: name, align: type === 'money_fen' || type === 'integer' ? ('right' as const) : ('left' as const),
      render: (_: unknown, row: Answer['rows'][number]) => (index === 0 && row.householdId ? <Link to="/households/$id" params={{ id: row.householdId }}>{row.texts[index] || t('common.notRecorded')}</Link> : row.texts[index] || '—'),
    })),
  ];
  return (
    <Card title={t('questions.answer.rows')} extra={answer.number !== null && <span className="secondary">{t('questions.answer.rowsOf', { shown: formatCount(items.length), all: formatCount(answer.number) })}</span>}>
      {query.error && <ProblemAlert error={query.error} onRetry={() => void query.fetchNextPage()} />}
      <div className="rows-table"><Table size="middle" aria-label={t('questions.answer.rows')} rowKey="id" columns={table} dataSource={items} pagination={false} locale={{ emptyText: <EmptyTable /> }} /></div>
      {query.hasNextPage && <p><Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('questions.answer.more')}</Button></p>}
    </Card>
  );
}
